import type { Person } from '../../core/case/entry-kind.ts'
import { hueOf } from '../../ui/blueprint/mark.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { ReadableTurn } from './turns-of.ts'

interface Props {
  /** Each speaker's share of the words, 0 to 1. */
  talk: Record<string, number>
  turns: readonly ReadableTurn[]
  people: readonly Person[]
}

/** How the words were shared out: a description, not a fault of anybody. */
export function TalkTime({ talk, turns, people }: Props) {
  const { t } = useTherapistText()
  const placeOf = (who: string | null) => {
    const place = people.findIndex(({ seat }) => seat === who)
    return place === -1 ? people.length : place
  }
  const speakers = [...new Map(turns.map(turn => [turn.speaker, turn])).values()].sort(
    (a, b) => placeOf(a.who) - placeOf(b.who),
  )
  return (
    <div className="stack-tight">
      <h3>{t('talk.title')}</h3>
      <ul role="list" className="talk">
        {speakers.map(({ speaker, who }) => {
          const person = people.findIndex(({ seat }) => seat === who)
          const share = Math.round((talk[speaker] ?? 0) * 100)
          return (
            <li key={speaker}>
              <span>{speaker}</span>
              <span className="talk-line" aria-hidden="true">
                <span
                  className={person >= 0 ? `talk-share talk-${hueOf(person)}` : 'talk-share'}
                  style={{ width: `${share}%` }}
                />
              </span>
              <span className="talk-number">{t('talk.share', { share })}</span>
            </li>
          )
        })}
      </ul>
      <p className="small soft">{t('talk.hint')}</p>
    </div>
  )
}
