import { useState } from 'react'
import type { AnswerValue } from '../../core/case/entry-kind.ts'
import { Heading } from './frame.page.tsx'
import type { IntakeStep } from './intake-step.ts'
import { useWording } from './language-context.page.tsx'
import { PinGate } from './pin-gate.page.tsx'
import { QuestionPage } from './question.page.tsx'
import { ReadersLine } from './readers-line.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** The answers given, to read and to change, once the PIN was typed. */
export function LookBackPage(props: { steps: IntakeStep[]; onPin(): void; onBack(): void }) {
  const { t } = useWording()
  return (
    <div className="page">
      <PinGate title={t.lookBack.title} onPin={props.onPin}>
        {() => <Given steps={props.steps} />}
      </PinGate>
      <button type="button" className="second" onClick={props.onBack}>
        {t.goBack}
      </button>
    </div>
  )
}

function Given(props: { steps: IntakeStep[] }) {
  const { t, language } = useWording()
  const { sheet, model, setting, keep, vault } = useSeat()
  const [changing, setChanging] = useState<IntakeStep | null>(null)
  const readable = vault.readable.sheets[vault.seat]?.answers ?? {}
  const given = props.steps.filter(({ key }) => Object.hasOwn(readable, key))

  const questionOf = (step: IntakeStep) =>
    step.kind === 'scale'
      ? step.text[language]
      : (step.kind === 'choice' ? model.meaning.question : model.meaning.words)[language]
  const answerOf = (step: IntakeStep): string => {
    const value = sheet.answers[step.key]
    if (value === null || value === undefined) return t.lookBack.leftOut
    if (typeof value === 'number') return model.scale.labels[value - 1]?.[language] ?? ''
    if (step.kind !== 'choice') return value
    return model.meaning.choices.find(choice => choice.id === value)?.text[language] ?? value
  }
  const change = async (step: IntakeStep, value: AnswerValue) => {
    const body = { kind: 'answer', instrument: setting.instrument, item: step.key, value } as const
    const isKept = await keep('private', body)
    if (isKept) setChanging(null)
    return isKept
  }

  if (changing)
    return (
      <>
        <QuestionPage
          key={changing.key}
          step={changing}
          progress={t.lookBack.change}
          before={changing.kind === 'words' ? String(sheet.answers[changing.key] ?? '') : undefined}
          onAnswer={value => change(changing, value)}
        />
        <button type="button" className="second" onClick={() => setChanging(null)}>
          {t.lookBack.cancel}
        </button>
      </>
    )
  return (
    <>
      <Heading>{t.lookBack.title}</Heading>
      <ReadersLine journal="private" />
      <p className="soft">{t.lookBack.note}</p>
      <p className="soft">{t.lookBack.sincePin}</p>
      {given.length ? null : <p>{t.lookBack.none}</p>}
      <dl className="given">
        {given.map(step => (
          <div key={step.key}>
            <dt>{questionOf(step)}</dt>
            <dd>
              <span>{answerOf(step)}</span>
              <button
                type="button"
                className="quiet"
                aria-label={t.lookBack.changeThis(questionOf(step))}
                onClick={() => setChanging(step)}
              >
                {t.lookBack.change}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
