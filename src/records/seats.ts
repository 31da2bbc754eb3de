import type { NewLink, SeatState } from '../core/protocol/case-protocol.ts'
import type { Claim } from '../core/protocol/seat-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import { toIso } from '../platform/clock.ts'
import { Conflict, NotFound } from '../platform/refusal.ts'
import { freshSeat, refuseTakenId, requireOwnCase } from './cases.ts'
import { mostTries } from './pin.ts'
import type { Records } from './records.ts'

/** How far each seat's joining has come, for the case's therapist. @throws SignedOut, NotFound */
export const readSeats = async (records: Records, caller: Caller, caseId: string): Promise<SeatState[]> => {
  await requireOwnCase(records.database, caller, caseId)
  const rows = await records.database
    .selectFrom('seats')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seat_id')
    .execute()
  const now = toIso(records.now())
  return rows.map(row => ({
    seat: row.seat_id,
    link: row.revoked ? 'revoked' : row.claim ? 'claimed' : row.expires_at <= now ? 'expired' : 'open',
    expiresAt: row.expires_at,
    claimedAt: row.claimed_at,
    claim: row.claim === null ? null : (JSON.parse(row.claim) as Claim),
    locked: row.tries >= mostTries,
    waits: row.tries >= mostTries || row.next_try_at > now,
    left: row.has_left === 1,
  }))
}

/**
 * Gives a seat a new link: the old one, its sign-ins, its keyring and its PIN end; so does its way to the `own` journals
 * it had, whose keys went with the old phone. @throws SignedOut, NotFound, Conflict `seat-left` or `id-taken`
 */
export const replaceLink = async (
  records: Records,
  caller: Caller,
  caseId: string,
  seat: string,
  link: NewLink,
): Promise<void> => {
  await records.database
    .transaction()
    .execute(async transaction => {
      await requireOwnCase(transaction, caller, caseId)
      const row = await transaction
        .selectFrom('seats')
        .select(['generation', 'has_left', 'claim_hash', 'door_hash', 'revoked'])
        .where('case_id', '=', caseId)
        .where('seat_id', '=', seat)
        .executeTakeFirst()
      if (!row) throw new NotFound()
      if (row.has_left) throw new Conflict('seat-left', 'This person has left the case.')
      if (row.claim_hash === link.claimHash && row.door_hash === link.doorHash) {
        // The same request once more: it must not end what the new link began.
        if (!row.revoked) return
        throw new Conflict('id-taken', 'This link was revoked. Please make another.')
      }
      await endSignIns(transaction, caseId, seat)
      await transaction
        .deleteFrom('journal_seats')
        .where('case_id', '=', caseId)
        .where('seat_id', '=', seat)
        .where('journal_id', 'in', query =>
          query
            .selectFrom('journals')
            .select('journal_id')
            .where('case_id', '=', caseId)
            .where('therapist', '=', 0),
        )
        .execute()
      await transaction
        .updateTable('seats')
        .set({
          ...freshSeat,
          generation: row.generation + 1,
          claim_hash: link.claimHash,
          door_hash: link.doorHash,
          welcome: link.welcome,
          expires_at: new Date(link.expiresAt).toISOString(),
        })
        .where('case_id', '=', caseId)
        .where('seat_id', '=', seat)
        .execute()
    })
    .catch(refuseTakenId)
}

type Transaction = Parameters<typeof requireOwnCase>[0]

const endSignIns = async (transaction: Transaction, caseId: string, seat: string): Promise<void> => {
  await transaction
    .deleteFrom('seat_sign_ins')
    .where('case_id', '=', caseId)
    .where('seat_id', '=', seat)
    .execute()
}

/** Ends a seat's link and its sign-ins; done twice it is done once. @throws SignedOut, NotFound */
export const revokeLink = async (
  records: Records,
  caller: Caller,
  caseId: string,
  seat: string,
): Promise<void> => {
  await changeSeat(records, caller, caseId, seat, { revoked: 1 })
}

/** Gives a seat its PIN tries back. @throws SignedOut, NotFound */
export const resetTries = async (
  records: Records,
  caller: Caller,
  caseId: string,
  seat: string,
): Promise<void> => {
  await changeSeat(records, caller, caseId, seat, { tries: 0, next_try_at: '' })
}

const changeSeat = async (
  records: Records,
  caller: Caller,
  caseId: string,
  seat: string,
  change: { revoked: 1 } | { tries: 0; next_try_at: '' },
): Promise<void> => {
  await records.database.transaction().execute(async transaction => {
    await requireOwnCase(transaction, caller, caseId)
    const { numUpdatedRows } = await transaction
      .updateTable('seats')
      .set(change)
      .where('case_id', '=', caseId)
      .where('seat_id', '=', seat)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) throw new NotFound()
    if ('revoked' in change) await endSignIns(transaction, caseId, seat)
  })
}
