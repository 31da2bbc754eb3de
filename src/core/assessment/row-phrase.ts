import { APART_FROM, FAR_FROM, LOW_BELOW } from './thresholds.ts'

export type Spread = 'close' | 'apart' | 'far'
export type Lows = 'none' | 'one' | 'some' | 'all'

/** Which phrase stands beside a row. The words are the strings', in both languages. */
export type RowPhraseId =
  | `${Spread}-${Lows}`
  | 'one-person'
  | 'one-person-low'
  | 'too-few-one'
  | 'too-few-some'
  | 'too-few'
  | 'unanswered'

export interface RowPhrase {
  id: RowPhraseId
  /** How many people are not in what the phrase says, for want of answers. */
  missing: number
}

/** One person's part in a row: the score, or null; and whether they have answered anything at all in the intake. */
export interface Placed {
  score: number | null
  heard: boolean
}

export const isLow = (score: number): boolean => score < LOW_BELOW

/** What a row says in a few words: how near the people stand to each other, whether it is low, or who is missing. */
export const sayRow = (
  people: Placed[],
  { apart, far } = { apart: APART_FROM, far: FAR_FROM },
): RowPhrase => {
  const scores = people.map(person => person.score).filter(score => score !== null)
  const missing = people.length - scores.length
  const lows = scores.filter(isLow).length
  if (scores.length >= 2) {
    const gap = Math.max(...scores) - Math.min(...scores)
    const spread = gap < apart ? 'close' : gap < far ? 'apart' : 'far'
    const low = lows === 0 ? 'none' : lows === scores.length ? 'all' : lows === 1 ? 'one' : 'some'
    return { id: `${spread}-${low}`, missing }
  }
  if (scores.length === 1) {
    const others = people.filter(person => person.score === null && person.heard).length
    if (others === 0) return { id: lows ? 'one-person-low' : 'one-person', missing }
    return { id: missing === 1 ? 'too-few-one' : 'too-few-some', missing }
  }
  return { id: people.some(person => person.heard) ? 'too-few' : 'unanswered', missing }
}
