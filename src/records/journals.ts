import type { Heads } from '../core/protocol/case-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import { NotFound, SignedOut } from '../platform/refusal.ts'
import { isId } from './check-entries.ts'
import { readPlace } from './journal-place.ts'
import type { Records } from './records.ts'

/** At most so many bytes of entries go out in one reply; the reader asks on from where they end. */
const mostBytesOut = 1 << 20

/** Epoch and length of each journal that the caller may read. @throws SignedOut, NotFound */
export const readHeads = async (records: Records, caller: Caller, caseId: string): Promise<Heads> => {
  if (caller.kind === 'nobody') throw new SignedOut()
  if (!isId(caseId)) throw new NotFound()
  const journals = records.database
    .selectFrom('journals')
    .select(['journals.journal_id as journal', 'journals.epoch', 'journals.position'])
    .where('journals.case_id', '=', caseId)
    .orderBy('journals.journal_id')
  if (caller.kind === 'account') {
    const rows = await journals
      .innerJoin('cases', 'cases.case_id', 'journals.case_id')
      .where('cases.account_id', '=', caller.account)
      .where('journals.therapist', '=', 1)
      .execute()
    if (rows.length === 0) throw new NotFound()
    return { journals: rows }
  }
  if (caller.case !== caseId) throw new NotFound()
  const rows = await journals
    .innerJoin('journal_seats', join =>
      join
        .onRef('journal_seats.case_id', '=', 'journals.case_id')
        .onRef('journal_seats.journal_id', '=', 'journals.journal_id'),
    )
    .where('journal_seats.seat_id', '=', caller.seat)
    .execute()
  return { journals: rows }
}

/**
 * The entries after the first `after` ones, in the server's order, as many as go into one reply.
 * @returns `position`: how many entries the journal holds up to and with those returned. @throws as `readHeads`
 */
export const readEntries = async (
  records: Records,
  caller: Caller,
  caseId: string,
  journal: string,
  after: number,
): Promise<{ entries: Uint8Array[]; position: number }> => {
  const place = await readPlace(records.database, caller, caseId, journal)
  const entries: Uint8Array[] = []
  let [position, bytesOut] = [Math.min(after, place.position), 0]
  while (position < place.position && bytesOut < mostBytesOut) {
    const rows = await records.database
      .selectFrom('entries')
      .select(['position', 'bytes'])
      .where('case_id', '=', caseId)
      .where('journal_id', '=', journal)
      .where('position', '>', position)
      .orderBy('position')
      .limit(64)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      entries.push(row.bytes)
      position = row.position
      bytesOut += row.bytes.length
      if (bytesOut >= mostBytesOut) break
    }
  }
  return { entries, position }
}
