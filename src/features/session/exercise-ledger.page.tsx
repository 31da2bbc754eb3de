import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ItemFoot } from './item-foot.page.tsx'

/** What was agreed to be tried at home. */
export function ExerciseLedger({ open }: { open: OpenCase }) {
  const { t } = useTherapistText()
  const exercises = [...open.state.exercises].reverse()
  return (
    <>
      <div className="stack">
        <PageTitle>{t('ledger.exercises')}</PageTitle>
        <p>{t('exercises.intro')}</p>
        <p className="small soft">{t('readers.record')}</p>
        {exercises.length === 0 ? <p className="soft">{t('exercises.empty')}</p> : null}
      </div>
      <ul role="list" className="lines">
        {exercises.map(exercise => (
          <li key={exercise.item} className="stack-tight">
            <p className="card-words">{exercise.words}</p>
            <ItemFoot open={open} item={exercise} />
          </li>
        ))}
      </ul>
    </>
  )
}
