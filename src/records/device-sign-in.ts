import { concat, fromText, mustFromBase64Url } from '../core/journal/bytes.ts'
import type { Challenge, DeviceSignIn } from '../core/protocol/seat-protocol.ts'
import { cryptography } from '../platform/cryptography.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import { readCertificate } from './claims.ts'
import type { Records } from './records.ts'
import { makeToken } from './secret-token.ts'
import { signInSeat } from './sign-ins.ts'

const refuseDevice = () => new Refusal(403, 'sign-in-refused', 'This device does not open this seat.')

/** Gives a device something to sign. A seat that does not exist gets one as well. Good once, for two minutes. */
export const challengeDevice = (records: Records, { seat, device }: Challenge): string => {
  const challenge = makeToken()
  records.challenges.put(challenge, { seat, device })
  return challenge
}

/**
 * Signs a seat in by a device that its master key certified: when the cookie is gone but the phone's keys are not.
 * @throws Refusal `sign-in-refused`, the same whatever does not hold
 */
export const signInDevice = async (records: Records, request: DeviceSignIn): Promise<CookieChange> => {
  const given = records.challenges.take(request.challenge)
  if (given?.seat !== request.seat || given.device !== request.certificate.device) throw refuseDevice()
  const { device } = await readCertificate(request.certificate).catch(() => {
    throw refuseDevice()
  })
  const message = concat(fromText('groundwork/sign-in/1\n'), mustFromBase64Url(request.challenge))
  if (!(await cryptography.verify(device, message, mustFromBase64Url(request.signature))))
    throw refuseDevice()
  const row = await records.database
    .selectFrom('seats')
    .select('case_id')
    .where('seat_id', '=', request.seat)
    .where('master_key', '=', request.certificate.master)
    .where('revoked', '=', 0)
    .where('has_left', '=', 0)
    .executeTakeFirst()
  if (!row) throw refuseDevice()
  return signInSeat(records, records.database, row.case_id, request.seat)
}
