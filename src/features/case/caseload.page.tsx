import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { CaseLine, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { CaseRow } from './case-row.page.tsx'
import { searchCases } from './search-cases.ts'
import { WaitingSafety } from './waiting-safety.page.tsx'

/** Every case of the account, what wants reading first at its head. */
export function CaseloadPage({ vault }: { vault: TherapistVault }) {
  const { t } = useTherapistText()
  const [cases, setCases] = useState<CaseLine[] | null>(null)
  const [failure, setFailure] = useState<TherapistKey | null>(null)
  const [query, setQuery] = useState('')
  const [withArchived, setWithArchived] = useState(false)
  const [round, setRound] = useState(0)

  // `round` asks for another reading
  useEffect(() => {
    let here = true
    vault.cases().then(
      lines => {
        if (!here) return
        setCases(lines)
        setFailure(null)
      },
      error => here && setFailure(failureKey(error)),
    )
    return () => {
      here = false
    }
  }, [vault, round])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') setRound(now => now + 1)
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  const active = cases?.filter(({ state }) => withArchived || !state.archived) ?? []
  const found = searchCases(active, query)
  const archived = cases?.filter(({ state }) => state.archived).length ?? 0

  return (
    <main className="page stack-wide">
      <header className="head">
        <PageTitle>{t('caseload.title')}</PageTitle>
        {cases && cases.length > 0 ? (
          <a className="button button-main" href="#/new-case">
            {t('caseload.new')}
          </a>
        ) : null}
      </header>
      {vault.kitUnconfirmed ? (
        <Notice title={t('caseload.kit-title')}>
          <p>
            {t('caseload.kit')} <a href="#/kit">{t('caseload.kit-link')}</a>
          </p>
        </Notice>
      ) : null}
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
          <Button onClick={() => setRound(round + 1)}>{t('try-again')}</Button>
        </Notice>
      ) : null}
      {cases === null && !failure ? <p role="status">{t('caseload.opening')}</p> : null}
      {cases ? <WaitingSafety cases={cases} /> : null}
      {cases?.length === 0 ? (
        <section className="empty stack">
          <p className="lead">{t('caseload.empty')}</p>
          <ol className="stack-tight">
            <li>{t('caseload.empty-1')}</li>
            <li>{t('caseload.empty-2')}</li>
            <li>{t('caseload.empty-3')}</li>
          </ol>
          <p>
            <a className="button button-main" href={vault.kitUnconfirmed ? '#/kit' : '#/new-case'}>
              {vault.kitUnconfirmed ? t('caseload.kit-first') : t('caseload.first')}
            </a>
          </p>
        </section>
      ) : null}
      {cases && cases.length > 0 ? (
        <section className="stack" aria-label={t('caseload.title')}>
          <div className="row row-end">
            <Field label={t('caseload.search')} hint={t('caseload.search-hint')}>
              {wiring => (
                <input
                  {...wiring}
                  type="search"
                  autoComplete="off"
                  value={query}
                  onChange={event => setQuery(event.currentTarget.value)}
                />
              )}
            </Field>
            {archived > 0 ? (
              <CheckBox checked={withArchived} onChange={setWithArchived}>
                {t('caseload.with-archived', { count: archived })}
              </CheckBox>
            ) : null}
          </div>
          <p role="status" className="small soft">
            {query ? t('caseload.found', { count: found.length }) : ''}
          </p>
          {active.length === 0 ? <p>{t('caseload.all-archived')}</p> : null}
          <ul role="list" className="lines">
            {found.map(line => (
              <CaseRow
                key={line.id}
                line={line}
                vault={vault}
                onChanged={() => {
                  setRound(round + 1)
                  // The row that was pressed moves away; the page's heading does not.
                  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
                }}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}
