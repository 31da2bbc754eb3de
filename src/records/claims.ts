import { verifyCertificate } from '../core/journal/certificate.ts'
import { fromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { encodeFrames } from '../core/journal/frames.ts'
import type { Claim, ClaimReply } from '../core/protocol/seat-protocol.ts'
import type { Kysely } from 'kysely'
import { toIso } from '../platform/clock.ts'
import { cryptography } from '../platform/cryptography.ts'
import { BadInput, Conflict, NotFound } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import { refuseTakenId } from './cases.ts'
import type { Records } from './records.ts'
import { hashToken } from './secret-token.ts'
import { signInSeat } from './sign-ins.ts'
import type { Tables } from './tables.ts'

/**
 * A lost reply is asked for again within minutes. Later the same claim still gets its reply, but no sign-in: a claim
 * lies in the database, and who has stolen that must not become the seat with it.
 */
const retryMs = 3_600_000

/** At most so many bytes of a journal's entries go with the welcome; the phone asks on from where they end. */
const mostBytesShown = 32_768

type Shown = ClaimReply['journals']

/** The first entries of each journal that a seat reads, up to `positions` where these are given. */
const showFirst = async (
  database: Kysely<Tables>,
  caseId: string,
  seat: string,
  positions: Record<string, number> | null,
): Promise<Shown> => {
  const readable = await database
    .selectFrom('journal_seats')
    .select('journal_id')
    .where('case_id', '=', caseId)
    .where('seat_id', '=', seat)
    .orderBy('journal_id')
    .execute()
  const shown: Shown = []
  for (const { journal_id: journal } of readable) {
    if (positions && !(journal in positions)) continue
    const rows = await database
      .selectFrom('entries')
      .select(['position', 'bytes'])
      .where('case_id', '=', caseId)
      .where('journal_id', '=', journal)
      .where('position', '<=', positions?.[journal] ?? 64)
      .orderBy('position')
      .execute()
    let length = 0
    const first = rows.filter(({ bytes }) => (length += bytes.length) <= mostBytesShown)
    const entries = toBase64Url(encodeFrames(first.map(({ bytes }) => bytes)))
    shown.push({ journal, position: first.at(-1)?.position ?? 0, entries })
  }
  return shown
}

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
      const welcome = { case: row.case_id, seat: row.seat_id, welcome: row.welcome }
      const text = JSON.stringify(claim)
      const now = records.now()
      if (row.claim !== null) {
        if (row.claim !== text) throw new Conflict('link-spent', 'This link has been opened already.')
        const soon = row.claimed_at !== null && now - Date.parse(row.claimed_at) < retryMs
        const cookie = soon ? await signInSeat(records, transaction, row.case_id, row.seat_id) : null
        const before = JSON.parse(row.claim_positions ?? '{}') as Record<string, number>
        const journals = await showFirst(transaction, row.case_id, row.seat_id, before)
        return { reply: { ...welcome, journals }, cookie }
      }
      if (row.expires_at <= toIso(now)) throw new NotFound()
      const key = { case_id: row.case_id, seat_id: row.seat_id }
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
      const journals = await showFirst(transaction, row.case_id, row.seat_id, null)
      const positions = Object.fromEntries(journals.map(({ journal, position }) => [journal, position]))
      await transaction
        .updateTable('seats')
        .set({
          claim: text,
          claim_positions: JSON.stringify(positions),
          claimed_at: toIso(now),
          master_key: claim.certificate.master,
        })
        .where('case_id', '=', row.case_id)
        .where('seat_id', '=', row.seat_id)
        .execute()
      const cookie = await signInSeat(records, transaction, row.case_id, row.seat_id)
      return { reply: { ...welcome, journals }, cookie }
    })
    .catch(refuseTakenId)
}
