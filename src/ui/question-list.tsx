import model from 'virtual:model'
import type { ReactNode } from 'react'
import type { PlannedQuestion } from '../core/plan/next-questions.ts'
import type { BlueprintText } from './blueprint/blueprint-text.ts'
import { sayReason } from './blueprint/say-reason.ts'
import { useTherapistText } from './use-therapist-text.ts'

interface Props {
  questions: PlannedQuestion[]
  text: BlueprintText
  start?: number
  /** Without numbers and reasons. */
  plain?: boolean
  /** Stands under each question. */
  after?(question: PlannedQuestion): ReactNode
}

const nameOf = ({ element, area }: PlannedQuestion) =>
  model.elements.find(({ id }) => id === element)?.name ??
  model.climate.find(({ id }) => id === area)?.name ??
  model.sexual.find(({ id }) => id === area)?.name

/** Questions to ask, each with what it is about and why it comes now. */
export function QuestionList({ questions, text, start = 1, plain = false, after }: Props) {
  const { t, words } = useTherapistText()
  const List = plain ? 'ul' : 'ol'
  return (
    <List className="questions" role="list" {...(plain ? {} : { start })}>
      {questions.map((question, index) => {
        const name = nameOf(question)
        return (
          <li key={question.id}>
            {plain ? null : (
              <span className="question-number" aria-hidden="true">
                {start + index}
              </span>
            )}
            <div>
              <p className="question">{words(question.text)}</p>
              {plain ? null : (
                <p className="small soft">
                  {[name ? words(name) : '', question.alone ? t('plan.alone') : '']
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
              {plain ? null : (
                <p className="small">
                  {question.why
                    // That the order is the therapist's own is said once, at the order.
                    .filter(({ id }) => id !== 'therapist-order')
                    .map(reason => sayReason(reason, model, text))
                    .join(' ')}
                </p>
              )}
              {after?.(question)}
            </div>
          </li>
        )
      })}
    </List>
  )
}
