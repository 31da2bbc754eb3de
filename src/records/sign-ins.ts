import type { Kysely } from 'kysely'
import type { Caller } from '../platform/caller.ts'
import { toIso } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import { readyQuery } from './ready-query.ts'
import type { Records } from './records.ts'
import { hashToken, makeToken } from './secret-token.ts'
import type { Tables } from './tables.ts'

const hourS = 3600
const accountLifeS = 12 * hourS
const seatLifeS = 30 * 24 * hourS

/** The cookie of an account's sign-in. */
export const accountCookie = 'gw_account'
/** The cookie of a seat's sign-in; a phone may hold several seats. */
export const seatCookie = (seat: string): string => `gw_seat_${seat}`

/** Signs an account in for twelve hours. @returns the cookie. */
export const signInAccount = async (
  records: Pick<Records, 'now'>,
  database: Kysely<Tables>,
  account: string,
): Promise<CookieChange> => {
  const token = makeToken()
  const now = records.now()
  await database.deleteFrom('account_sign_ins').where('expires_at', '<', toIso(now)).execute()
  await database
    .insertInto('account_sign_ins')
    .values({
      token_hash: hashToken(token),
      account_id: account,
      expires_at: toIso(now + accountLifeS * 1000),
    })
    .execute()
  return { name: accountCookie, token, maxAgeS: accountLifeS }
}

/** Signs a seat in for thirty days; its device can renew that by signing a challenge. @returns the cookie. */
export const signInSeat = async (
  records: Pick<Records, 'now'>,
  database: Kysely<Tables>,
  caseId: string,
  seat: string,
): Promise<CookieChange> => {
  const token = makeToken()
  const now = records.now()
  await database.deleteFrom('seat_sign_ins').where('expires_at', '<', toIso(now)).execute()
  await database
    .insertInto('seat_sign_ins')
    .values({
      case_id: caseId,
      seat_id: seat,
      token_hash: hashToken(token),
      expires_at: toIso(now + seatLifeS * 1000),
    })
    .execute()
  return { name: seatCookie(seat), token, maxAgeS: seatLifeS }
}

const findAccountSignIn = readyQuery((database, sought: { hash: string; now: string }) =>
  database
    .selectFrom('account_sign_ins')
    .select('account_id')
    .where('token_hash', '=', sought.hash)
    .where('expires_at', '>', sought.now),
)

/** The account behind a cookie's token, or null. */
export const findAccountCaller = async (records: Records, token: string): Promise<Caller | null> => {
  const [found] = await findAccountSignIn(records.database, {
    hash: hashToken(token),
    now: toIso(records.now()),
  })
  return found ? { kind: 'account', account: found.account_id } : null
}

const findSeatSignIn = readyQuery((database, sought: { hash: string; seat: string; now: string }) =>
  database
    .selectFrom('seat_sign_ins')
    .innerJoin('seats', join =>
      join
        .onRef('seats.case_id', '=', 'seat_sign_ins.case_id')
        .onRef('seats.seat_id', '=', 'seat_sign_ins.seat_id'),
    )
    .select(['seats.case_id', 'seats.has_left', 'seats.revoked'])
    .where('seat_sign_ins.token_hash', '=', sought.hash)
    .where('seat_sign_ins.seat_id', '=', sought.seat)
    .where('seat_sign_ins.expires_at', '>', sought.now),
)

/** The seat behind a cookie's token, or null. @throws Refusal `seat-left` where the person has left the case. */
export const findSeatCaller = async (
  records: Records,
  seat: string,
  token: string,
): Promise<Caller | null> => {
  const [found] = await findSeatSignIn(records.database, {
    hash: hashToken(token),
    seat,
    now: toIso(records.now()),
  })
  if (!found || found.revoked) return null
  if (found.has_left)
    throw new Refusal(410, 'seat-left', 'This seat was left. Nothing more can be read or added here.')
  return { kind: 'seat', case: found.case_id, seat }
}

/** Ends one sign-in of an account. */
export const signOutAccount = async (records: Records, token: string): Promise<void> => {
  await records.database.deleteFrom('account_sign_ins').where('token_hash', '=', hashToken(token)).execute()
}

/** Ends every sign-in: after a restore, cookies from the time of the backup open nothing. */
export const endAllSignIns = async (database: Kysely<Tables>): Promise<void> => {
  await database.transaction().execute(async transaction => {
    await transaction.deleteFrom('account_sign_ins').execute()
    await transaction.deleteFrom('seat_sign_ins').execute()
  })
}
