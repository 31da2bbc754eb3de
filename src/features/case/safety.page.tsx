import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import model from 'virtual:model'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { Helplines } from './helplines.page.tsx'
import { SafetyOfPerson } from './safety-of-person.page.tsx'

/** What each person answered alone, for the therapist only. */
export function SafetySection({ open }: { open: OpenCase }) {
  const { t, words } = useTherapistText()
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.safety')}</PageTitle>
        <p>{t('safety.intro')}</p>
        <p className="small soft">{t('readers.safety')}</p>
        <Notice>
          <p>{words(model.safety.reviewed)}</p>
        </Notice>
      </div>
      {open.state.people.map((person, index) => (
        <SafetyOfPerson key={person.seat} open={open} person={person} index={index} />
      ))}
      <Helplines jurisdiction={open.state.setting?.jurisdiction ?? ''} />
    </>
  )
}
