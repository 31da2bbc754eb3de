import type { Answers } from '../../core/case/case-state.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import { scoreElement } from '../../core/assessment/score-element.ts'
import { LOW_BELOW } from '../../core/assessment/thresholds.ts'
import type { ElementId, PartnerModel, Text } from '../../core/model/schema.ts'

/** One person's own result of one element, as they may show it. Scores run from 0 to 100; null: not enough answers. */
export interface OwnResult {
  id: ElementId
  name: Text
  line: Text
  score: number | null
}

/** A person's own results from their own answers alone, in the model's order. */
export const ownResults = (
  elements: PartnerModel['elements'],
  people: Person[],
  seat: string,
  answers: Answers,
): OwnResult[] =>
  elements.map(element => {
    const { score } = scoreElement(
      element,
      { seat, answers },
      people.map(person => person.seat),
    )
    return { id: element.id, name: element.name, line: element.line, score }
  })

/** Where a score lies on the line, in words: the lower part ends where the blueprint begins to call an element low. */
export const placeOnLine = (score: number): 'lower' | 'middle' | 'upper' =>
  score < LOW_BELOW ? 'lower' : score > 100 - LOW_BELOW ? 'upper' : 'middle'
