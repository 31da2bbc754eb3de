import type { Transaction } from 'kysely'
import { toBase64Url } from '../core/journal/bytes.ts'
import type { Caller } from '../platform/caller.ts'
import { BadInput, Conflict, Refusal } from '../platform/refusal.ts'
import { stubOf } from '../core/journal/entry.ts'
import { RefusedBeforeWriting } from './append-queue.ts'
import { type NamedEntry, checkEntries } from './check-entries.ts'
import { emptyLog } from './empty-log.ts'
import { type Erasing, isErased, keepErasures, readErasing } from './erasures.ts'
import { type JournalPlace, readPlace } from './journal-place.ts'
import { readyQuery } from './ready-query.ts'
import type { Records } from './records.ts'
import type { Tables } from './tables.ts'

const noHash = toBase64Url(new Uint8Array(32))

/** What stands at the end of one device's chain; null before its first entry. */
interface Link {
  master: string
  sequence: number
  hash: string
}

/**
 * Adds entries to a journal, all or none, in the order in which they come; one that is there already is passed over.
 * Acknowledged only when they are on the disk. @returns how many entries the journal then holds.
 * @throws as `readHeads` and `checkEntries`; Conflict `chain-forked`, `chain-gap`, `epoch-retired` or `epoch-unknown`;
 * BadInput `device-unknown` where the caller's master key did not certify the device, `leave-not-last`, `erase-refused`
 */
export const appendEntries = async (
  records: Records,
  caller: Caller,
  caseId: string,
  journal: string,
  frames: Uint8Array[],
): Promise<number> => {
  await readPlace(records.database, caller, caseId, journal)
  const { position, erased } = await records.appends.addChecked(
    () => checkEntries(caseId, journal, frames),
    named => async transaction => {
      let decided: Decided
      try {
        decided = await decide(transaction, caller, caseId, journal, named)
      } catch (error) {
        throw error instanceof Refusal ? new RefusedBeforeWriting(error) : error
      }
      return write(transaction, caseId, journal, decided)
    },
  )
  // Erased is what is gone from the log of writes too.
  if (erased) await emptyLog(records.database)
  return position
}

interface Decided {
  place: JournalPlace
  epoch: number
  added: NamedEntry[]
  chains: Map<string, Link>
  leaves: boolean
  /** What is stored here already and its content to be erased. */
  erasing: Erasing[]
}

/** Decides by what is stored which of the entries are new and fit. Writes nothing. */
const decide = async (
  transaction: Transaction<Tables>,
  caller: Caller,
  caseId: string,
  journal: string,
  named: NamedEntry[],
): Promise<Decided> => {
  const place = await readPlace(transaction, caller, caseId, journal)
  const known = new Set<string>()
  const chains = new Map<string, Link>()
  const added: NamedEntry[] = []
  const erasing: Erasing[] = []
  let [epoch, leaves] = [place.epoch, false]
  for (const one of named) {
    const chain = chains.get(one.device) ?? (await readChain(transaction, caseId, journal, one.device))
    // What comes next in its chain cannot be there; only what comes before may be, and is passed over.
    if (chain && one.entry.sequence <= chain.sequence) {
      const stored = { case: caseId, journal, hash: one.hash }
      if (known.has(one.hash) || (await findHash(transaction, stored)).length > 0) continue
    }
    known.add(one.hash)
    if (leaves) throw new BadInput('leave-not-last', 'Nothing can follow the entry that leaves the case.')
    checkChain(one, chain)
    if ((one.master ?? chain?.master) !== place.master)
      throw new BadInput('device-unknown', 'The keys of whoever sends this did not certify the device.')
    epoch = nextEpoch(one.entry.epoch, epoch, place.leads)
    if (one.entry.type === 'leave') {
      if (place.seat === null) throw new BadInput('leave-not-yours', 'Only a partner can leave a seat.')
      leaves = true
    }
    if (one.entry.type === 'erase')
      erasing.push(...(await readErasing(transaction, { case: caseId, journal }, place, one.entry, added)))
    chains.set(one.device, { master: place.master, sequence: one.entry.sequence, hash: one.hash })
    added.push(one)
  }
  return { place, epoch, added, chains, leaves, erasing }
}

const checkChain = ({ entry, previous }: NamedEntry, chain: Link | null): void => {
  const next = chain ? chain.sequence + 1 : 0
  if (entry.sequence > next)
    throw new Conflict('chain-gap', 'An entry of this device that comes before this one is missing here.')
  if (entry.sequence < next || previous !== (chain?.hash ?? noHash))
    throw new Conflict('chain-forked', 'This device has written another entry at this place already.')
}

