import { useState } from 'react'
import type { Advice } from '../../core/case/session-state.ts'
import { type AdviceStep, adviceSteps } from '../../core/case/session-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ItemFoot } from './item-foot.page.tsx'

/** What was asked, offered, accepted, tried and refused, and why: refusals are information, not failure. */
export function AdviceLedger({ open }: { open: OpenCase }) {
  const { t, day } = useTherapistText()
  const advice = [...open.state.advice].reverse()
  const refusals = open.state.advice.flatMap(one =>
    one.steps.flatMap(({ step, why, at }) =>
      step === 'refused' ? [{ item: one.item, words: one.words, why, at }] : [],
    ),
  )
  return (
    <>
      <div className="stack">
        <PageTitle>{t('ledger.advice')}</PageTitle>
        <p>{t('advice.intro')}</p>
        <p className="small soft">{t('readers.record')}</p>
        {advice.length === 0 ? <p className="soft">{t('advice.empty')}</p> : null}
      </div>
      <ul role="list" className="lines">
        {advice.map(one => (
          <li key={one.item}>
            <AdviceLine open={open} advice={one} />
          </li>
        ))}
      </ul>
      {refusals.length > 1 ? (
        <section className="stack">
          <h2>{t('advice.patterns')}</h2>
          <p>{t('advice.patterns-ask')}</p>
          <ul role="list" className="lines">
            {refusals.map(({ item, words, why, at }) => (
              <li key={`${item} ${at}`} className="advice-pattern">
                <span className="soft">{day(at)}</span>
                <span>{words}</span>
                <span className="own-words">{why || t('advice.no-why')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function AdviceLine({ open, advice }: { open: OpenCase; advice: Advice }) {
  const { t, day } = useTherapistText()
  const [step, setStep] = useState<AdviceStep | null>(null)
  const [why, setWhy] = useState('')
  const add = async () => {
    if (!step) return
    const { item, who, session, source } = advice
    await open.append('record', {
      kind: 'advice',
      at: new Date().toISOString(),
      item,
      who,
      session,
      source,
      words: '',
      step,
      why: why.trim(),
    })
    setStep(null)
    setWhy('')
  }
  return (
    <article className="stack-tight">
      <p className="card-words">{advice.words}</p>
      <ol role="list" className="advice-steps">
        {advice.steps.map((one, index) => (
          // Steps are only ever added at the end
          <li key={index}>
            {t(`advice.${one.step}`)} <span className="soft">{day(one.at)}</span>
            {one.why ? <span className="own-words"> {one.why}</span> : null}
          </li>
        ))}
      </ol>
      <form
        className="row row-end"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <Field label={t('advice.next')}>
          {wiring => (
            <select
              {...wiring}
              value={step ?? ''}
              onChange={event => setStep(adviceSteps.find(one => one === event.currentTarget.value) ?? null)}
            >
              <option value="">{t('new-case.choose')}</option>
              {adviceSteps.map(one => (
                <option key={one} value={one}>
                  {t(`advice.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('advice.why')}>
          {wiring => (
            <input
              {...wiring}
              maxLength={2000}
              autoComplete="off"
              value={why}
              onChange={event => setWhy(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={!step}>
          {t('advice.add')}
          <span className="visually-hidden">: {advice.words}</span>
        </Button>
      </form>
      <ItemFoot open={open} item={advice} />
    </article>
  )
}
