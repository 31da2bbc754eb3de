/** One transcript: its quality as its makers labelled it, and how often each move was told of the therapist's turns. */
export interface TherapistSummary {
  quality: 'high' | 'low'
  question: number
  reflection: number
  input: number
  other: number
}

/**
 * How far a summary leans to hearing rather than telling: reflections against advice and information, among the turns that are one of
 * the three. Chosen beforehand and not fitted: reflections and questions before advice is what such demonstrations teach (Miller and
 * Rollnick, Motivational Interviewing, 3rd ed., 2013).
 */
const leaning = ({ question, reflection, input }: TherapistSummary): number => {
  const all = question + reflection + input
  return all === 0 ? 0 : (reflection - input) / all
}

const area = (high: readonly number[], low: readonly number[]): number => {
  let won = 0
  for (const a of high) for (const b of low) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / (high.length * low.length)
}

/**
 * How well the therapist's summary alone tells good demonstrations from poor ones: the area under the ROC curve, with the middle 95
 * of 100 draws of as many transcripts of each. The moves must have been told by a model that had not seen the transcript.
 */
export const tellQualityApart = (
  summaries: readonly TherapistSummary[],
  draws = 2000,
): { auc: number; low: number; high: number; counts: [high: number, low: number] } => {
  const of = (quality: 'high' | 'low') => summaries.filter(one => one.quality === quality).map(leaning)
  const good = of('high')
  const poor = of('low')
  let state = 1
  const dice = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const again = (all: number[]) => all.map(() => all[Math.floor(dice() * all.length)] as number)
  const drawn = Array.from({ length: draws }, () => area(again(good), again(poor))).sort((a, b) => a - b)
  return {
    auc: area(good, poor),
    low: drawn[Math.floor(draws * 0.025)] as number,
    high: drawn[Math.floor(draws * 0.975)] as number,
    counts: [good.length, poor.length],
  }
}
