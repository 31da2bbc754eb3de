import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { measureFirstQuestion } from './first-question.ts'
import { measureOpening } from './opening.ts'
import { measureReading } from './reading.ts'
import { measureRehearsal } from './rehearsal.ts'
import type { Bench, Measure, Row } from './row.ts'
import { measureSaves } from './saves.ts'
import { measureStart } from './start.ts'

const measures: Record<string, Measure> = {
  saves: measureSaves,
  start: measureStart,
  opening: measureOpening,
  reading: measureReading,
  rehearsal: measureRehearsal,
  'first-question': measureFirstQuestion,
}

const short = (number: number): string =>
  !Number.isFinite(number)
    ? '-'
    : number.toPrecision(3).includes('e')
      ? number.toFixed(0)
      : number.toPrecision(3)

const table = (rows: readonly Row[]): string => {
  const cells = rows.map(({ row, value, goal, ratio }) => [
    row,
    short(value.median),
    `${short(value.low)} to ${short(value.high)}`,
    goal ? `${goal.words}: ${goal.reached ? 'reached' : 'NOT reached'}` : '',
    ratio,
  ])
  const all = [['row', 'median', 'interval', 'goal', 'what is divided by what'], ...cells]
  const widths = all[0]?.map((_, i) => Math.max(...all.map(line => line[i]?.length ?? 0))) ?? []
  return all
    .map(line =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Measures the rows that are named, or all. Whatever ends it, no process and no file of it stays behind. */
export const main = async (args: string[], where: { root: string; place: string }): Promise<number> => {
  const quick = args.includes('--quick')
  const asked = args.filter(name => name !== '--quick')
  const unknown = asked.filter(name => !(name in measures))
  if (unknown.length > 0) {
    console.error(`There is no row ${unknown.join(', ')}. The rows: ${Object.keys(measures).join(', ')}.`)
    return 2
  }
  // On the disk that the project lies on: the system's temporary folder may be no disk at all.
  const scratch = mkdtempSync(join(where.place, 'data-'))
  const bench: Bench = { ...where, scratch, pairs: quick ? 3 : 9, quick, ends: [] }
  const end = () => {
    for (const one of bench.ends.splice(0)) one()
    rmSync(where.place, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      end()
      process.exit(130)
    })
  const startedAt = Date.now()
  try {
    for (const name of asked.length > 0 ? asked : Object.keys(measures)) {
      const from = Date.now()
      const rows = (await measures[name]?.(bench)) ?? []
      console.error(`${name}: ${Math.round((Date.now() - from) / 1000)} s`)
      console.log(table(rows))
      for (const { row, figures } of rows) console.log(`${row}: ${JSON.stringify(figures)}`)
      if (!quick) keep(where.root, name, rows)
    }
    console.error(`It took ${Math.round((Date.now() - startedAt) / 1000)} s.`)
    return 0
  } finally {
    end()
  }
}

/** The raw figures, for whoever wants to look closer; nothing in them tells whose machine it was but its kind. */
const keep = (root: string, name: string, rows: readonly Row[]): void => {
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = {
    node: process.versions.node,
    cores: availableParallelism(),
  }
  const text = JSON.stringify({ at: new Date().toISOString(), commit, machine, rows }, null, 2)
  writeFileSync(join(root, 'bench/results', `${name}.json`), `${text}\n`)
}
