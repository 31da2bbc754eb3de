import type { Transcript, Utterance } from './transcript.ts'

/** One speaker's uninterrupted words, gathered from one or more utterances of the file. */
export interface Stretch extends Utterance {
  /** Indices in the transcript's utterances: from the first to before the last. */
  from: number
  to: number
}

/** What stands between two utterances of one speaker where they are put together. */
export const BETWEEN_UTTERANCES = ' '

/** Gathers what one speaker says until somebody else does. An empty name is a speaker like any other. Linear. */
export const gatherStretches = ({ utterances }: Pick<Transcript, 'utterances'>): Stretch[] => {
  const stretches: Stretch[] = []
  let texts: string[] = []
  for (const [i, { speaker, text, startMs, endMs }] of utterances.entries()) {
    const open = stretches.at(-1)
    if (open?.speaker === speaker) {
      open.to = i + 1
      open.endMs = endMs ?? open.endMs
      texts.push(text)
      continue
    }
    if (open) open.text = texts.join(BETWEEN_UTTERANCES)
    texts = [text]
    stretches.push({ speaker, text, startMs, endMs, from: i, to: i + 1 })
  }
  const last = stretches.at(-1)
  if (last) last.text = texts.join(BETWEEN_UTTERANCES)
  return stretches
}

/** Where an offset of a stretch's text stands in the transcript: the utterance, and the offset in it. */
export const placeInStretch = (
  { utterances }: Pick<Transcript, 'utterances'>,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
  offset: number,
): { at: number; offset: number } => {
  let left = offset
  for (let at = from; at < to; at++) {
    const length = utterances[at]?.text.length ?? 0
    if (left <= length || at === to - 1) return { at, offset: Math.max(0, Math.min(left, length)) }
    left = Math.max(0, left - length - BETWEEN_UTTERANCES.length)
  }
  return { at: from, offset: 0 }
}
