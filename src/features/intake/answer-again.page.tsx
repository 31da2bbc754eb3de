import { useState } from 'react'
import type { AnswerValue } from '../../core/case/entry-kind.ts'
import type { IntakeStep } from './intake-step.ts'
import { useWording } from './language-context.page.tsx'
import { QuestionPage } from './question.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Some questions once more, one at a time: what was given before there was a PIN is closed until it is given again. */
export function AnswerAgain(props: { steps: IntakeStep[]; onDone(): void }) {
  const { t } = useWording()
  const { setting, keep } = useSeat()
  const [place, setPlace] = useState(0)
  const step = props.steps[place]
  if (!step) return null
  const answer = async (value: AnswerValue) => {
    const body = { kind: 'answer', instrument: setting.instrument, item: step.key, value } as const
    const isKept = await keep('private', body)
    if (!isKept) return false
    if (place + 1 < props.steps.length) setPlace(place + 1)
    else props.onDone()
    return true
  }
  return (
    <>
      <QuestionPage
        key={step.key}
        step={step}
        progress={t.release.again(place + 1, props.steps.length)}
        before=""
        onAnswer={answer}
      />
      <button type="button" className="second" onClick={props.onDone}>
        {t.release.stopAgain}
      </button>
    </>
  )
}
