import type { Answers } from '../../core/case/case-state.ts'
import type { EntryBody, Person } from '../../core/case/entry-kind.ts'
import { scoreElement } from '../../core/assessment/score-element.ts'
import { LOW_BELOW } from '../../core/assessment/thresholds.ts'
import type { ElementId, PartnerModel, Text } from '../../core/model/schema.ts'

/** One person's own result of one element, as they may show it. Scores run from 0 to 100; null: not enough answers. */
export interface OwnResult {
  id: ElementId
  name: Text
  line: Text
  score: number | null
  /**
   * Some of its answers were given before there was a PIN: the place is neither shown nor can it be turned on, whoever
   * holds the phone, until all of them were given again.
   */
  isClosed: boolean
}

/** What one person gave, what of it may be shown again on this phone, and what of it they have shown before. */
export interface OwnAnswers {
  seat: string
  answers: Answers
  readable: Answers
  shown: EntryBody<'release'>['elements']
}

/** Whether any of these items was answered, or left out, before there was a PIN. */
export const isClosed = ({ answers, readable }: Pick<OwnAnswers, 'answers' | 'readable'>, items: string[]) =>
  Object.keys(answers).some(key => items.includes(key.split('@')[0] ?? key) && !Object.hasOwn(readable, key))

/**
 * A person's own results from their own answers alone, in the model's order. What was turned on already is known to its
 * readers, so its place as it was shown stays in sight.
 */
export const ownResults = (
  elements: PartnerModel['elements'],
  people: Person[],
  own: OwnAnswers,
): OwnResult[] =>
  elements.map(element => {
    const { id, name, line } = element
    const closed = isClosed(
      own,
      element.items.map(item => item.id),
    )
    const before = own.shown[id]
    if (closed) return { id, name, line, score: before ?? null, isClosed: before === undefined }
    const { score } = scoreElement(
      element,
      own,
      people.map(person => person.seat),
    )
    return { id, name, line, score, isClosed: false }
  })

/** Where a score lies on the line, in words: the lower part ends where the blueprint begins to call an element low. */
export const placeOnLine = (score: number): 'lower' | 'middle' | 'upper' =>
  score < LOW_BELOW ? 'lower' : score > 100 - LOW_BELOW ? 'upper' : 'middle'
