import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import type {
  Door,
  DoorReply,
  PinEvaluated,
  PinEvaluation,
  Resume,
  ResumeReply,
} from '../core/protocol/seat-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import { toIso } from '../platform/clock.ts'
import { evaluatePin } from '../platform/oprf.ts'
import { Conflict, NotFound, Refusal, SignedOut, TooMany } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import type { Records } from './records.ts'
import { hashToken } from './secret-token.ts'
import { signInSeat } from './sign-ins.ts'

/** After so many evaluations without a proof the seat locks until its therapist resets it. */
export const mostTries = 10

/** Seconds to wait after the first, second, ... try: three slips cost nothing, a search takes hours and then ends. */
const waitsS = [0, 0, 0, 30, 60, 300, 900, 3600, 10_800, 21_600]

/** Evaluates the PIN for a seat that is signed in: to set it, or to unlock. Not a try. @throws SignedOut, TooMany */
export const evaluateSeatPin = async (
  records: Records,
  caller: Caller,
  request: PinEvaluation,
): Promise<PinEvaluated> => {
  if (caller.kind !== 'seat') throw new SignedOut()
  const waitS = records.pinEvaluations.take(caller.seat)
  if (waitS > 0) throw new TooMany('too-many', 'That was often. Please wait a little.', waitS)
  const row = await records.database
    .selectFrom('seats')
    .select('generation')
    .where('case_id', '=', caller.case)
    .where('seat_id', '=', caller.seat)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { evaluated: evaluate(records, caller.seat, row.generation, request.blinded) }
}

const evaluate = (records: Records, seat: string, generation: number, blinded: string): string =>
  toBase64Url(evaluatePin(records.secrets.oprfSeed, seat, generation, mustFromBase64Url(blinded)))

/**
 * Evaluates the PIN for a phone that has only the link. It counts as a try before it is answered, until a proof clears
 * the tries. @throws NotFound for a door that is unknown, unclaimed, revoked or left; Conflict `no-pin`; Refusal
 * `seat-locked`; TooMany `wait`; BadInput `not-a-point`, which is no try
 */
export const knockAtDoor = async (records: Records, request: Door): Promise<DoorReply> =>
  records.database.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom('seats')
      .select(['case_id', 'seat_id', 'generation', 'tries', 'next_try_at', 'claim', 'resume_hash'])
      .where('door_hash', '=', hashToken(request.door))
      .where('revoked', '=', 0)
      .where('has_left', '=', 0)
      .executeTakeFirst()
    if (!row?.claim) throw new NotFound()
    if (row.resume_hash === null)
      throw new Conflict('no-pin', 'No PIN was set on the phone that opened this link. Ask for a new link.')
    if (row.tries >= mostTries)
      throw new Refusal(
        423,
        'seat-locked',
        'There were too many tries. Your therapist can give you new ones.',
      )
    const now = records.now()
    if (row.next_try_at > toIso(now))
      throw new TooMany(
        'wait',
        'Please wait before the next try.',
        Math.ceil((Date.parse(row.next_try_at) - now) / 1000),
      )
    const evaluated = evaluate(records, row.seat_id, row.generation, request.blinded)
    const tries = row.tries + 1
    await transaction
      .updateTable('seats')
      .set({ tries, next_try_at: toIso(now + (waitsS[tries - 1] ?? 0) * 1000) })
      .where('case_id', '=', row.case_id)
      .where('seat_id', '=', row.seat_id)
      .execute()
    return { evaluated, left: mostTries - tries }
  })

/**
 * Signs a phone in that proves the PIN, hands out the sealed keyring and clears the tries.
 * @throws NotFound as `knockAtDoor`, Refusal `wrong-pin`
 */
export const resumeSeat = async (
  records: Records,
  request: Resume,
): Promise<{ reply: ResumeReply; cookie: CookieChange }> =>
  records.database.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom('seats')
      .select(['case_id', 'seat_id', 'keyring_version', 'keyring', 'resume_hash'])
      .where('door_hash', '=', hashToken(request.door))
      .where('revoked', '=', 0)
      .where('has_left', '=', 0)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.keyring === null || row.resume_hash !== hashToken(request.proof))
      throw new Refusal(403, 'wrong-pin', 'This is not the PIN.')
    await transaction
      .updateTable('seats')
      .set({ tries: 0, next_try_at: '' })
      .where('case_id', '=', row.case_id)
      .where('seat_id', '=', row.seat_id)
      .execute()
    const cookie = await signInSeat(records, transaction, row.case_id, row.seat_id)
    const keyring = { version: row.keyring_version, sealed: row.keyring }
    return { reply: { case: row.case_id, seat: row.seat_id, keyring }, cookie }
  })
