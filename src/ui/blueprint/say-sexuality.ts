import type { SexualityOpen } from '../../core/assessment/sexuality-open.ts'
import type { Model } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'

/** What is recommended about the sexual questions, and that it is no lock; `opened`: the therapist has opened them. */
export const saySexuality = (
  sexuality: SexualityOpen,
  opened: boolean,
  model: Pick<Model, 'elements'>,
  { t, words, list }: BlueprintText,
): string => {
  if (opened) return t('blueprint.sexuality.opened')
  if (sexuality.open) return t('blueprint.sexuality.open')
  const missing = sexuality.reasons.filter(({ reasons }) => reasons.some(({ id }) => id !== 'not-enough'))
  const named = model.elements.filter(({ id }) => missing.some(({ element }) => element === id))
  const waits = named.length
    ? t('blueprint.sexuality.waits', { elements: list(named.map(element => words(element.name))) })
    : t('blueprint.sexuality.unknown')
  return `${waits} ${t('blueprint.sexuality.never')}`
}
