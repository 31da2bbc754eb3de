import model from 'virtual:model'
import { helplinesFor } from '../../core/model/helplines-for.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** Help to name to a client: each line with what it was compared with and when, and none without. */
export function Helplines({ jurisdiction }: { jurisdiction: string }) {
  const { t, words, day } = useTherapistText()
  const lines = helplinesFor(model.helplines, jurisdiction)
  return (
    <section className="stack" aria-label={t('help.title')}>
      <h2>{t('help.title')}</h2>
      {lines.length === 0 ? <p>{t('help.none')}</p> : <p>{t('help.intro')}</p>}
      <ul role="list" className="lines">
        {lines.map(({ id, name, what, phone, text, url, source, checked }) =>
          source && checked ? (
            <li key={id} className="helpline">
              <strong>{words(name)}</strong>
              <span>{words(what)}</span>
              <span>
                {[phone, text ? t('help.text', { number: text }) : '', url].filter(Boolean).join(' · ')}
              </span>
              <span className="small soft">
                {t('help.checked', {
                  source: new URL(source).hostname.replace(/^www\./, ''),
                  day: day(`${checked}T12:00:00`),
                })}
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}
