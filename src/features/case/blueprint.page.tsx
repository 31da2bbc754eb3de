import model from 'virtual:model'
import { useState } from 'react'
import { BlueprintSheet } from '../../ui/blueprint/blueprint-sheet.tsx'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { blueprintOfCase, earlierBlueprint, keepBlueprint } from './blueprint-of-case.ts'
import { JointOpening } from './joint-opening.page.tsx'
import { isUnconfirmed } from './seat-status.ts'
import { SheetDates } from './sheet-dates.page.tsx'

/** The blueprint: the seven elements, what "more intimate" means, where to begin; and the way to feedback for all. */
export function BlueprintSection({ open }: { open: OpenCase }) {
  const { t, language, day, list } = useTherapistText()
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const { state } = open
  const answered = Object.values(state.sheets).some(sheet => Object.keys(sheet.answers).length > 0)
  if (!answered)
    return (
      <div className="stack">
        <PageTitle>{t('section.blueprint')}</PageTitle>
        <p className="lead">{t('blueprint.nothing')}</p>
        <p>{t('blueprint.nothing-detail')}</p>
        <p>
          <a href={`#/case/${open.id}/links`}>{t('blueprint.nothing-links')}</a>
        </p>
      </div>
    )

  const previous = earlierBlueprint(model, state)
  const blueprint = blueprintOfCase(model, state, previous)
  const unconfirmed = state.people.filter(({ seat }) => isUnconfirmed(state.sheets[seat]))
  const keep = async () => {
    const at = new Date().toISOString()
    await open.append('record', keepBlueprint(blueprint, at))
    setKeptAt(at)
  }
  return (
    <>
      <header className="stack-tight">
        <PageTitle>{t('section.blueprint')}</PageTitle>
        <p className="soft">
          <SheetDates state={state} />
          {previous ? ` · ${t('blueprint.compare', { day: day(previous.at) })}` : ''} ·{' '}
          {t('blueprint.only-you')}
        </p>
        {unconfirmed.length > 0 ? (
          <p>
            {t('joint.unconfirmed', { who: list(unconfirmed.map(person => person.label)) })}{' '}
            <a href={`#/case/${open.id}/meetings`}>{t('section.meetings')}</a>
          </p>
        ) : null}
      </header>
      <BlueprintSheet
        model={model}
        blueprint={blueprint}
        people={state.people}
        language={language}
        t={t}
        sexualMapOpen={state.sexualMap.open}
      />
      <section className="stack-tight screen-only">
        <div className="row">
          <Button onClick={() => void keep()}>{t('blueprint.keep')}</Button>
          <span role="status" className="said">
            {keptAt ? t('blueprint.kept', { day: day(keptAt) }) : ''}
          </span>
        </div>
        <p className="small soft">{t('blueprint.keep-detail')}</p>
      </section>
      <JointOpening open={open} />
    </>
  )
}
