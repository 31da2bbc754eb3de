import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { JointOpening } from './joint-opening.page.tsx'
import { PersonMeeting } from './person-meeting.page.tsx'

/** Who was met alone, who answered and who was nearby; and the opening of what everybody sees together. */
export function MeetingsSection({ open }: { open: OpenCase }) {
  const { t } = useTherapistText()
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.meetings')}</PageTitle>
        <p>{t('meetings.intro', { count: open.state.people.length })}</p>
      </div>
      <div className="people">
        {open.state.people.map((person, index) => (
          <PersonMeeting key={person.seat} open={open} person={person} index={index} />
        ))}
      </div>
      <JointOpening open={open} />
    </>
  )
}
