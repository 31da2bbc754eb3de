import type { Person } from '../../core/case/entry-kind.ts'
import type { Finding } from '../../core/language/reading.ts'
import { hueOf, Mark } from '../../ui/blueprint/mark.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { findingKey } from './finding-key.ts'
import type { ReadableTurn } from './turns-of.ts'

const width = 1000
const height = 26

interface Props {
  turns: readonly ReadableTurn[]
  people: readonly Person[]
  findings: readonly Finding[]
  at: string | null
  onAt(key: string): void
}

const lengthOf = ({ text }: ReadableTurn): number => text.length + 8

/** Who spoke when, one line for each, as wide as their words; findings are ticks. The list under it says the same. */
export function Timeline({ turns, people, findings, at, onAt }: Props) {
  const { t } = useTherapistText()
  const total = turns.reduce((sum, turn) => sum + lengthOf(turn), 0) || 1
  const placed = turns.reduce<{ turn: ReadableTurn; from: number; to: number }[]>((before, turn) => {
    const from = before.at(-1)?.to ?? 0
    before.push({ turn, from, to: from + (lengthOf(turn) / total) * width })
    return before
  }, [])
  const lanes = [...new Map(turns.map(turn => [turn.place, turn])).values()].sort(
    (a, b) => laneOf(a, people) - laneOf(b, people),
  )
  const tickAt = (finding: Finding): number => {
    const one = placed[finding.turn]
    if (!one) return 0
    return one.from + ((one.to - one.from) * finding.start) / Math.max(1, one.turn.text.length)
  }
  return (
    <div className="timeline" role="img" aria-label={t('timeline.picture')}>
      {lanes.map(lane => {
        const person = people.findIndex(({ seat }) => seat === lane.who)
        const mine = apart(
          findings.filter(({ turn }) => turns[turn]?.place === lane.place),
          tickAt,
        )
        return (
          <div key={lane.place} className="timeline-lane">
            <span className="timeline-who">
              {person >= 0 ? <Mark person={person} /> : null}
              {lane.speaker}
            </span>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              className={person >= 0 ? `timeline-line bp-${hueOf(person)}` : 'timeline-line'}
              aria-hidden="true"
            >
              <line x1="0" x2={width} y1={height - 5} y2={height - 5} className="timeline-base" />
              {joinNear(placed.filter(({ turn }) => turn.place === lane.place)).map(({ from, to }) => (
                <rect
                  key={from}
                  x={from}
                  y={height - 9}
                  width={Math.max(1, to - from)}
                  height="8"
                  className="timeline-turn"
                />
              ))}
              {mine.map(finding => {
                const key = findingKey(finding)
                const x = tickAt(finding)
                return (
                  // The list of findings is the keyboard's way
                  <g key={key} onClick={() => onAt(key)} className="timeline-tick">
                    <rect x={x - 5} y="0" width="10" height={height} className="timeline-touch" />
                    <line
                      x1={x}
                      x2={x}
                      y1="1"
                      y2={height - 10}
                      className={
                        at === key ? 'tick-now' : finding.kind === 'risk' ? 'tick-risk' : 'tick-found'
                      }
                    />
                  </g>
                )
              })}
            </svg>
          </div>
        )
      })}
    </div>
  )
}

/** Nearer than this, in units of the picture, two things are drawn as one: a whole day's talk stays light. */
const near = 0.5

const joinNear = (placed: { from: number; to: number }[]): { from: number; to: number }[] =>
  placed.reduce<{ from: number; to: number }[]>((joined, { from, to }) => {
    const last = joined.at(-1)
    if (last && from - last.to < near) last.to = to
    else joined.push({ from, to })
    return joined
  }, [])

/** One tick where several would stand on each other; danger always has its own. */
const apart = (findings: readonly Finding[], at: (finding: Finding) => number): Finding[] => {
  const taken = new Set<number>()
  return findings.filter(finding => {
    const place = Math.round(at(finding) / near)
    if (finding.kind === 'risk') return true
    return !taken.has(place) && taken.add(place)
  })
}

/** People in the order of the case, then everybody else. */
const laneOf = (turn: ReadableTurn, people: readonly Person[]): number => {
  const person = people.findIndex(({ seat }) => seat === turn.who)
  return person === -1 ? people.length + turn.place : person
}
