import type { Finding } from '../../core/language/reading.ts'
import type { ReadableTurn } from './turns-of.ts'

/** How much of a long turn is shown around the quote, in UTF-16 units. */
const around = 220

const before = (text: string, place: number): string =>
  place > around ? `…${text.slice(place - around, place)}` : text.slice(0, place)
const after = (text: string, place: number): string =>
  text.length - place > around ? `${text.slice(place, place + around)}…` : text.slice(place)

/** The quote where it was said, between the turn before and the turn after. */
export function InContext({ finding, turns }: { finding: Finding; turns: readonly ReadableTurn[] }) {
  const turn = turns[finding.turn]
  if (!turn) return null
  const [previous, next] = [turns[finding.turn - 1], turns[finding.turn + 1]]
  return (
    <div className="in-context">
      {previous ? (
        <p className="soft">
          <strong>{previous.speaker}</strong> {before(previous.text, previous.text.length)}
        </p>
      ) : null}
      <p>
        <strong>{turn.speaker}</strong> {before(turn.text, finding.start)}
        <mark>{turn.text.slice(finding.start, finding.end)}</mark>
        {after(turn.text, finding.end)}
      </p>
      {next ? (
        <p className="soft">
          <strong>{next.speaker}</strong> {after(next.text, 0)}
        </p>
      ) : null}
    </div>
  )
}
