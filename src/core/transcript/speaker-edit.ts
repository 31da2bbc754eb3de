import { type Checked, accepted, refused } from '../model/checked.ts'
import { speakersOf } from './finish-transcript.ts'
import type { Transcript, Utterance } from './transcript.ts'

/**
 * One stroke that puts right who said what. Places are indices of utterances in the transcript as the edits before left it;
 * `to` is the index after the last, null for the end.
 */
export type SpeakerEdit =
  /** A recogniser mixed two people up: from here on, or in this range, each takes the other's words. */
  | { kind: 'swap'; a: string; b: string; from: number; to: number | null }
  /** These words were said by somebody else. `speaker` may be new, and empty for nobody. */
  | { kind: 'reassign'; from: number; to: number; speaker: string }
  /** Two people's words stand in one piece: from this offset (UTF-16) on they are `speaker`'s, or the same speaker's. */
  | { kind: 'split'; at: number; offset: number; speaker: string | null }
  /** One person's words stand in two pieces: this and the next become one, the first's. */
  | { kind: 'join'; at: number }

const misplaced = (path: string, message: string) => refused('speaker-edit.place', path, message)

const isIndex = (value: number, length: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < length

const isRange = (from: number, to: number, length: number): boolean =>
  isIndex(from, length) && Number.isInteger(to) && to > from && to <= length

/** Half a character is no place to part words. */
const isBetween = (text: string, offset: number): boolean =>
  Number.isInteger(offset) &&
  offset > 0 &&
  offset < text.length &&
  !/[\ud800-\udbff]/.test(text[offset - 1] as string)

const changeSpeakers = (
  utterances: readonly Utterance[],
  from: number,
  to: number,
  change: (speaker: string) => string,
): Utterance[] =>
  utterances.map((said, i) => (i >= from && i < to ? { ...said, speaker: change(said.speaker) } : said))

/** A time inside an utterance, by the share of its words: near enough to find the place in a recording. */
const timeWithin = ({ startMs, endMs, text }: Utterance, offset: number): number | null =>
  startMs === null || endMs === null ? null : Math.round(startMs + ((endMs - startMs) * offset) / text.length)

const edited = (utterances: readonly Utterance[], edit: SpeakerEdit): Checked<Utterance[]> => {
  const { length } = utterances
  if (edit.kind === 'swap') {
    const { a, b, from } = edit
    const to = edit.to ?? length
    if (a === b) return refused('speaker-edit.same', 'b', 'expected two speakers')
    if (!isRange(from, to, length)) return misplaced('from', 'expected a range of this transcript')
    return accepted(changeSpeakers(utterances, from, to, one => (one === a ? b : one === b ? a : one)))
  }
  if (edit.kind === 'reassign') {
    const { from, to, speaker } = edit
    if (!isRange(from, to, length)) return misplaced('from', 'expected a range of this transcript')
    return accepted(changeSpeakers(utterances, from, to, () => speaker))
  }
  const said = isIndex(edit.at, length) ? utterances[edit.at] : undefined
  if (!said) return misplaced('at', 'expected a place in this transcript')
  if (edit.kind === 'split') {
    const { at, offset } = edit
    const [first, second] = [said.text.slice(0, offset).trim(), said.text.slice(offset).trim()]
    if (!isBetween(said.text, offset) || !first || !second)
      return misplaced('offset', 'expected a place between two words of it')
    const middleMs = timeWithin(said, offset)
    return accepted([
      ...utterances.slice(0, at),
      { ...said, text: first, endMs: middleMs ?? said.endMs },
      { ...said, text: second, speaker: edit.speaker ?? said.speaker, startMs: middleMs },
      ...utterances.slice(at + 1),
    ])
  }
  const next = utterances[edit.at + 1]
  if (!next) return misplaced('at', 'expected words after these to join them with')
  return accepted([
    ...utterances.slice(0, edit.at),
    { ...said, text: `${said.text} ${next.text}`, endMs: next.endMs ?? said.endMs },
    ...utterances.slice(edit.at + 2),
  ])
}

/**
 * Puts right who said what by one edit; the transcript that is given stays as it was. Issues: `speaker-edit.place` where it
 * does not fit this transcript, `speaker-edit.same` where two speakers are one. No word is ever changed, only whose it is.
 */
export const applyEdit = (transcript: Transcript, edit: SpeakerEdit): Checked<Transcript> => {
  const changed = edited(transcript.utterances, edit)
  return changed.ok
    ? accepted({ ...transcript, utterances: changed.value, speakers: speakersOf(changed.value) })
    : changed
}
