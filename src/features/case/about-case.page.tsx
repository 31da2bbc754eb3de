import model from 'virtual:model'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

/** What was settled for the case before any link, and its name. */
export function AboutCase({ open }: { open: OpenCase }) {
  const { t, words } = useTherapistText()
  const { setting, name, archived } = open.state
  const [draft, setDraft] = useState(name)
  const now = () => new Date().toISOString()
  const policy = model.policies.find(({ id }) => id === setting?.policy)
  const place = model.jurisdictions.find(({ id }) => id === setting?.jurisdiction)
  return (
    <section className="about-case screen-only">
      <Disclosure summary={t('about.title')}>
        {setting ? (
          <dl className="facts">
            <dt>{t('new-case.policy')}</dt>
            <dd>
              {policy ? words(policy.name) : setting.policy}
              {policy ? <p className="small soft">{words(policy.therapist)}</p> : null}
            </dd>
            <dt>{t('new-case.jurisdiction')}</dt>
            <dd>
              {place ? words(place.name) : setting.jurisdiction}
              {place && !place.checked ? <p className="small soft">{t('about.unreviewed')}</p> : null}
            </dd>
            {place ? (
              <>
                <dt>{t('new-case.limits')}</dt>
                <dd>
                  <ul>
                    {place.limits.map(limit => (
                      <li key={limit.en}>{words(limit)}</li>
                    ))}
                    {place.checked ? null : <li>{words(model.consent.unreviewed)}</li>}
                  </ul>
                </dd>
              </>
            ) : null}
            <dt>{t('new-case.therapist')}</dt>
            <dd>{setting.therapist}</dd>
            <dt>{t('about.instrument')}</dt>
            <dd>{setting.instrument}</dd>
          </dl>
        ) : null}
        <form
          className="row row-end"
          onSubmit={event => {
            event.preventDefault()
            const next = draft.trim()
            if (next && next !== name)
              void open.append('record', { kind: 'case-named', at: now(), name: next })
          }}
        >
          <Field label={t('new-case.name')}>
            {wiring => (
              <input
                {...wiring}
                maxLength={60}
                autoComplete="off"
                value={draft}
                onChange={event => setDraft(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit">{t('about.rename')}</Button>
        </form>
        <div>
          <Button
            kind="quiet"
            onClick={() =>
              void open.append('record', { kind: 'case-archived', at: now(), archived: !archived })
            }
          >
            {archived ? t('caseload.unarchive') : t('caseload.archive')}
          </Button>
        </div>
      </Disclosure>
    </section>
  )
}
