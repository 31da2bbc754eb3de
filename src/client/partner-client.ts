import { partnerSeat } from '../vault/partner-seat.ts'
import type { PartnerSeat } from '../vault/partner-vault.types.ts'
import { browserWorld } from './browser-world.ts'
import type { EarlyStanding } from './early-standing.ts'
import { earlyTransport } from './early-transport.ts'

/**
 * Opens partners' seats in this browser. The database's name would tell somebody nothing. `standing` is what was asked
 * before this had come, if anything was.
 */
export const createPartnerSeat = (standing: Promise<EarlyStanding | null> | null): PartnerSeat =>
  partnerSeat({ ...browserWorld('notes'), transport: earlyTransport(standing) })
