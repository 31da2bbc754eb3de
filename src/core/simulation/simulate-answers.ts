import { itemKey } from '../assessment/item-key.ts'
import type { Answers } from '../case/case-state.ts'
import type { ElementId, Facet, PartnerModel } from '../model/schema.ts'
import { pick, type SeededRandom } from './seeded-random.ts'

/** Someone invented who answers the intake: how things stand for them, from 0 (rarely so) to 1 (nearly always so). */
export interface SimulatedPerson {
  /** Of each element, as this person lives it. */
  truth: Record<ElementId, number>
  /** How much kinder (above 0) or harder (below 0) they are on the other than on themselves, in the same unit. */
  leaning: number
  /** The share of questions they leave out, 0 to 1. */
  leavesOut: number
  meaning: string
  words: string
}

/** The answer from 1 to 5 that comes closest to how things stand, give or take a mood. */
const answerOf = (random: SeededRandom, stands: number, reversed: boolean): number => {
  const felt = Math.min(1, Math.max(0, stands + (random() - 0.5) * 0.3))
  const value = 1 + Math.round(felt * 4)
  return reversed ? 6 - value : value
}

/** What this person answers, keyed as the intake keys it; the same seed gives the same answers. Left out: null. */
export const simulateAnswers = (
  random: SeededRandom,
  model: Pick<PartnerModel, 'elements' | 'climate' | 'meaning'>,
  person: SimulatedPerson,
  others: string[],
): Answers => {
  const answers: Answers = { meaning: person.meaning, 'meaning.words': person.words || null }
  const give = (key: string, stands: number, reversed: boolean) => {
    answers[key] = random() < person.leavesOut ? null : answerOf(random, stands, reversed)
  }
  const overall =
    Object.values(person.truth).reduce((sum, value) => sum + value, 0) / Object.keys(person.truth).length
  for (const { item } of model.climate) give(item.id, overall, item.reversed)
  const lean: Record<Facet, number> = { self: 0, other: person.leaning, us: person.leaning / 2 }
  for (const element of model.elements)
    for (const { id, facet, reversed } of element.items) {
      const about = facet === 'other' && others.length > 1 ? others : [others[0] ?? '']
      for (const seat of about)
        give(
          facet === 'other' ? itemKey(id, seat, others.length + 1) : id,
          person.truth[element.id] + lean[facet],
          reversed,
        )
    }
  return answers
}

/** Invents two people who live together: some elements shared, some seen apart. */
export const simulateCouple = (
  random: SeededRandom,
  elements: ElementId[],
  meanings: { meaning: string; words: string }[],
): SimulatedPerson[] => {
  const shared = Object.fromEntries(elements.map(id => [id, 0.25 + random() * 0.55])) as Record<
    ElementId,
    number
  >
  return [0, 1].map(() => ({
    truth: Object.fromEntries(
      elements.map(id => [id, shared[id] + (random() < 0.35 ? (random() - 0.5) * 0.7 : 0)]),
    ) as Record<ElementId, number>,
    leaning: (random() - 0.5) * 0.4,
    leavesOut: 0.03,
    ...pick(random, meanings),
  }))
}
