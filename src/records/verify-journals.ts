import type { Kysely } from 'kysely'
import { toBase64Url } from '../core/journal/bytes.ts'
import { verifyCertificate } from '../core/journal/certificate.ts'
import { type Entry, decodeEntry, verifyEntry } from '../core/journal/entry.ts'
import { cryptography } from '../platform/cryptography.ts'
import type { Tables } from './tables.ts'

/** An entry that is lost or broken, by its place alone. */
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
 * the database as it is at the start, whatever is added meanwhile.
 */
export const verifyJournals = (database: Kysely<Tables>): Promise<Verification> =>
  database.transaction().execute(verifyAll)

const verifyAll = async (database: Kysely<Tables>): Promise<Verification> => {
  const journals = await database
    .selectFrom('journals')
    .select(['case_id', 'journal_id', 'therapist', 'position'])
    .orderBy('case_id')
    .orderBy('journal_id')
    .execute()
  const found: Verification = {
    cases: new Set(journals.map(journal => journal.case_id)).size,
    journals: journals.length,
    entries: 0,
    broken: [],
  }
  for (const journal of journals) await verifyJournal(database, journal, found)
  return found
}

const verifyJournal = async (
  database: Kysely<Tables>,
  journal: Journal,
  found: Verification,
): Promise<void> => {
  const report = (code: BrokenPlace['code'], position: number): void =>
    void found.broken.push({ code, case: journal.case_id, journal: journal.journal_id, position })
  const masters = await readMasters(database, journal)
  const chains = new Map<string, { sequence: number; hash: string }>()
  let position = 0
  for (;;) {
    const rows = await database
      .selectFrom('entries')
      .select(['position', 'hash', 'device', 'sequence', 'bytes'])
      .where('case_id', '=', journal.case_id)
      .where('journal_id', '=', journal.journal_id)
      .where('position', '>', position)
      .orderBy('position')
      .limit(256)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      while (++position < row.position) report('lost', position)
      found.entries += 1
      for (const code of await verifyRow(journal, row, masters, chains)) report(code, row.position)
    }
  }
  while (++position <= journal.position) report('lost', position)
  if (position - 1 > journal.position) report('head-wrong', 0)
  for (const head of await readHeads(database, journal))
    if (chains.get(head.device)?.hash !== head.hash) report('head-wrong', 0)
}

/** The master keys that may have certified devices in this journal. */
const readMasters = async (database: Kysely<Tables>, journal: Journal): Promise<Set<string>> => {
  const seats = await database
    .selectFrom('seat_masters')
    .select('master_key')
    .where('case_id', '=', journal.case_id)
    .execute()
  const account = await database
    .selectFrom('cases')
    .innerJoin('accounts', 'accounts.account_id', 'cases.account_id')
    .select('accounts.master_key')
    .where('cases.case_id', '=', journal.case_id)
    .executeTakeFirst()
  return new Set([
    ...seats.map(seat => seat.master_key),
    ...(journal.therapist && account ? [account.master_key] : []),
  ])
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
  masters: Set<string>,
  chains: Map<string, { sequence: number; hash: string }>,
): Promise<BrokenPlace['code'][]> => {
  const decoded = decodeEntry(cryptography, row.bytes)
  if (!decoded.ok) return ['not-an-entry']
  const entry: Entry = decoded.value
  const codes: BrokenPlace['code'][] = []
  const [hash, device] = [toBase64Url(entry.hash), toBase64Url(entry.device)]
  if (toBase64Url(entry.case) !== journal.case_id || toBase64Url(entry.journal) !== journal.journal_id)
    codes.push('wrong-place')
  if (hash !== row.hash || device !== row.device || entry.sequence !== row.sequence) codes.push('hash-wrong')
  if (!(await verifyEntry(cryptography, entry))) codes.push('signature-wrong')
  if (entry.certificate) {
    if (!(await verifyCertificate(cryptography, entry.certificate))) codes.push('certificate-wrong')
    else if (!masters.has(toBase64Url(entry.certificate.master))) codes.push('master-unknown')
  }
  const before = chains.get(device)
  const follows = before
    ? entry.sequence === before.sequence + 1 && toBase64Url(entry.previous) === before.hash
    : entry.sequence === 0 && entry.previous.every(byte => byte === 0)
  if (!follows) codes.push('chain-broken')
  chains.set(device, { sequence: entry.sequence, hash })
  return codes
}
