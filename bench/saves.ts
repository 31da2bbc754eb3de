import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { toBase64Url } from '../src/core/journal/bytes.ts'
import type { Entry } from '../src/core/journal/entry.ts'
import { encodeFrames, framesType } from '../src/core/journal/frames.ts'
import { type Load, sendLoad } from './load.ts'
import { cryptography } from './node-cryptography.ts'
import { type OwnProcess, startServer } from './own-process.ts'
import { inPairs, median, quantile, summarise } from './pairs.ts'
import { Chain, type Partner, makePartners, makeTherapist, randomText } from './practice.ts'
import type { Bench, Measure } from './row.ts'

const partnersAtOnce = 200
const bodyOf = (n: number) => ({
  kind: 'answer',
  at: '2026-11-23T09:00:00.000Z',
  instrument: 'intake@1',
  item: `values.us.${n % 6}`,
  value: (n % 5) + 1,
})

/** What each partner sends, one entry a request, as a phone does while its owner answers. */
const writeRequests = (partner: Partner, count: number): { entries: Entry[]; requests: Uint8Array[] } => {
  const chain = new Chain(partner.caseId, partner.journal, cryptography.random(32), partner.masterSeed)
  const entries = Array.from({ length: count }, (_, n) => chain.write(bodyOf(n)))
  const requests = entries.map(({ bytes }) => {
    const body = encodeFrames([bytes])
    const head = [
      `POST /api/cases/${partner.caseId}/journals/${partner.journal}/entries HTTP/1.1`,
      'host: 127.0.0.1',
      `cookie: ${partner.cookie}`,
      `x-groundwork-seat: ${partner.seat}`,
      `content-type: ${framesType}`,
      `content-length: ${body.length}`,
      '',
      '',
    ].join('\r\n')
    return Buffer.concat([Buffer.from(head), body])
  })
  return { entries, requests }
}

/** A server with its partners and what they are going to send. */
interface Side {
  server: OwnProcess
  requests: Uint8Array[][]
  entries: Entry[]
  cursors: number[]
}

/** Two hundred phones: of as many partners where `phonesEach` is 1. `cases`: how many more lie in the database. */
const openSide = async (
  bench: Bench,
  name: string,
  { phonesEach, cases, requestsEach }: { phonesEach: number; cases: number; requestsEach: number },
): Promise<Side> => {
  const data = join(bench.scratch, name)
  let server = await startServer(bench, data)
  const { world } = await makeTherapist(server.address, String(server.said['setUpCode']))
  const partners: Partner[] = []
  while (partners.length * phonesEach < partnersAtOnce)
    partners.push(...(await makePartners(server.address, world.cookies)))
  if (cases > 0) {
    await server.stop()
    addCases(join(data, 'groundwork.sqlite'), cases)
    server = await startServer(bench, data)
  }
  const phones = Array.from({ length: phonesEach }, () => partners).flat()
  const written = phones.map(partner => writeRequests(partner, requestsEach))
  return {
    server,
    requests: written.map(({ requests }) => requests),
    entries: written.flatMap(({ entries }) => entries),
    cursors: phones.map(() => 0),
  }
}

/** Adds cases of two, with an entry in each, straight into the database: only how many there are matters. */
const addCases = (file: string, cases: number): void => {
  const database = new DatabaseSync(file)
  database.exec('pragma synchronous = off')
  database.exec('pragma foreign_keys = off')
  database.exec('begin')
  const account = (database.prepare('select account_id from accounts').get() as { account_id: string })
    .account_id
  const into = (table: string, columns: number) =>
    database.prepare(`insert into ${table} values (${Array.from({ length: columns }, () => '?').join(', ')})`)
  const [cases_, journals, readers, entries, chains] = [
    into('cases', 3),
    into('journals', 6),
    into('journal_seats', 3),
    into('entries', 7),
    into('chains', 7),
  ]
  const seats = into('seats', 18)
  const bytes = cryptography.random(1340)
  for (let n = 0; n < cases; n++) {
    const id = randomText(16)
    cases_.run(id, account, randomText(32))
    const both = [randomText(16), randomText(16)]
    for (const seat of both)
      seats.run(
        id,
        seat,
        1,
        randomText(32),
        randomText(32),
        randomText(300),
        '2026-12-01T00:00:00.000Z',
        0,
        0,
        null,
        null,
        randomText(32),
        null,
        0,
        null,
        0,
        '',
        null,
      )
    for (let j = 0; j < 6; j++) {
      const journal = randomText(16)
      journals.run(id, journal, 1, 1, j === 0 ? 1 : 0, 0)
      readers.run(id, journal, both[j % 2] as string)
      if (j > 0) continue
      const [device, hash] = [randomText(32), randomText(32)]
      entries.run(id, journal, 1, hash, device, 0, bytes)
      chains.run(id, journal, device, randomText(32), both[0] as string, 0, hash)
    }
  }
  database.exec('commit')
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
}

