import { STEP } from '../../core/assessment/thresholds.ts'
import type { Scale } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'

/** A place on the line in words of the scale itself: at one of its five answers, or between two. `score` is 0 to 100. */
export const sayPlace = (score: number | null, scale: Scale, { t, words }: BlueprintText): string => {
  if (score === null) return t('blueprint.place.unknown')
  const halfSteps = Math.round((score / STEP) * 2)
  const label = (step: number) => {
    const text = scale.labels[step]
    return text ? words(text) : ''
  }
  if (halfSteps % 2 === 0) return t('blueprint.place.at', { label: label(halfSteps / 2) })
  return t('blueprint.place.between', {
    low: label((halfSteps - 1) / 2),
    high: label((halfSteps + 1) / 2),
  })
}
