import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

/** The hours before, newest first, each with its notes a step away. */
export function EarlierSessions({ open, current }: { open: OpenCase; current: string | null }) {
  const { t, moment } = useTherapistText()
  const earlier = open.state.sessions.filter(({ session }) => session !== current).reverse()
  if (earlier.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('session.earlier')}</h2>
      <ul role="list" className="lines">
        {earlier.map(({ session, begunAt }) => {
          const note = open.state.notes.find(one => one.note === session)
          return (
            <li key={session} className="earlier-session">
              <a href={`#/case/${open.id}/session/${session}`}>{moment(begunAt)}</a>
              <span className="soft">{note ? firstLine(note.words) : t('session.no-notes')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const firstLine = (words: string): string => {
  const line = words.trim().split('\n')[0] ?? ''
  return line.length > 90 ? `${line.slice(0, 90)}…` : line
}
