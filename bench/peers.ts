import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Question } from './instrument.ts'
import type { Bench } from './row.ts'

const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
const save = "const save = data => fetch('/save', { method: 'POST', body: JSON.stringify(data) })"

/** SurveyJS, one question a page, each answer sent when it is given; set up as its guide for a page without a framework says, in the reader's own typeface. */
const surveyPage = (questions: Question[]): string => {
  const model = {
    questionsOnPageMode: 'questionPerPage',
    elements: questions.map(({ id, text, choices }) => ({
      type: 'radiogroup',
      name: id,
      title: text,
      choices: choices.map(choice => ({ value: choice.id, text: choice.text })),
    })),
  }
  return `${head}<title>SurveyJS</title><link rel="stylesheet" href="/survey-core/survey-core.fontless.min.css">
<script defer src="/survey-core/survey.core.min.js"></script>
<script defer src="/survey-js-ui/survey-js-ui.min.js"></script>
<div id="form"></div><script type="module">${save}
const survey = new Survey.Model(${JSON.stringify(model)})
survey.onValueChanged.add((_, { name, value }) => save({ name, value }))
survey.render(document.getElementById('form'))</script>`
}

/** LHC-Forms in its own format, without its support for FHIR, which it does not need here; answers are sent when they change. */
const lformsPage = (questions: Question[]): string => {
  const model = {
    name: 'Intake',
    template: 'table',
    items: questions.map(({ id, text, choices }) => ({
      linkId: id,
      questionCode: id,
      question: text,
      dataType: 'CNE',
      displayControl: { answerLayout: { type: 'RADIO_CHECKBOX', columns: '1' } },
      answers: choices.map(choice => ({ code: choice.id, text: choice.text })),
    })),
  }
  return `${head}<title>LHC-Forms</title><link rel="stylesheet" href="/lforms/webcomponent/styles.css">
<script defer src="/lforms/webcomponent/assets/lib/zone.min.js"></script>
<script type="module" src="/lforms/webcomponent/runtime.js"></script>
<script type="module" src="/lforms/webcomponent/polyfills.js"></script>
<script type="module" src="/lforms/webcomponent/main.js"></script>
<div id="form"></div><script type="module">${save}
const form = document.getElementById('form')
let sent = ''
// Its radio buttons keep their events to themselves, so each press is looked at.
form.addEventListener('click', () => setTimeout(() => {
  const data = JSON.stringify(LForms.Util.getUserData(form, true, true))
  if (data !== sent) save((sent = data))
}, 50), true)
LForms.Util.addFormToPage(${JSON.stringify(model)}, form)</script>`
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }

/** A server for the peers' pages: files compressed beforehand, as Groundwork's are, and a commit for each answer. */
export const servePeers = async (bench: Bench, questions: Question[]): Promise<string> => {
  const modules = join(bench.root, 'bench/node_modules')
  const files = new Map<string, { type: string; body: Uint8Array }>()
  const add = (path: string, type: string, bytes: string | Uint8Array) =>
    files.set(path, { type, body: brotliCompressSync(bytes) })
  add('/survey', 'text/html', surveyPage(questions))
  add('/lforms', 'text/html', lformsPage(questions))
  for (const [path, file] of [
    ['/survey-core/survey-core.fontless.min.css', 'survey-core/survey-core.fontless.min.css'],
    ['/survey-core/survey.core.min.js', 'survey-core/survey.core.min.js'],
    ['/survey-js-ui/survey-js-ui.min.js', 'survey-js-ui/survey-js-ui.min.js'],
    ...['styles.css', 'assets/lib/zone.min.js', 'runtime.js', 'polyfills.js', 'main.js'].map(name => [
      `/lforms/webcomponent/${name}`,
      `lforms/dist/lforms/webcomponent/${name}`,
    ]),
  ] as [string, string][])
    add(path, types[extname(file)] ?? 'application/octet-stream', readFileSync(join(modules, file)))
  const database = new DatabaseSync(join(bench.scratch, 'peers.sqlite'))
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('create table answers (id integer primary key, body text not null)')
  const insert = database.prepare('insert into answers (body) values (?)')
  const server = createServer((request, reply) => {
    if (request.method === 'POST') {
      let body = ''
      request.on('data', chunk => (body += String(chunk)))
      request.on('end', () => {
        insert.run(body)
        reply.writeHead(204).end()
      })
      return
    }
    const file = files.get(request.url ?? '')
    if (!file) return void reply.writeHead(404).end()
    reply.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.body.length,
    })
    reply.end(file.body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  bench.ends.push(() => {
    server.closeAllConnections()
    server.close()
    database.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
