import type { Skill, SkillId } from '../../core/model/couple-schema.ts'
import type { SkillEstimate } from '../../core/simulation/estimate-skills.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { skillPhrase } from './rehearsal-hour.ts'

interface Props {
  skills: readonly Skill[]
  estimates: Record<SkillId, SkillEstimate>
  /** Below this many observations nothing is said of a place. */
  few?: number
}

/** Each skill as it was seen: a place on a line, the band in which it likely lies, and from how much. Never a mark out of a hundred. */
export function SkillList({ skills, estimates, few }: Props) {
  const { t, words } = useTherapistText()
  return (
    <ul role="list" className="skill-list">
      {skills.map(({ id, name, line }) => {
        const estimate = estimates[id]
        const phrase = skillPhrase(estimate, few)
        const known = phrase !== 'unseen'
        const [from, to] = [
          Math.max(0, estimate.value - estimate.band),
          Math.min(1, estimate.value + estimate.band),
        ]
        return (
          <li key={id} className="skill">
            <div>
              <p className="skill-name">{words(name)}</p>
              <p className="small soft">{words(line)}</p>
            </div>
            <svg className="skill-line" width="100%" height="32" aria-hidden="true">
              <line x1="0%" x2="100%" y1="16" y2="16" className="bp-axis" />
              {known ? (
                <>
                  <rect
                    x={`${from * 100}%`}
                    width={`${(to - from) * 100}%`}
                    y="7"
                    height="18"
                    rx="9"
                    className="skill-band"
                  />
                  {phrase === 'too-few' ? null : (
                    <circle cx={`${estimate.value * 100}%`} cy="16" r="6" className="skill-mark" />
                  )}
                </>
              ) : null}
            </svg>
            <p className="skill-said">
              {t(`skill.${phrase}`)}
              {known ? <span className="small soft"> {t('skill.n', { count: estimate.n })}</span> : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
