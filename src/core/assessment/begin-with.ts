import type { ElementId } from '../model/schema.ts'
import type { ElementRow } from './element-row.ts'
import type { Reason } from './reason.ts'
import { rowReasons, seenApart } from './row-reasons.ts'
import { lowestScore, type Named, weightOf } from './weight.ts'

/** An element to begin with, and why. */
export interface Beginning {
  element: ElementId
  reasons: Reason[]
}

/**
 * Where to begin (*ours*; `docs/decisions/begin-with.md`): the foundations that mistrust, selfishness or manipulation say
 * are missing; then what is low for anybody or apart, by how far the lowest place falls short of the middle plus how far
 * apart the people are; ties in the model's order. Where nothing is low or apart, the lowest of what is known, and it
 * says so. Empty where nothing is known. The therapist's own order, if there is one, stands before all of it.
 *
 * @param rows in the model's order
 * @param chosen the therapist's own order, or null
 */
export const beginWith = (rows: ElementRow[], named: Named[], chosen: ElementId[] | null): Beginning[] => {
  const withReasons = rows.map(row => {
    const reasons = rowReasons(row, rows, named)
    const seen = reasons.length ? seenApart(row) : null
    const known = row.partners.filter(person => person.score !== null)
    if (seen) reasons.push(seen)
    if (reasons.length && known.length === 1)
      reasons.push({ id: 'one-person', seat: (known[0] as ElementRow['partners'][number]).seat })
    return { row, reasons, isNamed: named.some(({ element }) => element === row.id) }
  })
  const recommended: Beginning[] = withReasons
    .filter(({ reasons }) => reasons.length)
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || weightOf(b.row) - weightOf(a.row))
    .map(({ row, reasons }) => ({ element: row.id, reasons }))

  if (recommended.length === 0) {
    const [lowest] = rows
      .filter(row => lowestScore(row) !== null)
      .sort((a, b) => (lowestScore(a) as number) - (lowestScore(b) as number))
    if (lowest) recommended.push({ element: lowest.id, reasons: [{ id: 'lowest-though-not-low' }] })
  }
  if (!chosen?.length) return recommended
  const first = chosen.map(
    (element): Beginning => ({
      element,
      reasons: [
        { id: 'therapist-order' },
        ...(recommended.find(beginning => beginning.element === element)?.reasons ?? []),
      ],
    }),
  )
  return [...first, ...recommended.filter(beginning => !chosen.includes(beginning.element))]
}
