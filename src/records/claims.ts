import { verifyCertificate } from '../core/journal/certificate.ts'
import { fromBase64Url } from '../core/journal/bytes.ts'
import type { Claim, ClaimReply } from '../core/protocol/seat-protocol.ts'
import { toIso } from '../platform/clock.ts'
import { cryptography } from '../platform/cryptography.ts'
import { BadInput, Conflict, NotFound } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import { refuseTakenId } from './cases.ts'
import type { Records } from './records.ts'
import { hashToken } from './secret-token.ts'
import { signInSeat } from './sign-ins.ts'

/**
 * A lost reply is asked for again within minutes. Later the same claim still gets its reply, but no sign-in: a claim
 * lies in the database, and who has stolen that must not become the seat with it.
 */
const retryMs = 3_600_000

/** The certificate of a claim or a sign-in as keys. @throws BadInput `certificate-wrong` */
export const readCertificate = async (certificate: Claim['certificate']) => {
  const [master, device, signature] = [certificate.master, certificate.device, certificate.signature].map(
    fromBase64Url,
  )
  if (
    !master ||
    !device ||
    !signature ||
    !(await verifyCertificate(cryptography, { master, device, signature }))
  )
    throw new BadInput('certificate-wrong', 'The device certificate does not hold.')
  return { master, device }
}

/**
 * Claims a seat with its link's token: whoever does it first has it. The same claim sent again gets the same reply.
 * @returns the reply, and a cookie on the claim and on retries soon after it.
 * @throws BadInput `certificate-wrong`, Conflict `link-spent`, NotFound for a link that is unknown, expired or revoked
 */
export const claimLink = async (
  records: Records,
  claim: Claim,
): Promise<{ reply: ClaimReply; cookie: CookieChange | null }> => {
  await readCertificate(claim.certificate)
  return records.database
    .transaction()
    .execute(async transaction => {
      const row = await transaction
        .selectFrom('seats')
        .selectAll()
        .where('claim_hash', '=', hashToken(claim.token))
        .executeTakeFirst()
      if (!row || row.revoked || row.has_left) throw new NotFound()
      const reply = { case: row.case_id, seat: row.seat_id, welcome: row.welcome }
      const text = JSON.stringify(claim)
      const now = records.now()
      if (row.claim !== null) {
        if (row.claim !== text) throw new Conflict('link-spent', 'This link has been opened already.')
        const soon = row.claimed_at !== null && now - Date.parse(row.claimed_at) < retryMs
        const cookie = soon ? await signInSeat(records, transaction, row.case_id, row.seat_id) : null
        return { reply, cookie }
      }
      if (row.expires_at <= toIso(now)) throw new NotFound()
      const key = { case_id: row.case_id, seat_id: row.seat_id }
      await transaction
        .updateTable('seats')
        .set({ claim: text, claimed_at: toIso(now), master_key: claim.certificate.master })
        .where('case_id', '=', row.case_id)
        .where('seat_id', '=', row.seat_id)
        .execute()
      await transaction
        .insertInto('seat_masters')
        .values({ ...key, master_key: claim.certificate.master })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      const own = { case_id: row.case_id, journal_id: claim.own }
      await transaction
        .insertInto('journals')
        .values({ ...own, therapist: 0, epoch: 1, position: 0, erasures: 0 })
        .execute()
      await transaction
        .insertInto('journal_seats')
        .values({ ...own, seat_id: row.seat_id })
        .execute()
      return { reply, cookie: await signInSeat(records, transaction, row.case_id, row.seat_id) }
    })
    .catch(refuseTakenId)
}
