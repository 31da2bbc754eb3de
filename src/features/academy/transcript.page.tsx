import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { Reply } from '../../core/simulation/reply.ts'
import type { SessionState } from '../../core/simulation/session-state.ts'
import type { RehearsalTurn } from '../../core/simulation/take-turn.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { FeedbackList } from './feedback-list.page.tsx'
import { innerChanges } from './rehearsal-hour.ts'
import { Speech } from './speech.page.tsx'

interface Props {
  couple: SimulatedCouple
  begun: { replies: Reply[]; state: SessionState }
  turns: readonly RehearsalTurn[]
  /** Goes back to where this many turns had been said. */
  onGoOn(before: number): void
}

/** The hour turn by turn, with what moved within each person, and a way back to each turn. */
export function Transcript({ couple, begun, turns, onGoOn }: Props) {
  const { t, list } = useTherapistText()
  return (
    <section className="stack">
      <h2>{t('after.transcript')}</h2>
      <p className="small soft">{t('after.transcript-what')}</p>
      <Speech couple={couple} replies={begun.replies} />
      {turns.map(({ text, replies, feedback, state }, index) => {
        const changes = innerChanges(turns[index - 1]?.state ?? begun.state, state)
        return (
          <article
            // Turns stay in their order
            key={index}
            id={`turn-${index + 1}`}
            tabIndex={-1}
            className="talk-turn stack"
            aria-label={t('talk.turn', { turn: index + 1 })}
          >
            <div className="own-speech">
              <p className="small soft">
                {t('talk.turn', { turn: index + 1 })} · {t('talk.you')}
              </p>
              <p className="own-said">{text || t('talk.silence')}</p>
            </div>
            <FeedbackList feedback={feedback} />
            <ul role="list" className="inner-changes">
              {changes.map(({ who, moved, told }) => (
                <li key={who}>
                  <strong>{couple.people.find(({ id }) => id === who)?.name}</strong>{' '}
                  {moved.length ? list(moved.map(one => t(`inner.${one}`))) : t('inner.still')}
                  {told.length ? ` · ${t('inner.told')}` : ''}
                </li>
              ))}
            </ul>
            <Speech couple={couple} replies={replies} />
            <div>
              <Button
                kind="quiet"
                aria-label={`${t('after.again')} (${t('talk.turn', { turn: index + 1 })})`}
                onClick={() => onGoOn(index)}
              >
                {t('after.again')}
              </Button>
            </div>
          </article>
        )
      })}
    </section>
  )
}
