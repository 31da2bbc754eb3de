import model from 'virtual:model'
import { useRef, useState } from 'react'
import type { PlannedQuestion } from '../../core/plan/next-questions.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

interface Props {
  open: OpenCase
  questions: PlannedQuestion[]
}

/** The map of sexual questions: a recommended order, never a lock. */
export function SexualQuestions({ open, questions }: Props) {
  const { t, words } = useTherapistText()
  const [reason, setReason] = useState('')
  const { sexualMap } = open.state
  const head = useRef<HTMLHeadingElement>(null)
  const set = (opened: boolean) => {
    void open.append('record', {
      kind: 'sexual-map-opened',
      at: new Date().toISOString(),
      open: opened,
      words: reason.trim(),
    })
    setReason('')
    // The button that was pressed is gone.
    head.current?.focus()
  }
  return (
    <section className="stack">
      <h2 ref={head} tabIndex={-1}>
        {t('plan.sexual')}
      </h2>
      <p>{sexualMap.open ? t('plan.sexual-is-open') : t('plan.sexual-is-shut')}</p>
      {sexualMap.open ? (
        <>
          {sexualMap.words ? <p className="own-words">{sexualMap.words}</p> : null}
          <div>
            {model.sexual.map(area => {
              const asked = questions.filter(question => question.area === area.id)
              return asked.length > 0 ? (
                <Disclosure key={area.id} summary={words(area.name)}>
                  <ul className="stack-tight">
                    {asked.map(question => (
                      <li key={question.id}>{words(question.text)}</li>
                    ))}
                  </ul>
                </Disclosure>
              ) : null
            })}
          </div>
          <div>
            <Button onClick={() => set(false)}>{t('plan.sexual-shut')}</Button>
          </div>
        </>
      ) : (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            set(true)
          }}
        >
          <Field label={t('plan.sexual-reason')} hint={t('readers.record')}>
            {wiring => (
              <textarea
                {...wiring}
                rows={2}
                className="short"
                maxLength={2000}
                value={reason}
                onChange={event => setReason(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button type="submit">{t('plan.sexual-open')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
