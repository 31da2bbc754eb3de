import type { SkillId } from '../model/couple-schema.ts'
import { skillIds } from '../model/skill-ids.ts'
import type { Observation } from './session-state.ts'

/** One skill as it was observed: where it seems to stand, how sure that is, and from how much. */
export interface SkillEstimate {
  /** 0 to 1. */
  value: number
  /** Half the width of a band that holds the place in about 19 of 20 cases; 0.5 at most. */
  band: number
  /** How many observations it rests on. */
  n: number
}

/** The estimate begins in the middle, as if this much had been seen there: few observations say little. */
const PRIOR_N = 2
const PRIOR_VALUE = 0.5

/**
 * Where each skill seems to stand, from observations of one session or of many. The mean is drawn towards the middle by a prior worth
 * `PRIOR_N` observations (the posterior mean of a beta distribution), and the band is 1.96 times the standard deviation of that
 * beta distribution: Gelman et al., Bayesian Data Analysis (3rd ed., 2013), section 2.4.
 */
export const estimateSkills = (observations: readonly Observation[]): Record<SkillId, SkillEstimate> =>
  Object.fromEntries(
    skillIds.map(skill => {
      const values = observations.filter(seen => seen.skill === skill).map(({ value }) => value)
      const n = values.length
      const value = (values.reduce((sum, one) => sum + one, 0) + PRIOR_N * PRIOR_VALUE) / (n + PRIOR_N)
      const deviation = Math.sqrt((value * (1 - value)) / (n + PRIOR_N + 1))
      return [skill, { value, band: Math.min(0.5, 1.96 * deviation), n }]
    }),
  ) as Record<SkillId, SkillEstimate>
