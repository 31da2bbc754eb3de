import type { ElementId, Facet, Model } from '../model/schema.ts'

/** One thing the intake asks: what it informs, and which answers it takes. */
export interface IntakeItem {
  id: string
  /** The element it scores; null for climate and for what "more intimate" means. */
  element: ElementId | null
  facet: Facet | null
  /** True where agreeing means trouble, so that the answer is mirrored before it is scored. */
  reversed: boolean
  /** `scale` takes 1 to 5, `choice` the id of a choice, `words` the person's own words. */
  kind: 'scale' | 'choice' | 'words'
  /** Every allowed answer; empty for own words. Leaving a question out is always allowed. */
  allowed: (number | string)[]
}

const scale = [1, 2, 3, 4, 5]

/** Everything the intake asks, in the model's order: the elements' items, climate, and what "more intimate" means. */
export const listIntakeItems = (model: Pick<Model, 'elements' | 'climate' | 'meaning'>): IntakeItem[] => [
  ...model.elements.flatMap(element =>
    element.items.map(
      ({ id, facet, reversed }): IntakeItem => ({
        id,
        element: element.id,
        facet,
        reversed,
        kind: 'scale',
        allowed: scale,
      }),
    ),
  ),
  ...model.climate.map(
    ({ item: { id, reversed } }): IntakeItem => ({
      id,
      element: null,
      facet: null,
      reversed,
      kind: 'scale',
      allowed: scale,
    }),
  ),
  {
    id: 'meaning',
    element: null,
    facet: null,
    reversed: false,
    kind: 'choice',
    allowed: model.meaning.choices.map(choice => choice.id),
  },
  { id: 'meaning.words', element: null, facet: null, reversed: false, kind: 'words', allowed: [] },
]
