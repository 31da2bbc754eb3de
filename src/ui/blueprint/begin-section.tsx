import type { Blueprint } from '../../core/assessment/blueprint.ts'
import type { Model } from '../../core/model/schema.ts'
import { type BlueprintText, inSentence } from './blueprint-text.ts'
import { sayReason } from './say-reason.ts'
import { saySexuality } from './say-sexuality.ts'

interface Props {
  model: Pick<Model, 'elements' | 'climate'>
  blueprint: Blueprint
  sexualMapOpen: boolean
  text: BlueprintText
}

/** How many elements are named after the first. */
const THEN = 2

/** Where to begin, why, what to ask; and what the sexual questions wait for. */
export const BeginSection = ({ model, blueprint, sexualMapOpen, text }: Props) => {
  const { t, words, list } = text
  const [first, ...rest] = blueprint.beginWith
  const element = model.elements.find(({ id }) => id === first?.element)
  const then = rest.slice(0, THEN).flatMap(({ element: id }) => {
    const found = model.elements.find(candidate => candidate.id === id)
    return found ? [words(found.name)] : []
  })
  const question = element?.interview[0]
  return (
    <section className="bp-begin">
      <h2>
        {element
          ? t('blueprint.begin.title', { element: inSentence(words(element.name)) })
          : t('blueprint.begin.unknown')}
      </h2>
      <div>
        <p>
          {first
            ? first.reasons.map(reason => sayReason(reason, model, text)).join(' ')
            : t('blueprint.begin.unknown-why')}
        </p>
        {question ? (
          <p>
            {t(blueprint.seats.length > 1 ? 'blueprint.begin.ask-alone' : 'blueprint.begin.ask')}{' '}
            <em>{words(question.text)}</em>
          </p>
        ) : null}
        {then.length ? <p>{t('blueprint.begin.then', { elements: list(then) })}</p> : null}
        <p className="bp-soft">{saySexuality(blueprint.sexuality, sexualMapOpen, model, text)}</p>
      </div>
    </section>
  )
}
