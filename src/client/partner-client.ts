import { partnerSeat } from '../vault/partner-seat.ts'
import type { PartnerSeat } from '../vault/partner-vault.types.ts'
import { browserWorld } from './browser-world.ts'

/** Opens partners' seats in this browser. The database's name would tell somebody nothing. */
export const createPartnerSeat = (): PartnerSeat => partnerSeat(browserWorld('notes'))
