import type { Model } from '../../core/model/schema.ts'
import type { Plan } from '../../core/plan/next-questions.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { sayReason } from './say-reason.ts'

interface Props {
  plan: Plan
  /** How many of the next questions are listed. */
  most: number
  model: Pick<Model, 'climate'>
  text: BlueprintText
}

/** The next questions in order, each with why (said once where two in a row share it); beside them what may be asked at any time. */
export const PlanList = ({ plan, most, model, text }: Props) => {
  const { t, words } = text
  const next = plan.next.slice(0, most)
  const whys = next.map(({ why }) =>
    why
      .filter(({ id }) => id !== 'therapist-order')
      .map(reason => sayReason(reason, model, text))
      .join(' '),
  )
  return (
    <section className="bp-plan">
      <div>
        <h2>{t('blueprint.plan.title')}</h2>
        <ol>
          {next.map((question, index) => (
            <li key={question.id}>
              <p>
                {words(question.text)}
                {question.alone ? <span className="bp-soft"> ({t('blueprint.plan.alone')})</span> : null}
              </p>
              {whys[index] === whys[index - 1] ? null : <p className="bp-why">{whys[index]}</p>}
            </li>
          ))}
        </ol>
      </div>
      <div className="bp-any-time">
        <h3>{t('blueprint.plan.any-time')}</h3>
        <ul>
          {plan.anyTime.map(question => (
            <li key={question.id}>
              {words(question.text)}
              {question.alone ? <span className="bp-soft"> ({t('blueprint.plan.alone')})</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
