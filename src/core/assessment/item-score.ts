import type { AnswerValue } from '../case/entry-kind.ts'
import { STEP } from './thresholds.ts'

/** The mean of some numbers, or null where there are none. */
export const meanOf = (numbers: number[]): number | null =>
  numbers.length ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : null

/**
 * A five-point answer in the direction of strength: 1 to 5, a reversed item mirrored (6 minus the answer). Null for what
 * was left out, was not asked, or is no answer of the scale.
 */
export const strengthOf = (value: AnswerValue | undefined, reversed: boolean): number | null => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 5) return null
  return reversed ? 6 - value : value
}

/** A mean of answers (1 to 5) as a score from 0 to 100: (mean - 1) x 25. Null stays null. */
export const toScore = (mean: number | null): number | null => (mean === null ? null : (mean - 1) * STEP)
