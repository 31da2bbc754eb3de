import type { ClimateArea, ElementId } from '../model/schema.ts'
import type { ClimateRow } from './climate-row.ts'
import type { ElementRow } from './element-row.ts'
import { widestGap } from './gaps.ts'
import { MIDDLE, ORDER_WEIGHS_TO } from './thresholds.ts'

/** The lowest known place on a row, or null. */
export const lowestScore = (row: Pick<ElementRow, 'partners'>): number | null => {
  const scores = row.partners.map(person => person.score).filter(score => score !== null)
  return scores.length ? Math.min(...scores) : null
}

/**
 * How much an element asks to be talked about: how far its lowest place falls short of the middle, plus the widest gap,
 * both in points of 0 to 100; 0 where nothing is known.
 */
export const weightOf = (row: ElementRow): number =>
  Math.max(0, MIDDLE - (lowestScore(row) ?? MIDDLE)) + (widestGap(row.gaps)?.gap ?? 0)

/** A foundation that an order question points at: the element, the area, and who answered at its heavy end. */
export interface Named {
  element: ElementId
  area: string
  seats: string[]
}

/**
 * The foundations that mistrust, selfishness or manipulation say are missing: for each of these questions that anybody
 * answered at its heavy end, the weightiest of the elements it informs, ties in the model's order.
 */
export const namedByOrder = (
  areas: Pick<ClimateArea, 'id' | 'elements'>[],
  rows: ElementRow[],
  climate: ClimateRow[],
): Named[] =>
  climate.flatMap(row => {
    if (row.group !== 'order') return []
    const seats = row.partners
      .filter(({ score }) => score !== null && score <= ORDER_WEIGHS_TO)
      .map(person => person.seat)
    const informed = areas.find(area => area.id === row.id)?.elements ?? []
    const [element] = rows
      .filter(candidate => informed.includes(candidate.id))
      .sort((one, other) => weightOf(other) - weightOf(one))
    return seats.length && element ? [{ element: element.id, area: row.id, seats }] : []
  })
