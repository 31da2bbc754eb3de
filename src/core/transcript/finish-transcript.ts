import { type Checked, accepted, refused } from '../model/checked.ts'
import { MOST_UTTERANCES } from './limits.ts'
import type { Transcript, TranscriptFormat, Unread, Utterance } from './transcript.ts'

/** What a reader of one format hands over. */
export interface RawTranscript {
  format: TranscriptFormat
  utterances: Utterance[]
  unread: Unread[]
}

/** Half a character cannot be stored, and a line end in a name breaks every list of names. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

/** The speakers in order of first speaking, without the empty name. */
export const speakersOf = (utterances: readonly Utterance[]): string[] => {
  const names = new Set(utterances.map(({ speaker }) => speaker))
  names.delete('')
  return [...names]
}

/**
 * Puts what was read into its final form: words trimmed, empty stretches left out, speakers listed. Issues:
 * `transcript.empty` where nobody says anything, `transcript.too-many` where there is more than any session holds.
 */
export const finishTranscript = ({ format, utterances, unread }: RawTranscript): Checked<Transcript> => {
  const said: Utterance[] = []
  for (const { speaker, text, startMs, endMs } of utterances) {
    const words = whole(text).trim()
    const name = whole(speaker).replace(/\s+/g, ' ').trim()
    if (words) said.push({ speaker: name, text: words, startMs, endMs })
  }
  const left = unread.filter(({ text }) => text.trim()).map(({ line, text }) => ({ line, text: whole(text) }))
  if (said.length > MOST_UTTERANCES || left.length > MOST_UTTERANCES)
    return refused('transcript.too-many', '', `expected at most ${MOST_UTTERANCES} stretches of speech`)
  if (said.length === 0) return refused('transcript.empty', '', 'expected somebody to speak in this file')
  return accepted({ format, utterances: said, speakers: speakersOf(said), unread: left })
}