/** The same rows by the same library on the same disk, each entry in a commit of its own, and nothing around it. */
const openBare = (bench: Bench, entries: readonly Entry[]) => {
  mkdirSync(join(bench.scratch, 'bare'), { recursive: true })
  const database = new DatabaseSync(join(bench.scratch, 'bare', 'bare.sqlite'))
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec(`create table journals (case_id text not null, journal_id text not null, epoch integer not null,
    position integer not null, primary key (case_id, journal_id))`)
  database.exec(`create table chains (case_id text not null, journal_id text not null, device text not null,
    master_key text not null, seat_id text, sequence integer not null, hash text not null,
    primary key (case_id, journal_id, device))`)
  database.exec(`create table entries (case_id text not null, journal_id text not null, position integer not null,
    hash text not null, device text not null, sequence integer not null, bytes blob not null,
    primary key (case_id, journal_id, position), unique (case_id, journal_id, hash),
    unique (case_id, journal_id, device, sequence))`)
  const addEntry = database.prepare('insert into entries values (?, ?, ?, ?, ?, ?, ?)')
  const putChain = database.prepare(`insert into chains values (?, ?, ?, '', null, ?, ?)
    on conflict (case_id, journal_id, device) do update set sequence = excluded.sequence, hash = excluded.hash`)
  const putJournal = database.prepare(`insert into journals values (?, ?, 1, ?)
    on conflict (case_id, journal_id) do update set position = excluded.position`)
  const rows = entries.map(entry => ({
    case: toBase64Url(entry.case),
    journal: toBase64Url(entry.journal),
    hash: toBase64Url(entry.hash),
    device: toBase64Url(entry.device),
    sequence: entry.sequence,
    bytes: entry.bytes,
  }))
  let at = 0
  bench.ends.push(() => database.close())
  return async (durationMs: number): Promise<number> => {
    const startedAt = performance.now()
    let count = 0
    while (performance.now() - startedAt < durationMs) {
      const row = rows[at++]
      if (!row) throw new Error('the bench wrote too few entries')
      database.exec('begin immediate')
      addEntry.run(row.case, row.journal, row.sequence + 1, row.hash, row.device, row.sequence, row.bytes)
      putChain.run(row.case, row.journal, row.device, row.sequence, row.hash)
      putJournal.run(row.case, row.journal, row.sequence + 1)
      database.exec('commit')
      count++
    }
    return (count * 1000) / (performance.now() - startedAt)
  }
}

/** Acknowledged, durable saves; how even they are; and whether many cases make them slower. */
export const measureSaves: Measure = async bench => {
  const ms = bench.quick ? 700 : 1000
  // For a first run that is not counted, and up to 3000 a second.
  const each = Math.ceil(((2 * bench.pairs + 2) * ms * 3) / partnersAtOnce)
  const usual = await openSide(bench, 'usual', { phonesEach: 1, cases: 0, requestsEach: each })
  // Ten phones of each partner of ten cases save as often as one phone of each of two hundred partners.
  const half = Math.ceil(each / 2)
  const few = await openSide(bench, 'few', { phonesEach: 10, cases: 0, requestsEach: half })
  const more = (bench.quick ? 10_000 : 100_000) - partnersAtOnce / 2
  const many = await openSide(bench, 'many', { phonesEach: 1, cases: more, requestsEach: half })
  // Taken alternately from each partner, so that the bare side too writes to two hundred journals.
  const alternately = usual.requests[0]?.flatMap((_, n) =>
    usual.requests.map((_, p) => usual.entries[p * each + n] as Entry),
  )
  const bare = openBare(bench, alternately ?? [])
  const save = (side: Side): Promise<Load> => sendLoad(side.server.port, side.requests, side.cursors, ms)
  for (const side of [usual, few, many]) await save(side)
  await bare(ms / 2)
  const against = await inPairs(
    bench.pairs,
    () => save(usual),
    () => bare(ms),
  )
  const sizes = await inPairs(
    bench.pairs,
    () => save(many),
    () => save(few),
  )
  for (const side of [usual, few, many]) await side.server.stop()
  const rate = summarise(against.map(([ours, other]) => ours.perSecond / other))
  const evenness = summarise(
    against.map(([{ latenciesMs }]) => quantile(latenciesMs, 0.99) / quantile(latenciesMs, 0.5)),
  )
  const size = summarise(sizes.map(([big, small]) => big.perSecond / small.perSecond))
  return [
    {
      row: 'saves',
      ratio: 'saves a second over HTTP from 200 partners / bare commits of the same rows, one each',
      value: rate,
      goal: { words: 'at least 0.5', reached: rate.median >= 0.5 },
      figures: {
        savesPerSecond: median(against.map(([ours]) => ours.perSecond)),
        bareCommitsPerSecond: median(against.map(([, other]) => other)),
        commits: 'grouped: appends that arrive together share one commit, and none is acknowledged before it',
      },
    },
    {
      row: 'saves, evenness',
      ratio: '99th percentile of the time to an acknowledgement / its median',
      value: evenness,
      goal: { words: 'at most 10', reached: evenness.median <= 10 },
      figures: {
        medianMs: median(against.map(([ours]) => quantile(ours.latenciesMs, 0.5))),
        p99Ms: median(against.map(([ours]) => quantile(ours.latenciesMs, 0.99))),
      },
    },
    {
      row: 'saves, many cases',
      ratio: `saves a second with ${bench.quick ? '10,000' : '100,000'} cases in the database / with 10`,
      value: size,
      goal: { words: 'at least 0.9', reached: size.median >= 0.9 },
      figures: {
        savesPerSecondMany: median(sizes.map(([big]) => big.perSecond)),
        savesPerSecondFew: median(sizes.map(([, small]) => small.perSecond)),
      },
    },
  ]
}
