import type { Kysely } from 'kysely'
import type { NewCase } from '../core/protocol/case-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import { BadInput, Conflict, NotFound, SignedOut } from '../platform/refusal.ts'
import type { Records } from './records.ts'
import { hashText } from './secret-token.ts'
import type { Tables } from './tables.ts'

/** Sees that the case is the caller's own. @throws SignedOut, NotFound */
export const requireOwnCase = async (
  database: Kysely<Tables>,
  caller: Caller,
  caseId: string,
): Promise<void> => {
  if (caller.kind !== 'account') throw new SignedOut()
  const found = await database
    .selectFrom('cases')
    .select('case_id')
    .where('case_id', '=', caseId)
    .where('account_id', '=', caller.account)
    .executeTakeFirst()
  if (!found) throw new NotFound()
}

/** Columns of a seat whose link has just been made. */
export const freshSeat = {
  revoked: 0,
  claimed_at: null,
  claim: null,
  claim_positions: null,
  master_key: null,
  resume_hash: null,
  keyring_version: 0,
  keyring: null,
  tries: 0,
  next_try_at: '',
} as const

const refuseRepeats = (input: NewCase): void => {
  const seats = new Set(input.seats.map(({ seat }) => seat))
  const journals = new Set(input.journals.map(({ journal }) => journal))
  const hashes = new Set(input.seats.flatMap(({ claimHash, doorHash }) => [claimHash, doorHash]))
  if (
    seats.size !== input.seats.length ||
    journals.size !== input.journals.length ||
    hashes.size !== input.seats.length * 2 ||
    input.journals.some(journal => new Set(journal.seats).size !== journal.seats.length)
  )
    throw new BadInput('repeated', 'A seat, a journal or a link stands in this twice.')
  if (input.journals.some(journal => journal.seats.some(seat => !seats.has(seat))))
    throw new BadInput('unknown-seat', 'A journal names a seat that the case does not have.')
}

/** A hash of two links or ids that happens to be taken, found by the database's own constraint. */
export const refuseTakenId = (error: unknown): never => {
  const errcode = (error as { errcode?: number }).errcode
  if (errcode === 1555 || errcode === 2067)
    throw new Conflict('id-taken', 'One of these ids or links is in use already.')
  throw error
}

/**
 * Makes a case of the caller's: its journals, who may read each beside the therapist, and its seats with their links.
 * The same request sent twice makes one case.
 * @throws SignedOut, BadInput `repeated` or `unknown-seat`, Conflict `id-taken`
 */
export const createCase = async (records: Records, caller: Caller, input: NewCase): Promise<void> => {
  if (caller.kind !== 'account') throw new SignedOut()
  refuseRepeats(input)
  const requestHash = hashText(JSON.stringify(input))
  await records.database
    .transaction()
    .execute(async transaction => {
      const known = await transaction
        .selectFrom('cases')
        .select(['account_id', 'request_hash'])
        .where('case_id', '=', input.case)
        .executeTakeFirst()
      if (known?.account_id === caller.account && known.request_hash === requestHash) return
      await transaction
        .insertInto('cases')
        .values({ case_id: input.case, account_id: caller.account, request_hash: requestHash })
        .execute()
      for (const { seat, claimHash, doorHash, welcome, expiresAt } of input.seats)
        await transaction
          .insertInto('seats')
          .values({
            ...freshSeat,
            case_id: input.case,
            seat_id: seat,
            generation: 1,
            claim_hash: claimHash,
            door_hash: doorHash,
            welcome,
            expires_at: new Date(expiresAt).toISOString(),
            has_left: 0,
          })
          .execute()
      for (const { journal, seats } of input.journals) {
        await transaction
          .insertInto('journals')
          .values({
            case_id: input.case,
            journal_id: journal,
            therapist: 1,
            epoch: 1,
            position: 0,
            erasures: 0,
          })
          .execute()
        for (const seat of seats)
          await transaction
            .insertInto('journal_seats')
            .values({ case_id: input.case, journal_id: journal, seat_id: seat })
            .execute()
      }
    })
    .catch(refuseTakenId)
}
