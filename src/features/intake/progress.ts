/** How far someone is, in words: never a percentage or a score. */
export interface Progress {
  words: 'begun' | 'quarter' | 'half' | 'most' | 'near'
  /** Minutes that are probably left, at least 1. */
  minutes: number
}

/** A calm pace of reading and choosing; the questions about being safe take the same time whoever is asked. */
const SECONDS_PER_QUESTION = 15
const SAFETY_SCREEN_SECONDS = 5 * 60

/** How far someone is after `done` of `total` questions, with the safety screen still to come. */
export function describeProgress(done: number, total: number): Progress {
  const part = total > 0 ? done / total : 1
  const words =
    part < 0.12 ? 'begun' : part < 0.4 ? 'quarter' : part < 0.62 ? 'half' : part < 0.85 ? 'most' : 'near'
  const seconds = (total - done) * SECONDS_PER_QUESTION + SAFETY_SCREEN_SECONDS
  return { words, minutes: Math.max(1, Math.round(seconds / 60)) }
}
