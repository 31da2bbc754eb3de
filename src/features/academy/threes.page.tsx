import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { toBase64Url } from '../../core/journal/bytes.ts'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { Practice } from './practice.page.ts'
import { SheetPage } from './sheet.page.tsx'
import { type SheetRole, sheetRoles } from './sheet-questions.ts'

/** Role-play in threes: how it goes, a sheet for each part, and the sheets that were kept. */
export function ThreesPage({ practice, id }: { practice: Practice; id: string }) {
  const { t, moment } = useTherapistText()
  const [failed, setFailed] = useState(false)
  const { own, state } = practice
  if (id) {
    const sheet = state.sheets.find(one => one.sheet === id)
    return sheet ? (
      <SheetPage own={own} sheet={sheet} />
    ) : (
      <div className="stack">
        <PageTitle>{t('threes.not-here')}</PageTitle>
        <p>
          <a href="#/academy/threes">{t('threes.title')}</a>
        </p>
      </div>
    )
  }
  const begin = async (role: SheetRole) => {
    const sheet = toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
    try {
      await own.append({ kind: 'observer-sheet', at: new Date().toISOString(), sheet, role, answers: {} })
      navigate(`/academy/threes/${sheet}`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <header className="stack">
        <PageTitle>{t('threes.title')}</PageTitle>
        <p>{t('threes.what')}</p>
        <ol className="stack-tight">
          <li>{t('threes.how-1')}</li>
          <li>{t('threes.how-2')}</li>
          <li>{t('threes.how-3')}</li>
        </ol>
        <p className="small soft">{t('threes.private')}</p>
      </header>
      {failed ? <p role="alert">{t('academy.not-kept')}</p> : null}
      <section className="stack">
        <h2>{t('threes.begin')}</h2>
        <div className="row">
          {sheetRoles.map(role => (
            <Button key={role} onClick={() => void begin(role)}>
              {t(`threes.role.${role}`)}
            </Button>
          ))}
        </div>
      </section>
      {state.sheets.length > 0 ? (
        <section className="stack">
          <h2>{t('threes.kept')}</h2>
          <ul role="list" className="lines">
            {state.sheets.toReversed().map(({ sheet, at, role }) => (
              <li key={sheet}>
                <a className="academy-name" href={`#/academy/threes/${sheet}`}>
                  {t(`threes.role.${role}`)} · {moment(at)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
