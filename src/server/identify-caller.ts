import { fromBase64Url } from '../core/journal/bytes.ts'
import { type Caller, nobody } from '../platform/caller.ts'
import { SignedOut } from '../platform/refusal.ts'
import type { Route } from '../platform/route.ts'
import { isId } from '../records/check-entries.ts'
import type { Records } from '../records/records.ts'
import { accountCookie, findAccountCaller, findSeatCaller, seatCookie } from '../records/sign-ins.ts'

/** The header in which a signed-in seat names itself. */
const seatHeader = 'x-groundwork-seat'

const isToken = (text: string): boolean => text.length === 43 && fromBase64Url(text) !== null

/**
 * Who asks, by header and cookie, for a route that is for `expected` callers. A request that names a seat is that
 * seat's and nobody else's. @throws SignedOut where the caller is not of that sort
 */
export const identifyCaller = async (
  records: Records,
  expected: Route<Records>['caller'],
  request: Request,
  cookie: (name: string) => string | undefined,
): Promise<{ caller: Caller; signIn: string | null }> => {
  if (expected === 'nobody') return { caller: nobody, signIn: null }
  const seat = request.headers.get(seatHeader)
  if (seat !== null && expected !== 'account') {
    const token = isId(seat) ? cookie(seatCookie(seat)) : undefined
    const caller = token && isToken(token) ? await findSeatCaller(records, seat, token) : null
    if (!caller) throw new SignedOut()
    return { caller, signIn: token as string }
  }
  if (expected === 'seat') throw new SignedOut()
  const token = cookie(accountCookie)
  const caller = token && isToken(token) ? await findAccountCaller(records, token) : null
  if (!caller) throw new SignedOut()
  return { caller, signIn: token as string }
}
