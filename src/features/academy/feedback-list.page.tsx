import type { Feedback } from '../../core/simulation/take-turn.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** What one's words did, why it matters, and a better sentence made of them where there is one. */
export function FeedbackList({ feedback }: { feedback: readonly Feedback[] }) {
  const { t, words } = useTherapistText()
  if (feedback.length === 0) return <p className="small soft">{t('talk.no-feedback')}</p>
  return (
    <ul role="list" className="feedback">
      {feedback.map(({ rule, what, why, better }) => (
        <li key={rule}>
          <p>
            <strong>{words(what)}</strong> {words(why)}
          </p>
          {better ? (
            <p>
              {t('talk.better')} <q lang="en">{better}</q>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
