import { helplinesFor } from '../../core/model/helplines-for.ts'
import { useWording } from './language-context.page.tsx'
import { laterModel } from './later-model.page.ts'
import { useSeat } from './seat-context.page.tsx'

/** The helplines for where the therapist works, each with what it was compared with, and when. */
export function Helplines() {
  const { t, language } = useWording()
  const { setting } = useSeat()
  const lines = helplinesFor(laterModel.helplines, setting.jurisdiction)
  const date = (day: string) =>
    new Date(`${day}T12:00`).toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' })
  if (!lines.length) return <p>{t.help.none}</p>
  return (
    <ul role="list" className="lines">
      {lines.map(line => (
        <li key={line.id}>
          <h2>{line.name[language]}</h2>
          <p>{line.what[language]}</p>
          <p className="ways">
            {line.phone ? (
              <a href={`tel:${line.phone.replace(/[^\d+*#]/g, '')}`}>
                {t.help.call} {line.phone}
              </a>
            ) : null}
            {line.text ? (
              <a href={`sms:${line.text.replace(/[^\d+]/g, '')}`}>
                {t.help.text} {line.text}
              </a>
            ) : null}
            {line.url ? (
              <a href={line.url} target="_blank" rel="noreferrer noopener">
                {t.help.visit} {new URL(line.url).hostname.replace(/^www\./, '')}
              </a>
            ) : null}
          </p>
          {line.source && line.checked ? (
            <p className="small soft">
              {t.help.source(new URL(line.source).hostname.replace(/^www\./, ''), date(line.checked))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
