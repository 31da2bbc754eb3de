import type { ElementRow } from './element-row.ts'
import { widestGap } from './gaps.ts'
import type { Reason } from './reason.ts'
import { isLow } from './row-phrase.ts'
import { APART_FROM, FAR_FROM, SEEN_APART_FROM } from './thresholds.ts'
import type { Named } from './weight.ts'

const score = (row: ElementRow, seat: string) => row.partners.find(person => person.seat === seat)?.score ?? 0

/** Everything about one row that is a reason to begin there, the weightiest first. Empty: nothing asks for it. */
export const rowReasons = (row: ElementRow, rows: ElementRow[], named: Named[]): Reason[] => {
  const known = row.partners.filter(person => person.score !== null)
  const lows = known.filter(person => isLow(person.score as number)).map(person => person.seat)
  const widest = widestGap(row.gaps)
  const widestOfAll = Math.max(...rows.map(other => widestGap(other.gaps)?.gap ?? 0))
  const reasons: Reason[] = named
    .filter(({ element }) => element === row.id)
    .map(({ area, seats }) => ({ id: 'order-question', area, seats }))
  if (lows.length) reasons.push({ id: 'low', seats: lows, all: lows.length === known.length })
  if (widest && widest.gap >= APART_FROM) {
    const [one, other] = widest.seats
    reasons.push({
      id: 'apart',
      seats: score(row, one) <= score(row, other) ? [one, other] : [other, one],
      far: widest.gap >= FAR_FROM,
      widest: widest.gap === widestOfAll,
    })
  }
  return reasons
}

/** The view furthest from how the person sees themselves, where it is far; it is said beside other reasons, never alone. */
export const seenApart = (row: Pick<ElementRow, 'views'>): (Reason & { id: 'seen-apart' }) | null => {
  let furthest: (Reason & { id: 'seen-apart' }) | null = null
  let most = 0
  for (const { by, of, seen, own } of row.views) {
    if (seen === null || own === null) continue
    const distance = Math.abs(seen - own)
    if (distance < SEEN_APART_FROM || distance <= most) continue
    most = distance
    furthest = { id: 'seen-apart', by, of, lower: seen < own }
  }
  return furthest
}
