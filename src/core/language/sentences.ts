import { mark, type Tokens } from './tokens.ts'

/** A sentence as far as forum text and recognisers have sentences: a stretch of words of one turn. */
export interface Sentence {
  turn: number
  /** Its words: places in `Tokens`, `to` not included. */
  from: number
  to: number
  /** UTF-16 places in the turn's text, from its first word to the end of its last. */
  start: number
  end: number
  /** What stands after its last word: bits of `mark`. */
  ends: number
}

/** Where nobody writes a full stop a sentence is ended before one of these words, and at the latest after `HARD`. */
const SOFT = 40
const HARD = 80

/** Words that change where a sentence ends, as numbers of the vocabulary. */
export interface SentenceWords {
  /** A stop after one of these ends nothing: mr, vs, etc. */
  abbreviations: ReadonlySet<number>
  /** Words that often begin a clause: and, but, so, because, i, he. */
  openers: ReadonlySet<number>
}

/**
 * Splits one turn's words (`from` to `tokens.count`) into sentences. Ends: a stop, question or exclamation mark, a blank line, a new line before a
 * capital; text without any of them is cut before a clause. `after` is what stands after the last word.
 */
export function addSentences(
  sentences: Sentence[],
  tokens: Tokens,
  from: number,
  turn: number,
  after: number,
  words: SentenceWords,
): void {
  const { ids, starts, ends, marks, count } = tokens
  let begin = from
  const close = (to: number, bits: number) => {
    if (to === begin) return
    sentences.push({
      turn,
      from: begin,
      to,
      start: starts[begin] as number,
      end: ends[to - 1] as number,
      ends: bits,
    })
    begin = to
  }
  const ENDING = mark.stop | mark.question | mark.exclamation | mark.newline | mark.blankLine
  for (let i = from + 1; i < count; i++) {
    const bits = marks[i] as number
    const long = i - begin
    if ((bits & ENDING) === 0) {
      if (long > SOFT && (bits & mark.inside) === 0)
        if (long > HARD || ((bits & mark.comma) !== 0 && long > SOFT) || words.openers.has(ids[i] as number))
          close(i, bits & mark.comma)
      continue
    }
    if (bits & (mark.blankLine | mark.question | mark.exclamation)) close(i, bits)
    else if (bits & mark.stop) {
      if (!words.abbreviations.has(ids[i - 1] as number) || bits & mark.newline) close(i, bits)
    } else if (bits & mark.capital || long > SOFT) close(i, bits)
  }
  close(count, after | mark.blankLine)
}
