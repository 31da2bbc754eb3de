/** How far someone is, in words: never a percentage or a score. */
export interface Progress {
  words: 'begun' | 'quarter' | 'half' | 'most' | 'near'
  /** Minutes that are probably left, at least 1. */
  minutes: number
}

/** A calm pace of reading and choosing, and a slower one for the questions about being safe. */
const SECONDS_PER_QUESTION = 17
const SECONDS_PER_SAFETY_QUESTION = 20

/** How far someone is after `done` of `total` questions, with the safety screen still to come. */
export function describeProgress(done: number, total: number, safetyQuestions: number): Progress {
  const part = total > 0 ? done / total : 1
  const words =
    part < 0.12 ? 'begun' : part < 0.4 ? 'quarter' : part < 0.62 ? 'half' : part < 0.85 ? 'most' : 'near'
  const seconds = (total - done) * SECONDS_PER_QUESTION + safetyQuestions * SECONDS_PER_SAFETY_QUESTION
  return { words, minutes: Math.max(1, Math.round(seconds / 60)) }
}
