import type { ElementId } from '../model/schema.ts'
import type { Beginning } from './begin-with.ts'
import type { ElementRow } from './element-row.ts'
import type { Reason } from './reason.ts'
import { isLow } from './row-phrase.ts'
import type { Named } from './weight.ts'

/** Whether the foundations suffice for the sexual questions: a recommendation, never a lock. */
export interface SexualityOpen {
  open: boolean
  /** The foundations that are missing or not known, in the model's order. Empty where `open`. */
  waitingFor: ElementId[]
  /** Why, for each of them. */
  reasons: Beginning[]
}

/**
 * Whether to recommend the sexual questions now (*ours*, after the seed's order of work; `docs/decisions/sexuality-open.md`):
 * yes once no element is low for anybody, none is named by mistrust, selfishness or manipulation, and everybody's place on
 * each is known. Being apart alone does not make them wait. The therapist opens them at any time; pain, pressure, fear and
 * medical questions are never part of this.
 */
export const recommendSexuality = (rows: ElementRow[], named: Named[]): SexualityOpen => {
  const reasons = rows
    .map((row): Beginning => {
      const lows = row.partners.filter(({ score }) => score !== null && isLow(score)).map(({ seat }) => seat)
      const unknown = row.partners.filter(({ score }) => score === null).map(({ seat }) => seat)
      const because: Reason[] = named
        .filter(({ element }) => element === row.id)
        .map(({ area, seats }) => ({ id: 'order-question', area, seats }))
      const known = row.partners.length - unknown.length
      if (lows.length) because.push({ id: 'low', seats: lows, all: lows.length === known })
      if (unknown.length) because.push({ id: 'not-enough', seats: unknown })
      return { element: row.id, reasons: because }
    })
    .filter(waiting => waiting.reasons.length)
  return { open: reasons.length === 0, waitingFor: reasons.map(({ element }) => element), reasons }
}
