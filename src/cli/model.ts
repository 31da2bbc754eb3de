import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import bundled from 'virtual:model'
import { listIntakeItems } from '../core/assessment/intake-items.ts'
import type { Issue } from '../core/model/checked.ts'
import { compileModel } from '../core/model/compile-model.ts'
import type { ModelFile } from '../core/model/model-file.ts'
import { checkPublished, LOCK_PATH } from '../core/model/published-lock.ts'
import type { CommandIo } from './command.ts'

export const help = `Usage: groundwork model check [FOLDER] [--json]
       groundwork model items [--json]

  check   holds the files of FOLDER/model against their rules, and says of each fault the file, the line and the mend;
          without FOLDER, the project this command stands in
  items   lists everything the intake asks: id, element, facet, whether it is reversed, and the answers it takes

Exit codes: 0 done, 1 refused, 2 wrong usage.`

/** The nearest folder from here upwards that holds a clinical model. */
const findRoot = (from: string): string | null => {
  if (existsSync(join(from, 'model', 'intake.yaml'))) return from
  const above = dirname(from)
  return above === from ? null : findRoot(above)
}

const readFiles = (root: string): ModelFile[] =>
  readdirSync(join(root, 'model'), { recursive: true, encoding: 'utf8' })
    .map(path => `model/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.yaml'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const check = (folder: string | undefined, json: boolean, io: CommandIo): number => {
  const root =
    folder === undefined ? (findRoot(process.cwd()) ?? findRoot(import.meta.dirname)) : resolve(folder)
  if (root === null || !existsSync(join(root, 'model'))) {
    io.err(`${folder ?? 'here'}: model: expected a folder that holds the clinical model`)
    return 1
  }
  const compiled = compileModel(readFiles(root))
  const lock = join(root, LOCK_PATH)
  const published = compiled.ok
    ? checkPublished(compiled.value, existsSync(lock) ? readFileSync(lock, 'utf8') : '')
    : compiled
  const issues: Issue[] = published.ok ? [] : published.issues
  if (json) io.out(JSON.stringify({ ok: published.ok, issues }, null, 2))
  else for (const issue of issues) io.err(issue.message)
  if (!compiled.ok || !published.ok) return 1
  const { unpublished } = published.value
  if (!json) {
    const { instrument, elements } = compiled.value
    io.out(
      `The model holds: ${instrument}, ${elements.length} elements, ${listIntakeItems(compiled.value).length} items.`,
    )
    if (unpublished.length) io.out(`Not published yet: ${unpublished.join(', ')}.`)
  }
  return 0
}

const items = (json: boolean, io: CommandIo): number => {
  const list = listIntakeItems(bundled)
  if (json) io.out(JSON.stringify(list, null, 2))
  else
    for (const { id, facet, reversed, kind, allowed } of list) {
      const range = kind === 'scale' ? '1 to 5' : kind === 'choice' ? allowed.join(' | ') : 'own words'
      io.out(
        [id.padEnd(36), (facet ?? '').padEnd(6), reversed ? 'reversed' : '        ', range]
          .join(' ')
          .trimEnd(),
      )
    }
  return 0
}

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const wrong = (message: string) => {
    io.err(`${message} See: groundwork model --help`)
    return 2
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [what, folder, ...others] = positionals
    const json = values.json === true
    if (what === 'check' && !others.length) return check(folder, json, io)
    if (what === 'items' && folder === undefined) return items(json, io)
    return wrong('Please give check or items.')
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      return wrong((error as Error).message)
    throw error
  }
}
