import model from 'virtual:model'
import { useState } from 'react'
import { planOfCase } from '../../core/plan/plan-of-case.ts'
import { BlueprintSheet } from '../../ui/blueprint/blueprint-sheet.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { blueprintOfCase, earlierBlueprint } from './blueprint-of-case.ts'
import { ReleasedSheet } from './released-sheet.page.tsx'
import { makeRoom } from './room.ts'
import { SheetDates } from './sheet-dates.page.tsx'

/** Two prints: the therapist's page, and one with only what was released. */
export function PrintSection({ open }: { open: OpenCase }) {
  const { t, day, language } = useTherapistText()
  const [which, setWhich] = useState<'therapist' | 'released'>('therapist')
  const { state } = open
  const count = state.people.length
  const today = t('print.on', { day: day(new Date().toISOString()) })
  const blueprint = blueprintOfCase(model, state, earlierBlueprint(model, state))
  const shown = which === 'released' && state.jointOpen ? 'released' : 'therapist'
  return (
    <>
      <div className="stack screen-only">
        <PageTitle>{t('section.print')}</PageTitle>
        <p>{t('print.intro')}</p>
        <ChoiceList<'therapist' | 'released'>
          legend={t('print.which')}
          value={shown}
          onChange={setWhich}
          options={[
            {
              value: 'therapist',
              label: t('print.therapist'),
              detail: t('print.therapist-detail', { count }),
            },
            ...(state.jointOpen
              ? [
                  {
                    value: 'released' as const,
                    label: t('print.released'),
                    detail: t('print.released-detail', { count }),
                  },
                ]
              : []),
          ]}
        />
        {state.jointOpen ? null : <p className="soft">{t('print.not-open', { count })}</p>}
        <div>
          <Button kind="main" onClick={() => window.print()}>
            {t('print.do')}
          </Button>
        </div>
        <p className="small soft">{t('print.hint')}</p>
      </div>
      {shown === 'released' ? (
        <ReleasedSheet
          content={makeRoom(
            state,
            model.elements.map(({ id }) => id),
          )}
          today={today}
        />
      ) : (
        <article className="sheet therapist-sheet">
          <header className="sheet-head">
            <h2>{t('section.blueprint')}</h2>
            <p className="small">
              {state.name} · <SheetDates state={state} /> · {today} · <strong>{t('print.mine')}</strong>
            </p>
          </header>
          <BlueprintSheet
            model={model}
            blueprint={blueprint}
            people={state.people}
            language={language}
            t={t}
            plan={planOfCase(model, blueprint, state)}
            most={4}
            sexualMapOpen={state.sexualMap.open}
          />
        </article>
      )}
    </>
  )
}