const nextEpoch = (asked: number, epoch: number, leads: boolean): number => {
  if (asked === epoch || (asked === epoch + 1 && leads)) return asked
  throw asked < epoch
    ? new Conflict('epoch-retired', 'This was sealed under a key that is no longer in use. Seal it again.')
    : new Conflict('epoch-unknown', 'This was sealed under a key that is not in use yet.')
}

interface Place {
  case: string
  journal: string
}

const findHash = readyQuery((database, place: Place & { hash: string }) =>
  database
    .selectFrom('entries')
    .select('hash')
    .where('case_id', '=', place.case)
    .where('journal_id', '=', place.journal)
    .where('hash', '=', place.hash),
)

const findChain = readyQuery((database, place: Place & { device: string }) =>
  database
    .selectFrom('chains')
    .select(['master_key as master', 'sequence', 'hash'])
    .where('case_id', '=', place.case)
    .where('journal_id', '=', place.journal)
    .where('device', '=', place.device),
)

const addEntry = readyQuery(
  (
    database,
    row: Place & { position: number; hash: string; device: string; sequence: number; bytes: Uint8Array },
  ) =>
    database.insertInto('entries').values({
      case_id: row.case,
      journal_id: row.journal,
      position: row.position,
      hash: row.hash,
      device: row.device,
      sequence: row.sequence,
      bytes: row.bytes,
    }),
)

const putChain = readyQuery(
  (
    database,
    row: Place & { device: string; master: string; seat: string | null; sequence: number; hash: string },
  ) =>
    database
      .insertInto('chains')
      .values({
        case_id: row.case,
        journal_id: row.journal,
        device: row.device,
        master_key: row.master,
        seat_id: row.seat,
        sequence: row.sequence,
        hash: row.hash,
      })
      .onConflict(conflict =>
        conflict
          .columns(['case_id', 'journal_id', 'device'])
          .doUpdateSet({ sequence: row.sequence, hash: row.hash }),
      ),
)

const moveJournal = readyQuery(
  (database, row: Place & { position: number; epoch: number; erasures: number }) =>
    database
      .updateTable('journals')
      .set({ position: row.position, epoch: row.epoch, erasures: row.erasures })
      .where('case_id', '=', row.case)
      .where('journal_id', '=', row.journal),
)

const putStub = readyQuery((database, row: Place & { hash: string; bytes: Uint8Array }) =>
  database
    .updateTable('entries')
    .set({ bytes: row.bytes })
    .where('case_id', '=', row.case)
    .where('journal_id', '=', row.journal)
    .where('hash', '=', row.hash),
)

const readChain = async (
  transaction: Transaction<Tables>,
  caseId: string,
  journal: string,
  device: string,
): Promise<Link | null> => (await findChain(transaction, { case: caseId, journal, device }))[0] ?? null

const write = async (
  transaction: Transaction<Tables>,
  caseId: string,
  journal: string,
  { place, epoch, added, chains, leaves, erasing }: Decided,
): Promise<{ position: number; erased: boolean }> => {
  if (added.length === 0) return { position: place.position, erased: false }
  const at = { case: caseId, journal }
  const named = await keepErasures(transaction, at, place, added)
  const erasures = place.erasures || named.size > 0
  let position = place.position
  for (const { entry, hash, device } of added) {
    position += 1
    const isGone =
      named.has(hash) || (place.erasures && (await isErased(transaction, { ...at, hash }, place)))
    const bytes = isGone && entry.type === 'entry' ? stubOf(entry) : entry.bytes
    await addEntry(transaction, { ...at, position, hash, device, sequence: entry.sequence, bytes })
  }
  for (const { hash, stub } of erasing) await putStub(transaction, { ...at, hash, bytes: stub })
  for (const [device, { master, sequence, hash }] of chains)
    await putChain(transaction, { ...at, device, master, seat: place.seat, sequence, hash })
  await moveJournal(transaction, { ...at, position, epoch, erasures: erasures ? 1 : 0 })
  if (leaves && place.seat !== null)
    await transaction
      .updateTable('seats')
      .set({ has_left: 1 })
      .where('case_id', '=', caseId)
      .where('seat_id', '=', place.seat)
      .execute()
  return { position, erased: erasing.length > 0 }
}
