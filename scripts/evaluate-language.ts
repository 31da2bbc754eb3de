import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageBundle } from '../src/core/language/language-bundle.ts'
import { readTurns } from '../src/core/language/read-turns.ts'
import type { Turn } from '../src/core/language/reading.ts'
import { compileLanguage } from '../src/core/model/compile-language.ts'
import { readLanguageFiles } from './read-language-files.ts'
import { bootstrap, type Measure, measure } from './train-language/cross-validate.ts'
import { readTable } from './train-language/examples.ts'

/** One labelled row: what is said, and which of its table's kinds are in it. */
export interface EvaluationRow {
  id: string
  half: string
  language: 'en' | 'fr'
  labels: string[]
  /** Kinds on which the two readings differ: they count neither way. */
  contested: string[]
  turns: Turn[]
}

/** Tables of the project's own rows, and the kinds that each is labelled for. */
export const tables = {
  sentences: ['promise', 'request', 'fear', 'owning', 'broken', 'hint', 'grudge'],
  risk: ['risk'],
  turns: ['dodge', 'pursue-withdraw', 'escalation', 'repair', 'fear-received', 'fear-missed'],
  therapist: ['side-taking', 'two-questions', 'sex-before-foundations', 'intimacy-for-sex'],
} as const

/** Turns as the tables write them: `A: ... | B: ... | T: ...`; a text without a name is one partner's. */
export function turnsOf(text: string): Turn[] {
  return text.split(' | ').map(part => {
    const named = /^([ABT]): (.*)$/s.exec(part)
    const speaker = named?.[1] ?? 'A'
    return { speaker, role: speaker === 'T' ? 'therapist' : 'partner', text: named?.[2] ?? part }
  })
}

const kindsIn = (labels = ''): string[] => labels.split(',').filter(label => label !== 'none' && label !== '')

function contestedIn(row: Record<string, string>): string[] {
  if (row.contested) return kindsIn(row.contested)
  if (!row.second) return []
  const first = new Set(kindsIn(row.labels))
  const second = new Set(kindsIn(row.second))
  return [...first, ...second].filter(kind => first.has(kind) !== second.has(kind))
}

/** The rows of one table of `eval/`; none where it is missing. */
export function rowsOf(root: string, table: string): EvaluationRow[] {
  const path = join(root, 'eval', `${table}.tsv`)
  if (!existsSync(path)) return []
  return readTable(readFileSync(path, 'utf8')).map(row => ({
    id: row.id ?? '',
    half: row.half ?? 'test',
    language: row.language === 'fr' ? 'fr' : 'en',
    labels: kindsIn(row.labels),
    contested: contestedIn(row),
    turns: turnsOf(row.text ?? row.sentence ?? ''),
  }))
}

const share = (x: number) => x.toFixed(3)

/** Prints precision, recall and F1 of each kind with the middle 95 of 100 of 1,000 draws, and false alarms where a file of turns is given. */
export function evaluate(about: { root: string; arguments: string[]; print: (line: string) => void }): void {
  const { root, print } = about
  const option = (name: string, usual: string) => {
    const at = about.arguments.indexOf(`--${name}`)
    return at < 0 ? usual : (about.arguments[at + 1] ?? usual)
  }
  const compiled = compileLanguage(readLanguageFiles(root))
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('\n'))
  const { bundle } = compiled.value
  const half = option('half', 'test')
  const errors = Number(option('errors', '0'))
  const only = option('kind', '')
  const language = option('language', '')
  for (const [table, kinds] of Object.entries(tables)) {
    const rows = rowsOf(root, table).filter(
      row => (half === 'all' || row.half === half) && (language === '' || row.language === language),
    )
    if (rows.length === 0) continue
    print(`${table}: ${rows.length} rows (${half})`)
    const said = rows.map(
      row =>
        new Set(readTurns(row.turns, bundle, { language: row.language }).findings.map(({ kind }) => kind)),
    )
    for (const kind of kinds) {
      if (only !== '' && kind !== only) continue
      const isSaid = Int8Array.from(said, found => (found.has(kind) ? 1 : 0))
      const gold = Int8Array.from(rows, row =>
        row.contested.includes(kind) ? -1 : row.labels.includes(kind) ? 1 : 0,
      )
      print(lineOf(kind, isSaid, gold))
      let shown = 0
      for (const [i, row] of rows.entries())
        if (gold[i] !== -1 && isSaid[i] !== gold[i] && shown++ < errors)
          print(`    ${gold[i] ? 'missed' : 'false'}  ${row.turns.map(({ text }) => text).join(' | ')}`)
    }
  }
  const file = option('client-turns', '')
  if (file !== '') falseAlarms(file, bundle, print)
}

function lineOf(kind: string, said: Int8Array, gold: Int8Array): string {
  const whole: Measure = measure(said, gold)
  const [low, high] = bootstrap(gold.length, which => measure(said, gold, which).f1)
  return `  ${kind.padEnd(24)} P ${share(whole.precision)}  R ${share(whole.recall)}  F1 ${share(whole.f1)} [${share(low)}, ${share(high)}]  n ${whole.n}`
}

const HOSTILE = ['blame', 'contempt', 'category', 'absolute'] as const

/** Hostile findings in 1,000 words of clients' ordinary talk. Prints counts alone: the text stays where it is. */
function falseAlarms(file: string, bundle: LanguageBundle, print: (line: string) => void): void {
  const transcripts = new Map<string, Turn[]>()
  for (const row of readTable(readFileSync(file, 'utf8'))) {
    const turns = transcripts.get(row.transcript ?? '') ?? []
    turns.push({
      speaker: row.role ?? '',
      role: row.role === 'therapist' ? 'therapist' : 'partner',
      text: row.text ?? '',
    })
    transcripts.set(row.transcript ?? '', turns)
  }
  const counts = new Map<string, number>()
  let words = 0
  for (const turns of transcripts.values()) {
    for (const { role, text } of turns)
      if (role === 'partner') words += text.split(/\s+/).filter(Boolean).length
    for (const { kind, turn } of readTurns(turns, bundle, { language: 'en' }).findings)
      if (turns[turn]?.role === 'partner') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const hostile = HOSTILE.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  print(`false alarms in ${words} words of clients: ${((1000 * hostile) / words).toFixed(2)} in 1,000`)
  print(
    `  ${[...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  )
}
