import { parseArgs } from 'node:util'
import model from 'virtual:model'
import { checkAnswerSheets } from '../core/assessment/answer-sheet.ts'
import { makeBlueprint } from '../core/assessment/blueprint.ts'
import type { Issue } from '../core/model/checked.ts'
import { nextQuestions } from '../core/plan/next-questions.ts'
import { blueprintText } from '../ui/blueprint/blueprint-text.ts'
import { blueprintWords } from '../ui/strings/blueprint-words.ts'
import type { CommandIo } from './command.ts'
import { parseJson } from './parse-json.ts'
import { readText } from './read-text.ts'
import { writeReportJson } from './report-json.ts'
import { writeReportText } from './report-text.ts'

export const help = `Usage: groundwork report FILE [--json | --text | --html] [--language en|fr]

Makes the blueprint of one or more answer sheets. FILE is JSON; - is standard input:

  {"instrument": "intake@1",
   "partners": [{"seat": "A", "answers": {"power.self.1": 4, "meaning": "both"}}]}

An answer is 1 to 5, a choice or words, or null where the question was left out. Among three or more people an item
about another is keyed ITEM_ID@SEAT. \`groundwork model items --json\` lists every item.

  --text       a readable report (the default)
  --json       the same as data
  --html       one page that needs nothing else and prints
  --language   en (the default) or fr

Nothing is kept and nothing is sent. Exit codes: 0 done, 1 bad input, 2 wrong usage.`

/** The first thing wrong with a file, in one line: the file, the place, what was expected. */
const sayIssue = (file: string, [first, ...more]: Issue[]): string => {
  const place = first?.path ? `${first.path}: ` : ''
  const others = more.length ? ` (and ${more.length} more)` : ''
  const name = (file === '-' ? 'standard input' : file).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?')
  return `${name}: ${place}${first?.message ?? 'expected answer sheets'}${others}`
}

interface Usage {
  file: string
  format: 'json' | 'text' | 'html'
  language: 'en' | 'fr'
}

const readUsage = (args: string[]): Usage | string => {
  const flag = { type: 'boolean' } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: flag, text: flag, html: flag, language: { type: 'string' } },
    })
    const [file, ...others] = positionals
    const formats = (['json', 'text', 'html'] as const).filter(format => values[format])
    const { language = 'en' } = values
    if (file === undefined || others.length) return 'Please give one FILE, or - for standard input.'
    if (formats.length > 1) return 'Please give one of --json, --text and --html.'
    if (language !== 'en' && language !== 'fr') return '--language is en or fr.'
    return { file, format: formats[0] ?? 'text', language }
  } catch (error) {
    return (error as Error).message.split('\n')[0] as string
  }
}

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const usage = readUsage(args)
  if (typeof usage === 'string') {
    io.err(`${usage} See: groundwork report --help`)
    return 2
  }
  const { file, format, language } = usage
  const source = await readText(file)
  const input = source.ok ? parseJson(source.value) : source
  const sheets = input.ok ? checkAnswerSheets(model, input.value) : input
  if (!sheets.ok) {
    io.err(sayIssue(file, sheets.issues))
    return 1
  }

  const blueprint = makeBlueprint(model, sheets.value)
  const people = blueprint.seats.map(seat => ({ seat, label: seat }))
  const text = blueprintText(blueprintWords(language), language, people)
  if (format === 'json') io.out(writeReportJson(model, blueprint, text))
  else if (format === 'text') io.out(writeReportText(model, blueprint, nextQuestions(model, blueprint), text))
  else {
    // The page is drawn with React, which the other formats need not wait for.
    const { writeReportHtml } = await import('./report-html.tsx')
    io.out(writeReportHtml(model, blueprint, nextQuestions(model, blueprint), people, language))
  }
  return 0
}
