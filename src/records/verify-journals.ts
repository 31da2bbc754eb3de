import { type Kysely, sql } from 'kysely'
import { toBase64Url } from '../core/journal/bytes.ts'
import { verifyCertificate } from '../core/journal/certificate.ts'
import { type Entry, decodeEntry, verifyEntry } from '../core/journal/entry.ts'
import { cryptography } from '../platform/cryptography.ts'
import { isDamage } from '../platform/sqlite.ts'
import type { Tables } from './tables.ts'

/**
 * An entry that is lost or broken, by its place alone. `emptied`: only a stub is there, and nobody who may erase it has
 * done so; `not-erased`: somebody has, and its content is still there.
 */
export interface BrokenPlace {
  code:
    | 'lost'
    | 'not-an-entry'
    | 'wrong-place'
    | 'hash-wrong'
    | 'signature-wrong'
    | 'certificate-wrong'
    | 'master-unknown'
    | 'chain-broken'
    | 'head-wrong'
    | 'emptied'
    | 'not-erased'
  case: string
  journal: string
  /** The entry's number in its journal, from 1; 0 where the journal's own row is meant. */
  position: number
}

/** What was found: how much there is, and each broken place. */
export interface Verification {
  cases: number
  journals: number
  entries: number
  broken: BrokenPlace[]
}

interface Journal {
  case_id: string
  journal_id: string
  therapist: number
  position: number
}
interface Row {
  position: number
  hash: string
  device: string
  sequence: number
  bytes: Uint8Array
}

/**
 * Checks every stored entry as far as can be without its key: form, place, hash, signature, certificate, chain. It sees
 * the database as it is at the start, whatever is added meanwhile. With `salvage` it reads a damaged file as far as that
 * can be read, and what lies in no readable part of it counts as lost.
 */
export const verifyJournals = (
  database: Kysely<Tables>,
  options: { salvage?: boolean } = {},
): Promise<Verification> =>
  options.salvage
    ? verifyAll(database, true)
    : database.transaction().execute(transaction => verifyAll(transaction, false))

const verifyAll = async (database: Kysely<Tables>, salvage: boolean): Promise<Verification> => {
  const journals = await database
    .selectFrom('journals')
    .select(['case_id', 'journal_id', 'therapist', 'position'])
    .execute()
  journals.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const found: Verification = {
    cases: new Set(journals.map(journal => journal.case_id)).size,
    journals: journals.length,
    entries: 0,
    broken: [],
  }
  const left = salvage ? await findRows(database, journals) : null
  for (const journal of journals)
    await verifyJournal(
      database,
      journal,
      found,
      left
        ? () => readLeft(database, left.get(nameOf(journal)) ?? [])
        : after => readRows(database, journal, after),
    )
  return found
}

const nameOf = ({ case_id, journal_id }: Pick<Journal, 'case_id' | 'journal_id'>): string =>
  `${case_id}/${journal_id}`

/** Where in a damaged file each journal's rows lie, asked row by row, as the indexes may be what is damaged. */
const findRows = async (database: Kysely<Tables>, journals: Journal[]): Promise<Map<string, number[]>> => {
  const found = new Map(journals.map(journal => [nameOf(journal), [] as number[]]))
  // Rows are numbered from 1 and never deleted, so there are as many as the journals count.
  const most = journals.reduce((sum, { position }) => sum + position, 0)
  for (let row = 1; row <= most; row++) {
    const read = sql<{ case_id: string; journal_id: string }>`
      select case_id, journal_id from entries where rowid = ${row}`.execute(database)
    const place = (await unlessDamaged(read))?.rows[0]
    if (place) found.get(nameOf(place))?.push(row)
  }
  return found
}

/** The next of a damaged file's rows that can be read, in their order in the journal; takes them out of `left`. */
const readLeft = async (database: Kysely<Tables>, left: number[]): Promise<Row[]> => {
  const rows: Row[] = []
  for (const row of left.splice(0)) {
    const read = sql<Row>`
      select position, hash, device, sequence, bytes from entries where rowid = ${row}`.execute(database)
    rows.push(...((await unlessDamaged(read))?.rows ?? []))
  }
  return rows.sort((a, b) => a.position - b.position)
}

const verifyJournal = async (
  database: Kysely<Tables>,
  journal: Journal,
  found: Verification,
  read: (after: number) => Promise<Row[]>,
): Promise<void> => {
  const report = (code: BrokenPlace['code'], position: number): void =>
    void found.broken.push({ code, case: journal.case_id, journal: journal.journal_id, position })
  const masters = await unlessDamaged(readMasters(database, journal))
  const chains = new Map<string, { sequence: number; hash: string }>()
  const erasures = new Erasures(
    journal.therapist ? await unlessDamaged(readTherapist(database, journal)) : null,
  )
  let position = 0
  for (;;) {
    const rows = await read(position)
    if (rows.length === 0) break
    for (const row of rows) {
      while (++position < row.position) report('lost', position)
      found.entries += 1
      for (const code of await verifyRow(journal, row, masters, chains, erasures)) report(code, row.position)
    }
  }
  while (++position <= journal.position) report('lost', position)
  for (const { code, position } of erasures.wrong()) report(code, position)
  if (position - 1 > journal.position) report('head-wrong', 0)
  for (const head of (await unlessDamaged(readHeads(database, journal))) ?? [])
    if (chains.get(head.device)?.hash !== head.hash) report('head-wrong', 0)
}

