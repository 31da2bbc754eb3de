import type { Facet, Item } from '../model/schema.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { itemKey } from './item-key.ts'
import { meanOf, strengthOf, toScore } from './item-score.ts'
import { ANSWERS_NEEDED } from './thresholds.ts'

/** One person's place on one element. Scores run from 0 to 100; null is "not enough answers", never a guess. */
export interface ElementScore {
  seat: string
  score: number | null
  /** The three facets apart: about myself, about the other (of several others, their mean), about us. */
  self: number | null
  other: number | null
  us: number | null
  /** How this person sees each other person of the case; empty where the other has no seat. */
  about: { seat: string; score: number | null }[]
  /** How sure the place is, from data of this instrument; null while there are none: "not yet known". */
  band: [number, number] | null
  /** The place at the kept blueprint before, or null. */
  previous: number | null
  /** How many of the element's items were answered, and how many there are. */
  answered: number
  of: number
}

/**
 * Scores one element for one person (*ours*): (mean - 1) x 25 over the answered items, reversed ones mirrored. The element
 * needs four of its six answers with at least one in each facet; a facet shows with one.
 *
 * Among three or more people the items about another are answered about each of them: each pair is scored by itself, the
 * facet is the mean of the pairs, and towards the element such an item counts once, as the mean of its answers.
 *
 * @param seats every seat of the case, the person's own among them
 */
export const scoreElement = (
  element: { items: Pick<Item, 'id' | 'facet' | 'reversed'>[] },
  sheet: AnswerSheet,
  seats: string[],
): Omit<ElementScore, 'previous'> => {
  const others = seats.filter(seat => seat !== sheet.seat)
  const strength = (id: string, reversed: boolean) => strengthOf(sheet.answers[id], reversed)
  const known = (values: (number | null)[]) => values.filter(value => value !== null)
  const items = element.items.map(({ id, facet, reversed }) => {
    const keys = facet === 'other' ? aboutWhom(others).map(seat => itemKey(id, seat, seats.length)) : [id]
    return { facet, byPerson: keys.map(key => strength(key, reversed)) }
  })
  const ofFacet = (facet: Facet) => items.filter(item => item.facet === facet)
  const facetScore = (facet: 'self' | 'us') =>
    toScore(meanOf(known(ofFacet(facet).flatMap(item => item.byPerson))))
  const pairs = aboutWhom(others).map((_, person) =>
    toScore(meanOf(known(ofFacet('other').map(item => item.byPerson[person] ?? null)))),
  )

  const answered = items.filter(item => known(item.byPerson).length > 0)
  const facets = new Set(answered.map(item => item.facet))
  const enough = answered.length >= ANSWERS_NEEDED && facets.size === 3
  return {
    seat: sheet.seat,
    score: enough ? toScore(meanOf(known(answered.map(item => meanOf(known(item.byPerson)))))) : null,
    self: facetScore('self'),
    other: meanOf(known(pairs)),
    us: facetScore('us'),
    about: others.map((seat, person) => ({ seat, score: pairs[person] ?? null })),
    band: null,
    answered: answered.length,
    of: items.length,
  }
}

/** One person alone still answers about another, who has no seat. */
const aboutWhom = (others: string[]): string[] => (others.length ? others : [''])
