import { useState } from 'react'
import type { EntryBody, Person } from '../../core/case/entry-kind.ts'
import type { MissingConsent } from '../../core/case/missing-consent.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { focusHeading } from './focus-soon.page.ts'

type Consent = EntryBody<'heard-consent'>

interface Props {
  open: OpenCase
  person: Person
  service: string
  why: MissingConsent['why']
}

/** What one person agreed to, noted point by point; nothing is ticked beforehand. */
export function ConsentForm({ open, person, service, why }: Props) {
  const { t } = useTherapistText()
  const [recording, setRecording] = useState(false)
  const [byService, setByService] = useState(false)
  const [analysis, setAnalysis] = useState(false)
  const [supervision, setSupervision] = useState(false)
  const [ofAge, setOfAge] = useState(false)
  const [retention, setRetention] = useState<Consent['retention']>('until-accepted')
  const [how, setHow] = useState<Consent['how'] | null>(null)
  const enough = recording && analysis && ofAge && how !== null && (service === '' || byService)
  const note = () => {
    if (!enough || !how) return
    // The form goes; the next one is found from the heading.
    focusHeading()
    void open.append('record', {
      kind: 'heard-consent',
      at: new Date().toISOString(),
      who: person.seat,
      label: person.label,
      recording,
      service,
      analysis,
      supervision,
      retention,
      how,
      ofAge: true,
    })
  }
  return (
    <form
      className="consent-form stack"
      onSubmit={event => {
        event.preventDefault()
        note()
      }}
    >
      <fieldset className="stack-tight">
        <legend>{t('consent.of', { who: person.label })}</legend>
        {why === 'none' ? null : <p className="hint">{t(`consent.why.${why}`)}</p>}
        <CheckBox checked={recording} onChange={setRecording}>
          {t('consent.agree-recording')}
        </CheckBox>
        {service ? (
          <CheckBox checked={byService} onChange={setByService}>
            {t('consent.agree-service', { service })}
          </CheckBox>
        ) : null}
        <CheckBox checked={analysis} onChange={setAnalysis}>
          {t('consent.agree-analysis')}
        </CheckBox>
        <CheckBox checked={supervision} onChange={setSupervision}>
          {t('consent.agree-supervision')}
        </CheckBox>
        <CheckBox checked={ofAge} onChange={setOfAge}>
          {t('consent.agree-age')}
        </CheckBox>
      </fieldset>
      <ChoiceList<Consent['retention']>
        legend={t('consent.retention')}
        value={retention}
        onChange={setRetention}
        options={[
          { value: 'until-accepted', label: t('consent.retention.until-accepted') },
          { value: 'as-law-requires', label: t('consent.retention.as-law-requires') },
        ]}
      />
      <ChoiceList<Consent['how']>
        legend={t('consent.how')}
        value={how}
        onChange={setHow}
        options={[
          { value: 'aloud', label: t('consent.how.aloud') },
          { value: 'written', label: t('consent.how.written') },
        ]}
      />
      <p className="small soft">{t('consent.told')}</p>
      <div>
        <Button type="submit" disabled={!enough}>
          {t('consent.note', { who: person.label })}
        </Button>
      </div>
    </form>
  )
}
