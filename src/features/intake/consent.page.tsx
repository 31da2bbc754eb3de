import { type FormEvent, useState } from 'react'
import { fromText, toBase64Url } from '../../core/journal/bytes.ts'
import { consentText, fillConsent } from './consent-text.ts'
import { Heading, Saying } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** What someone agrees to before anything is asked. What is signed is the hash of exactly what is shown. */
export function ConsentPage(props: { changed: boolean }) {
  const { t, language } = useWording()
  const { model, setting, sheet, jurisdiction, policy, readers, keep } = useSeat()
  const [agrees, setAgrees] = useState(false)
  const [notNow, setNotNow] = useState(false)
  const [missing, setMissing] = useState(false)
  const shown = fillConsent(model.consent, language, {
    therapist: setting.therapist,
    readers: readers('private'),
    policy,
    jurisdiction,
  })

  const sign = async (event: FormEvent) => {
    event.preventDefault()
    if (!agrees || !sheet.settingHash) return setMissing(true)
    const digest = await crypto.subtle.digest('SHA-256', fromText(consentText(shown)) as BufferSource)
    await keep('private', {
      kind: 'consent',
      version: shown.version,
      text: toBase64Url(new Uint8Array(digest)),
      setting: sheet.settingHash,
      language,
      ofAge: true,
    })
  }

  if (notNow)
    return (
      <Saying key="not-now" title={t.consent.notNowTitle} words={t.consent.notNowWords}>
        <button type="button" className="second" onClick={() => setNotNow(false)}>
          {t.consent.notNowBack}
        </button>
      </Saying>
    )
  return (
    <form className="page" onSubmit={sign} noValidate key="consent">
      <Heading>{shown.title}</Heading>
      {props.changed ? <p>{t.consent.changed}</p> : null}
      <ul role="list" className="points">
        {shown.points.map(point => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <label className="tick">
        <input type="checkbox" checked={agrees} onChange={event => setAgrees(event.currentTarget.checked)} />
        <span>{shown.agree}</span>
      </label>
      <p role="status" className="said">
        {missing && !agrees ? t.consent.missing : ''}
      </p>
      <div className="two">
        <button type="submit" className="main">
          {t.consent.sign}
        </button>
        <button type="button" className="second" onClick={() => setNotNow(true)}>
          {t.consent.notNow}
        </button>
      </div>
    </form>
  )
}
