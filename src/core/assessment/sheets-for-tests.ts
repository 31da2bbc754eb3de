import fc from 'fast-check'
import type { Answers } from '../case/case-state.ts'
import type { Model } from '../model/schema.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { listIntakeItems } from './intake-items.ts'
import { itemKey } from './item-key.ts'

type Asked = Pick<Model, 'elements' | 'climate' | 'meaning'>

/** Every key a person in this seat can answer, with the answers it takes. For tests. */
export const keysFor = (model: Asked, seat: string, seats: string[]) =>
  listIntakeItems(model)
    .filter(item => item.kind !== 'words')
    .flatMap(item =>
      item.facet === 'other' && seats.length >= 3
        ? seats
            .filter(other => other !== seat)
            .map(other => ({ ...item, id: itemKey(item.id, other, seats.length) }))
        : [item],
    )

/** A sheet on which everything on the scale is answered in the same direction of strength, 1 to 5. For tests. */
export const evenSheet = (
  model: Asked,
  seat: string,
  seats: string[],
  strength: number,
  but: Answers = {},
): AnswerSheet => {
  const scales = keysFor(model, seat, seats).filter(item => item.kind === 'scale')
  const answers = scales.map(item => [item.id, item.reversed ? 6 - strength : strength] as const)
  return { seat, answers: { ...Object.fromEntries(answers), ...but } }
}

/** Any sheet a person can hand in: some questions answered, some left out, some never reached. For tests. */
export const anySheet = (model: Asked, seat: string, seats: string[]): fc.Arbitrary<AnswerSheet> =>
  fc
    .tuple(
      ...keysFor(model, seat, seats).map(item =>
        fc
          .oneof(
            { weight: 6, arbitrary: fc.constantFrom(...item.allowed) },
            { weight: 1, arbitrary: fc.constant(null) },
            { weight: 2, arbitrary: fc.constant(undefined) },
          )
          .map(value => [item.id, value] as const),
      ),
    )
    .map(pairs => ({
      seat,
      answers: Object.fromEntries(
        pairs.filter((pair): pair is readonly [string, string | number | null] => pair[1] !== undefined),
      ),
    }))
