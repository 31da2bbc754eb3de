import model from 'virtual:model'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { TherapistVault } from '../../vault/therapist-vault.types.ts'
import { type CaseDraft, emptyDraft, settleCase } from './new-case.ts'
import { PeopleFields } from './people-fields.page.tsx'

interface Props {
  vault: TherapistVault
  onMade(id: string): void
}

/** What is settled before any link: who takes part, how secrets are treated, where you practise, and what all will be told. */
export function NewCasePage({ vault, onMade }: Props) {
  const { t, words } = useTherapistText()
  const [draft, setDraft] = useDraft<CaseDraft>('new-case', emptyDraft)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<TherapistKey | null>(null)

  const form = useRef<HTMLFormElement>(null)

  const settled = settleCase(draft)
  const issueAt = (path: string) => {
    const issue = tried && !settled.ok ? settled.issues.find(found => found.path === path) : undefined
    return issue ? t(issue.code === 'twice' ? 'new-case.twice' : 'new-case.missing') : null
  }
  const change = (part: Partial<CaseDraft>) => setDraft({ ...draft, ...part })
  const jurisdiction = model.jurisdictions.find(({ id }) => id === draft.jurisdiction)

  const make = async () => {
    if (busy) return
    setTried(true)
    if (!settled.ok) {
      // After the errors were drawn: the first that is open takes the focus.
      requestAnimationFrame(() => {
        const error = [...(form.current?.querySelectorAll('.field-error') ?? [])].find(
          shown => shown.textContent,
        )
        const part = error?.closest('.field') ?? error?.parentElement
        part?.querySelector<HTMLElement>('input, select')?.focus()
      })
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      const made = await vault.createCase(settled.value)
      setDraft(null)
      onMade(made.id)
    } catch (error) {
      setFailure(failureKey(error))
      setBusy(false)
    }
  }

  return (
    <main className="page narrow stack-wide">
      <div className="stack">
        <PageTitle>{t('new-case.title')}</PageTitle>
        <p>{t('new-case.intro')}</p>
      </div>
      <form
        ref={form}
        className="stack-wide"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <PeopleFields people={draft.people} issueAt={issueAt} onChange={people => change({ people })} />
        <Field label={t('new-case.name')} hint={t('new-case.name-hint')}>
          {wiring => (
            <input
              {...wiring}
              maxLength={60}
              autoComplete="off"
              value={draft.name}
              onChange={event => change({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={t('new-case.therapist')}
          hint={t('new-case.therapist-hint')}
          error={issueAt('therapist')}
        >
          {wiring => (
            <input
              {...wiring}
              maxLength={60}
              autoComplete="name"
              value={draft.therapist}
              onChange={event => change({ therapist: event.currentTarget.value })}
            />
          )}
        </Field>
        <div>
          <ChoiceList
            legend={t('new-case.policy')}
            hint={t('new-case.policy-hint')}
            value={draft.policy}
            onChange={policy => change({ policy })}
            options={model.policies.map(policy => ({
              value: policy.id,
              label: words(policy.name),
              detail: words(policy.therapist),
            }))}
          />
          <p className="field-error" aria-live="polite">
            {issueAt('policy') ?? ''}
          </p>
        </div>
        <Field
          label={t('new-case.jurisdiction')}
          hint={t('new-case.jurisdiction-hint')}
          error={issueAt('jurisdiction')}
        >
          {wiring => (
            <select
              {...wiring}
              value={draft.jurisdiction}
              onChange={event => change({ jurisdiction: event.currentTarget.value })}
            >
              <option value="">{t('new-case.choose')}</option>
              {model.jurisdictions.map(place => (
                <option key={place.id} value={place.id}>
                  {words(place.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {jurisdiction ? (
          <Disclosure summary={t('new-case.limits')}>
            <ul>
              {jurisdiction.limits.map(limit => (
                <li key={limit.en}>{words(limit)}</li>
              ))}
              <li>{t('new-case.adult-age', { age: jurisdiction.adultAge })}</li>
              {jurisdiction.checked ? null : <li>{words(model.consent.unreviewed)}</li>}
            </ul>
          </Disclosure>
        ) : null}
        <section className="stack-tight">
          <h2>{t('new-case.announced')}</h2>
          <ul>
            <li>{t('new-case.announced-alone', { count: draft.people.length })}</li>
            <li>{t('new-case.announced-screen')}</li>
            <li>{t('new-case.announced-policy')}</li>
            <li>{t('new-case.announced-adults')}</li>
            <li>{t('new-case.announced-live')}</li>
          </ul>
          <CheckBox checked={draft.understood} onChange={understood => change({ understood })}>
            {t('new-case.understood', { count: draft.people.length })}
          </CheckBox>
          <p className="field-error" aria-live="polite">
            {issueAt('understood') ?? ''}
          </p>
        </section>
        {failure ? (
          <Notice live>
            <p>{t(failure)}</p>
          </Notice>
        ) : null}
        <div className="row">
          <Button kind="main" type="submit" aria-disabled={busy}>
            {busy ? t('working') : t('new-case.make')}
          </Button>
          <a href="#/">{t('new-case.not-now')}</a>
        </div>
        <p role="alert" className="field-error">
          {tried && !settled.ok ? t('new-case.open-points', { count: settled.issues.length }) : ''}
        </p>
      </form>
    </main>
  )
}