/** What was read, or null where it lies in a part of the file that is damaged. */
const unlessDamaged = async <T>(read: Promise<T>): Promise<T | null> => {
  try {
    return await read
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

const readRows = (database: Kysely<Tables>, journal: Journal, after: number): Promise<Row[]> =>
  database
    .selectFrom('entries')
    .select(['position', 'hash', 'device', 'sequence', 'bytes'])
    .where('case_id', '=', journal.case_id)
    .where('journal_id', '=', journal.journal_id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(256)
    .execute()

/** The master keys that may have certified devices in this journal. */
const readMasters = async (database: Kysely<Tables>, journal: Journal): Promise<Set<string>> => {
  const seats = await database
    .selectFrom('seat_masters')
    .select('master_key')
    .where('case_id', '=', journal.case_id)
    .execute()
  const therapist = journal.therapist ? await readTherapist(database, journal) : null
  return new Set([...seats.map(seat => seat.master_key), ...(therapist === null ? [] : [therapist])])
}

const readTherapist = async (database: Kysely<Tables>, journal: Journal): Promise<string | null> => {
  const account = await database
    .selectFrom('cases')
    .innerJoin('accounts', 'accounts.account_id', 'cases.account_id')
    .select('accounts.master_key')
    .where('cases.case_id', '=', journal.case_id)
    .executeTakeFirst()
  return account?.master_key ?? null
}

/** What one journal's entries erase, against what is still there of those that they name. */
class Erasures {
  private readonly masters = new Map<string, string>()
  private readonly erased = new Map<string, Set<string>>()
  private readonly entries: { hash: string; device: string; position: number; isStub: boolean }[] = []
  private readonly leader: string | null
  constructor(leader: string | null) {
    this.leader = leader
  }

  take(entry: Entry, hash: string, device: string, position: number): void {
    if (entry.certificate) this.masters.set(device, toBase64Url(entry.certificate.master))
    this.entries.push({ hash, device, position, isStub: entry.sealed === null })
    if (entry.type !== 'erase') return
    for (const target of entry.erases.map(toBase64Url)) {
      const by = this.erased.get(target) ?? new Set()
      this.erased.set(target, by.add(this.masters.get(device) ?? ''))
    }
  }

  wrong(): { code: BrokenPlace['code']; position: number }[] {
    return this.entries.flatMap(({ hash, device, position, isStub }) => {
      const by = this.erased.get(hash)
      const isErased =
        by !== undefined &&
        (by.has(this.masters.get(device) ?? '') || (this.leader !== null && by.has(this.leader)))
      return isErased === isStub ? [] : [{ code: isStub ? 'emptied' : 'not-erased', position }]
    })
  }
}

const readHeads = (database: Kysely<Tables>, journal: Journal) =>
  database
    .selectFrom('chains')
    .select(['device', 'hash'])
    .where('case_id', '=', journal.case_id)
    .where('journal_id', '=', journal.journal_id)
    .execute()

const verifyRow = async (
  journal: Journal,
  row: Row,
  masters: Set<string> | null,
  chains: Map<string, { sequence: number; hash: string }>,
  erasures: Erasures,
): Promise<BrokenPlace['code'][]> => {
  const decoded = decodeEntry(cryptography, row.bytes)
  if (!decoded.ok) return ['not-an-entry']
  const entry: Entry = decoded.value
  const codes: BrokenPlace['code'][] = []
  const [hash, device] = [toBase64Url(entry.hash), toBase64Url(entry.device)]
  if (toBase64Url(entry.case) !== journal.case_id || toBase64Url(entry.journal) !== journal.journal_id)
    codes.push('wrong-place')
  erasures.take(entry, hash, device, row.position)
  if (hash !== row.hash || device !== row.device || entry.sequence !== row.sequence) codes.push('hash-wrong')
  if (!(await verifyEntry(cryptography, entry))) codes.push('signature-wrong')
  if (entry.certificate) {
    if (!(await verifyCertificate(cryptography, entry.certificate))) codes.push('certificate-wrong')
    else if (masters && !masters.has(toBase64Url(entry.certificate.master))) codes.push('master-unknown')
  }
  const before = chains.get(device)
  const follows = before
    ? entry.sequence === before.sequence + 1 && toBase64Url(entry.previous) === before.hash
    : entry.sequence === 0 && entry.previous.every(byte => byte === 0)
  if (!follows) codes.push('chain-broken')
  chains.set(device, { sequence: entry.sequence, hash })
  return codes
}
