import type { LinkQuery, LinkState } from '../core/protocol/seat-protocol.ts'
import { toIso } from '../platform/clock.ts'
import { NotFound } from '../platform/refusal.ts'
import type { Records } from './records.ts'
import { hashToken } from './secret-token.ts'

/**
 * Whether a link was claimed, for who holds it. @throws NotFound for a link that is unknown, expired before it was
 * claimed, revoked or left: all look the same.
 */
export const readLinkStanding = async (records: Records, { door }: LinkQuery): Promise<LinkState> => {
  const row = await records.database
    .selectFrom('seats')
    .select(['claim', 'expires_at'])
    .where('door_hash', '=', hashToken(door))
    .where('revoked', '=', 0)
    .where('has_left', '=', 0)
    .executeTakeFirst()
  if (!row || (row.claim === null && row.expires_at <= toIso(records.now()))) throw new NotFound()
  return { claimed: row.claim !== null }
}
