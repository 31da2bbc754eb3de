import type { PartnerModel } from '../../core/model/schema.ts'

/**
 * The safety answers before any was given: a key for every question, and `ID.words` where it takes own words. So the
 * drop always has the same keys, and a question left out is the same as one never reached.
 */
export const emptySafetyAnswers = (
  questions: Pick<PartnerModel['safety']['questions'][number], 'id' | 'words'>[],
): Record<string, string | null> =>
  Object.fromEntries(
    questions.flatMap(({ id, words }) => (words ? [id, `${id}.words`] : [id])).map(key => [key, null]),
  )
