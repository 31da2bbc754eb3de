import type { ReactNode } from 'react'
import type { Blueprint } from '../../core/assessment/blueprint.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import type { Model } from '../../core/model/schema.ts'
import type { Plan } from '../../core/plan/next-questions.ts'
import type { BlueprintWords } from '../strings/blueprint-words.ts'
import { BeginSection } from './begin-section.tsx'
import { BlueprintRow } from './blueprint-row.tsx'
import { BlueprintTable } from './blueprint-table.tsx'
import { blueprintText } from './blueprint-text.ts'
import { Climate } from './climate.tsx'
import { Mark } from './mark.tsx'
import { Meaning } from './meaning.tsx'
import { PlanList } from './plan-list.tsx'

interface Props {
  model: Pick<Model, 'elements' | 'climate' | 'scale' | 'meaning'>
  blueprint: Blueprint
  /** What each seat is called; a seat without a label is called by its id. */
  people: Person[]
  language: 'en' | 'fr'
  t: BlueprintWords
  /** Under it, the next questions; left out where there is none to show. */
  plan?: Plan
  /** How many questions are listed. */
  most?: number
  sexualMapOpen?: boolean
  /** Stands between the picture and the plan: a page's own buttons, say. */
  children?: ReactNode
}

/** How many next questions stand on the one page that prints. */
const MOST_QUESTIONS = 5

/** The whole blueprint for the therapist: one page that prints, in fixed order. The page around it gives the title. */
export const BlueprintSheet = ({
  model,
  blueprint,
  people,
  language,
  t,
  plan,
  most = MOST_QUESTIONS,
  sexualMapOpen = false,
  children,
}: Props) => {
  const text = blueprintText(t, language, people)
  const scores = blueprint.elements.flatMap(row => row.partners)
  const banded = scores.some(({ band }) => band !== null)
  return (
    <div className="bp">
      <Meaning meaning={blueprint.meaning} seats={blueprint.seats} card={model.meaning} text={text} />
      <section aria-label={t('blueprint.picture')}>
        <ul className="bp-key" aria-label={t('blueprint.key.title')}>
          {blueprint.seats.map((seat, person) => (
            <li key={seat}>
              <Mark person={person} />
              {text.name(seat)}
            </li>
          ))}
          {scores.some(({ previous }) => previous !== null) ? (
            <li>
              <Mark person={0} hollow />
              {t('blueprint.key.earlier')}
            </li>
          ) : null}
          <li>{t(banded ? 'blueprint.key.band' : 'blueprint.key.no-band')}</li>
        </ul>
        <ol className="bp-rows">
          {blueprint.elements.map(row => {
            const element = model.elements.find(({ id }) => id === row.id)
            return element ? <BlueprintRow key={row.id} row={row} element={element} text={text} /> : null
          })}
        </ol>
        <div className="bp-ends" aria-hidden="true">
          <div>
            <span>{text.words(model.scale.ends.low)}</span>
            <span>{text.words(model.scale.ends.high)}</span>
          </div>
        </div>
        <BlueprintTable model={model} blueprint={blueprint} text={text} />
      </section>
      <BeginSection model={model} blueprint={blueprint} sexualMapOpen={sexualMapOpen} text={text} />
      {children}
      {plan ? <PlanList plan={plan} most={most} model={model} text={text} /> : null}
      <Climate rows={blueprint.climate} areas={model.climate} text={text} />
      <p className="bp-foot">{t('blueprint.not-validated')}</p>
    </div>
  )
}
