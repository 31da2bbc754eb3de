import { hueOf, MarkShape } from './mark.tsx'

/** A place on the line: whose (their place in the case), where (0 to 100), and what is known beside it. */
export interface Place {
  person: number
  score: number
  previous?: number | null
  band?: [number, number] | null
}

/** Marks nearer than this would cover each other: they are set a little above and below the line. In points of the scale. */
const NEAR = 4
const NUDGE = 8

/** How far above or below the line each mark stands, so that none hides another. */
export const spreadMarks = (places: Pick<Place, 'score'>[]): number[] => {
  const order = places.map((_, index) => index).sort((a, b) => score(places, a) - score(places, b) || a - b)
  const heights = places.map(() => 0)
  let group: number[] = []
  const settle = () => {
    // In the people's own order from above, so that equal places always look the same.
    for (const [rank, index] of group.sort((a, b) => a - b).entries())
      heights[index] = (rank - (group.length - 1) / 2) * 2 * NUDGE
  }
  for (const index of order) {
    const last = group.at(-1)
    if (last !== undefined && score(places, index) - score(places, last) >= NEAR) {
      settle()
      group = []
    }
    group.push(index)
  }
  settle()
  return heights
}
const score = (places: Pick<Place, 'score'>[], index: number) => places[index]?.score ?? 0

/** The line with its five answers, the gap, the soft bands, the hollow marks of the time before, and the marks of now. */
export const ScaleLine = ({ places, small = false }: { places: Place[]; small?: boolean }) => {
  const height = small ? 28 : 44
  const middle = height / 2
  const scores = places.map(place => place.score)
  const heights = spreadMarks(places).map(nudge => (small ? nudge * 0.6 : nudge))
  return (
    <svg className={`bp-line${small ? ' bp-small' : ''}`} width="100%" height={height} aria-hidden="true">
      <line x1="0%" x2="100%" y1={middle} y2={middle} className="bp-axis" />
      {[0, 25, 50, 75, 100].map(at => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1={middle - 4} y2={middle + 4} className="bp-tick" />
      ))}
      {places.map(({ person, band }) =>
        band ? (
          <rect
            key={person}
            x={`${band[0]}%`}
            width={`${band[1] - band[0]}%`}
            y={middle - 9}
            height={18}
            rx={9}
            className={`bp-band bp-${hueOf(person)}`}
          />
        ) : null,
      )}
      {scores.length > 1 ? (
        <line
          x1={`${Math.min(...scores)}%`}
          x2={`${Math.max(...scores)}%`}
          y1={middle}
          y2={middle}
          className="bp-gap"
        />
      ) : null}
      {places.map(({ person, previous }, index) =>
        typeof previous === 'number' ? (
          <svg key={person} x={`${previous}%`} y={middle + (heights[index] ?? 0)} overflow="visible">
            <MarkShape person={person} hollow />
          </svg>
        ) : null,
      )}
      {places.map(({ person, score }, index) => (
        <svg key={person} x={`${score}%`} y={middle + (heights[index] ?? 0)} overflow="visible">
          <g transform={small ? 'scale(0.72)' : undefined}>
            <MarkShape person={person} />
          </g>
        </svg>
      ))}
    </svg>
  )
}
