import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readLanguageFiles } from '../scripts/read-language-files.ts'
import { readTurns } from '../src/core/language/read-turns.ts'
import { compileLanguage } from '../src/core/model/compile-language.ts'
import { readTranscript } from '../src/core/transcript/read-transcript.ts'
import { median, summarise } from './pairs.ts'
import { asText, countWords, makeSession } from './reading-transcript.ts'
import type { Bench, Measure, Row } from './row.ts'

const WORDS = 8_000
/** A measure of one side lasts at least this long: a single reading is over too soon to be timed. */
const LEAST_MS = 200

type Read = (text: string) => unknown

/** Processor time of this process so far, in milliseconds, its helping threads included: other work does not change it. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Processor milliseconds that one reading takes, from as many as fill the least time. */
const timeOf = async (read: () => unknown): Promise<number> => {
  const startedAt = processorMs()
  let times = 0
  let ms = 0
  while (ms < LEAST_MS) {
    const done = read()
    if (done instanceof Promise) await done
    times++
    ms = processorMs() - startedAt
  }
  return ms / times
}

/** Times every side once in each round, in an order that turns, so that a busy minute touches all. */
const inRounds = async (
  rounds: number,
  sides: Record<string, () => Promise<number>>,
): Promise<Record<string, number[]>> => {
  const names = Object.keys(sides)
  const all: Record<string, number[]> = Object.fromEntries(names.map(name => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const i of names.keys()) {
      const name = names[(i + round) % names.length] as string
      all[name]?.push((await sides[name]?.()) ?? Number.NaN)
    }
  return all
}

const ratiosOf = (above: readonly number[], below: readonly number[]) =>
  summarise(above.map((value, i) => value / (below[i] ?? Number.NaN)))

/** Says at its end what a process took. */
const tell =
  "process.on('exit',()=>{const u=process.cpuUsage();process.stderr.write('\\ntook '+(u.user+u.system)/1000)})"

/** Processor milliseconds of a whole process, from its start to its end. */
const timeProcess = (args: string[], cwd: string): number => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...args],
    { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  const took = /took ([\d.]+)$/.exec(stderr)?.[1]
  if (status !== 0 || took === undefined) throw new Error(stderr.split('\n')[0])
  return Number(took)
}

const atLeast = { alex: 40, 'wink-nlp': 3 } as Record<string, number>

/** Rows of one peer: how many times its words a second ours are. */
const peerRows = (how: 'warm' | 'cold', times: Record<string, number[]>, words: number): Row[] => {
  const { ours = [], ...peers } = times
  return Object.entries(peers).map(([name, theirs]) => {
    const value = ratiosOf(theirs, ours)
    const least = how === 'warm' ? atLeast[name] : undefined
    return {
      row: `reading, ${how} / ${name}`,
      ratio:
        how === 'warm'
          ? `words a second, all findings on one transcript of ${words} words / ${name} on the same text`
          : 'the same in a fresh process, from its start to its end: its processor time / of groundwork read',
      value,
      goal: least ? { words: `at least ${least}`, reached: value.median >= least } : null,
      figures: { oursMs: median(ours), theirsMs: median(theirs) },
    }
  })
}

