import { useState } from 'react'
import type { Person } from '../../core/case/entry-kind.ts'
import { missingConsent } from '../../core/case/missing-consent.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ConsentForm } from './consent-form.page.tsx'
import { newId } from './new-id.page.ts'
import type { HeardBy } from './open-transcript.page.tsx'

type Ages = 'adults' | 'minor'

/** Before any file: who is heard, whether all are adults, and what each of them agreed to. */
export function ConsentStep({ open, onDone }: { open: OpenCase; onDone(settled: HeardBy): void }) {
  const { t } = useTherapistText()
  const { people, heard } = open.state
  const [from, setFrom] = useState<HeardBy['from'] | null>(null)
  const [ages, setAges] = useState<Ages | null>(null)
  const known = heard.filter(({ withdrawnAt }) => withdrawnAt === null)
  const [service, setService] = useState(() => known.at(-1)?.consent.service ?? '')
  const [absent, setAbsent] = useState<string[]>([])
  const [others, setOthers] = useState<Person[]>([])
  const [label, setLabel] = useState('')
  const everyone = [...people.filter(({ seat }) => !absent.includes(seat)), ...others]
  const missing = missingConsent(
    heard,
    everyone.map(({ seat }) => seat),
    service,
  )
  const refusedForAge = ages === 'minor'
  const ready = from !== null && ages === 'adults' && everyone.length > 0
  const consented = from === 'notes' || missing.length === 0
  const addOther = () => {
    const name = label.trim()
    if (!name) return
    setOthers([...others, { seat: newId(), label: name }])
    setLabel('')
  }
  return (
    <div className="stack-wide">
      <ChoiceList<HeardBy['from']>
        legend={t('open.from')}
        value={from}
        onChange={setFrom}
        options={[
          { value: 'recording', label: t('open.recording'), detail: t('open.recording-detail') },
          { value: 'notes', label: t('open.notes'), detail: t('open.notes-detail') },
        ]}
      />
      <ChoiceList<Ages>
        legend={t('open.ages')}
        value={ages}
        onChange={setAges}
        options={[
          { value: 'adults', label: t('open.adults') },
          { value: 'minor', label: t('open.minor') },
        ]}
      />
      {refusedForAge ? (
        <Notice kind="care" live title={t('open.minor-title')}>
          <p>{t('open.minor-refused')}</p>
        </Notice>
      ) : null}
      {from !== null && !refusedForAge ? (
        <fieldset className="stack-tight">
          <legend>{t('open.everyone')}</legend>
          <p className="hint">{t('open.everyone-hint')}</p>
          {people.map(({ seat, label: name }) => (
            <CheckBox
              key={seat}
              checked={!absent.includes(seat)}
              onChange={here => setAbsent(here ? absent.filter(one => one !== seat) : [...absent, seat])}
            >
              {name}
            </CheckBox>
          ))}
          {others.map(({ seat, label: name }) => (
            <p key={seat} className="row">
              {name}
              <Button kind="quiet" onClick={() => setOthers(others.filter(one => one.seat !== seat))}>
                {t('new-case.take-out')}
                <span className="visually-hidden">: {name}</span>
              </Button>
            </p>
          ))}
          <form
            className="row row-end"
            onSubmit={event => {
              event.preventDefault()
              addOther()
            }}
          >
            <Field label={t('open.other')} hint={t('open.other-hint')}>
              {wiring => (
                <input
                  {...wiring}
                  maxLength={60}
                  autoComplete="off"
                  value={label}
                  onChange={event => setLabel(event.currentTarget.value)}
                />
              )}
            </Field>
            <Button type="submit">{t('open.add-other')}</Button>
          </form>
        </fieldset>
      ) : null}
      {from === 'recording' && !refusedForAge ? (
        <div className="stack">
          <Field label={t('open.service')} hint={t('open.service-hint')}>
            {wiring => (
              <input
                {...wiring}
                maxLength={120}
                autoComplete="off"
                value={service}
                onChange={event => setService(event.currentTarget.value)}
              />
            )}
          </Field>
          {service.trim() ? (
            <Notice title={t('open.cloud-title')}>
              <p>{t('open.cloud', { service: service.trim() })}</p>
            </Notice>
          ) : null}
        </div>
      ) : null}
      {ready && from === 'recording' ? (
        <div className="people">
          {everyone.map(person => {
            const lack = missing.find(({ who }) => who === person.seat)
            return lack ? (
              <ConsentForm
                key={person.seat}
                open={open}
                person={person}
                service={service.trim()}
                why={lack.why}
              />
            ) : (
              <p key={person.seat}>{t('consent.stands', { who: person.label })}</p>
            )
          })}
        </div>
      ) : null}
      <div className="stack-tight">
        {ready && !consented ? <p className="soft">{t('open.consent-first')}</p> : null}
        <div className="row">
          <Button
            kind="main"
            disabled={!ready || !consented}
            onClick={() => {
              if (from) onDone({ from, service: from === 'notes' ? '' : service.trim(), heard: everyone })
            }}
          >
            {t('open.to-file')}
          </Button>
          <a href={`#/case/${open.id}/reading`}>{t('open.not-now')}</a>
        </div>
      </div>
    </div>
  )
}
