import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { SessionState } from '../../core/simulation/session-state.ts'
import type { SessionSummary } from '../../core/simulation/summarise-session.ts'
import { hueOf, Mark, MarkShape } from '../../ui/blueprint/mark.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

const sides = ['trust', 'openness', 'heat'] as const

interface Props {
  couple: SimulatedCouple
  begun: Pick<SessionState, 'partners'>
  along: SessionSummary['along']
}

/** How trust, openness and heat went over the hour, a small line for each, everybody on it with their mark at its end. */
export function InnerCourse({ couple, begun, along }: Props) {
  const { t } = useTherapistText()
  const steps = [{ turn: 0, partners: begun.partners.map(one => ({ ...one, who: one.id })) }, ...along]
  const placeOf = (who: string, step: number, side: (typeof sides)[number]) =>
    steps[step]?.partners.find(one => one.who === who)?.[side] ?? 0
  const last = steps.length - 1
  const course = (who: string, side: (typeof sides)[number]) => {
    const change = placeOf(who, last, side) - placeOf(who, 0, side)
    return change > 0.05 ? 'rose' : change < -0.05 ? 'fell' : 'stayed'
  }
  return (
    <div className="courses">
      {sides.map(side => (
        <figure key={side} className="course">
          <figcaption>
            <strong>{t(`inner.${side}`)}</strong>
            {couple.people.map(({ id, name }, person) => (
              <span key={id} className="small course-who">
                <Mark person={person} /> {t(`inner.course.${course(id, side)}`, { name })}
              </span>
            ))}
          </figcaption>
          <svg className="course-lines" viewBox="0 0 320 92" aria-hidden="true">
            <line x1="8" x2="300" y1="84" y2="84" className="bp-axis" />
            {couple.people.map(({ id }, person) => {
              const x = (step: number) => 8 + (step / Math.max(1, last)) * 288
              const y = (step: number) => 84 - placeOf(id, step, side) * 76
              return (
                <g key={id} className={`bp-${hueOf(person)}`}>
                  <polyline
                    className="course-line"
                    strokeDasharray={['none', '5 3', '2 3'][person % 3]}
                    points={steps.map((_, step) => `${x(step)},${y(step)}`).join(' ')}
                  />
                  <g transform={`translate(${x(last) + 8} ${y(last)}) scale(0.7)`}>
                    <MarkShape person={person} />
                  </g>
                </g>
              )
            })}
          </svg>
        </figure>
      ))}
    </div>
  )
}