/** All findings on one transcript, warm and cold, beside peers; and how time grows with the words. */
export const measureReading: Measure = async (bench: Bench) => {
  const compiled = compileLanguage(readLanguageFiles(bench.root))
  if (!compiled.ok) throw new Error('the language of the model is refused')
  const { bundle, examples } = compiled.value
  const english = examples
    .filter(({ rule }) => rule.language === 'en')
    .flatMap(({ flag, pass }) => [...flag, ...pass])
  const turns = makeSession(WORDS, english)
  const text = asText(turns)
  const words = countWords(turns.map(turn => turn.text).join(' '))
  const findings = readTurns(turns, bundle).findings.length
  const ours = () => readTurns(turns, bundle)

  const peersFile = join(bench.root, 'bench/reading-peers.mjs')
  const { peers } = (await import(/* @vite-ignore */ pathToFileURL(peersFile).href)) as {
    peers: Record<string, () => Promise<Read>>
  }
  const warmSides: Record<string, () => Promise<number>> = { ours: () => timeOf(ours) }
  for (const [name, open] of Object.entries(peers)) {
    const read = await open()
    warmSides[name] = () => timeOf(() => read(text))
  }
  // The engine compiles what is hot; nobody is measured before that.
  await inRounds(bench.quick ? 1 : 2, warmSides)
  const warm = await inRounds(bench.pairs, warmSides)

  const file = join(bench.scratch, 'session.txt')
  writeFileSync(file, text)
  const coldSides: Record<string, () => Promise<number>> = {
    ours: async () =>
      timeProcess(
        ['bin/groundwork.mjs', 'read', file, '--json', '--roles', 'P1=partner,P2=partner,T=therapist'],
        bench.root,
      ),
  }
  for (const name of Object.keys(peers))
    coldSides[name] = async () => timeProcess([peersFile, name, file], bench.root)
  const cold = await inRounds(Math.min(bench.pairs, 7), coldSides)

  const millions = summarise((warm['ours'] ?? []).map(ms => words / ms / 1_000))
  return [
    {
      row: 'reading, warm',
      ratio: `millions of words a second, all findings on one transcript of ${words} words (${findings} findings)`,
      value: millions,
      goal: { words: 'at least 1', reached: millions.median >= 1 },
      figures: { words, findings, ms: median(warm['ours'] ?? []) },
    },
    ...peerRows('warm', warm, words),
    ...peerRows('cold', cold, words),
    ...(await measureGrowth(bench, size => {
      const session = makeSession(size, english)
      const count = countWords(session.map(turn => turn.text).join(' '))
      return { count, read: () => readTurns(session, bundle) }
    })),
    await measureOpeningOfFiles(bench),
  ]
}

/** Time for each word of a long session over that of a short one: 1 is linear. */
const measureGrowth = async (
  bench: Bench,
  sized: (words: number) => { count: number; read: () => unknown },
): Promise<Row[]> => {
  const short = sized(1_000)
  const long = sized(1_000_000)
  const times = await inRounds(bench.pairs, {
    short: async () => (await timeOf(short.read)) / short.count,
    long: async () => (await timeOf(long.read)) / long.count,
  })
  const value = ratiosOf(times['long'] ?? [], times['short'] ?? [])
  return [
    {
      row: 'reading, 1,000,000 words',
      ratio: 'time for each word of a session of 1,000,000 words / of 1,000 words',
      value,
      goal: { words: 'at most 2', reached: value.median <= 2 },
      figures: {
        shortNsPerWord: median(times['short'] ?? []) * 1e6,
        longNsPerWord: median(times['long'] ?? []) * 1e6,
      },
    },
  ]
}

/** Time for each byte of opening a long file over that of a short one: 1 is linear. */
const measureOpeningOfFiles = async (bench: Bench): Promise<Row> => {
  const sized = (size: number) => {
    const line = 'P1: We went to the market on Saturday and came back late.\nT: What happened then?\n'
    return new TextEncoder().encode(line.repeat(Math.ceil(size / line.length)))
  }
  const short = sized(20_000)
  const long = sized(4_000_000)
  const times = await inRounds(bench.pairs, {
    short: async () => (await timeOf(() => readTranscript(short))) / short.length,
    long: async () => (await timeOf(() => readTranscript(long))) / long.length,
  })
  const value = ratiosOf(times['long'] ?? [], times['short'] ?? [])
  return {
    row: 'opening a transcript, 4 MB',
    ratio: 'time for each byte of a transcript file of 4 MB / of 20 kB',
    value,
    goal: { words: 'at most 3', reached: value.median <= 3 },
    figures: {
      shortNsPerByte: median(times['short'] ?? []) * 1e6,
      longNsPerByte: median(times['long'] ?? []) * 1e6,
    },
  }
}
