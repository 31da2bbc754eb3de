import { charClass, classifyChar, foldChar } from './fold-char.ts'
import { HASH_START, mixCode, type Vocabulary } from './vocabulary.ts'

/** What stands between a word and the one before it, and how the word is written: bits of `Tokens.marks`. */
export const mark = {
  comma: 1,
  stop: 2,
  question: 4,
  exclamation: 8,
  newline: 16,
  blankLine: 32,
  quote: 64,
  /** The word begins with a capital letter. */
  capital: 128,
  /** The word has two or more letters, all capital. */
  capitals: 256,
  /** Not the first of the words that one written form stands for. */
  inside: 512,
  slash: 1024,
} as const

/** The words of many turns, one after the other, without a text of their own: numbers and places only. */
export interface Tokens {
  count: number
  /** Number of the word in the vocabulary; 0 where it is not known. */
  ids: Int32Array
  /** UTF-16 places in the turn's text. */
  starts: Int32Array
  ends: Int32Array
  marks: Uint16Array
}

export const emptyTokens = (capacity = 1024): Tokens => ({
  count: 0,
  ids: new Int32Array(capacity),
  starts: new Int32Array(capacity),
  ends: new Int32Array(capacity),
  marks: new Uint16Array(capacity),
})

/** Doubles the room. */
export function growTokens(tokens: Tokens): void {
  const capacity = tokens.ids.length * 2
  for (const name of ['ids', 'starts', 'ends'] as const) {
    const wider = new Int32Array(capacity)
    wider.set(tokens[name])
    tokens[name] = wider
  }
  const marks = new Uint16Array(capacity)
  marks.set(tokens.marks)
  tokens.marks = marks
}

/** The most words that one written form may stand for. */
export const MOST_EXPANDED = 4

const UPPER_Z = 90
const LOWER_A = 97
const LOWER_Z = 122
const SPACE = 32
const SLASH = 47

/**
 * Adds the words of one turn's text to `tokens` and returns what stands after the last of them (bits of `mark`). Linear in the text's length and allocates
 * nothing for a word. Endings after an apostrophe are words of their own (`she'll` is `she` and `'ll`); in French, so are
 * beginnings (`j'ai` is `j'` and `ai`). A word of digits alone is the word `0`.
 */
export function addTokens(
  tokens: Tokens,
  text: string,
  vocabulary: Vocabulary,
  language: 'en' | 'fr',
): number {
  const { slots, hashes, offsets, codes, expansions } = vocabulary
  const mask = slots.length - 1
  const digits = vocabulary.numberOf('0')
  const length = text.length
  const french = language === 'fr'
  let { ids, starts, ends, marks } = tokens
  let count = tokens.count
  let between = 0
  let i = 0
  while (i < length) {
    const code = text.charCodeAt(i)
    if (code === SPACE) {
      i++
      continue
    }
    const kind = classifyChar(code)
    if (kind !== charClass.letter && kind !== charClass.digit) {
      // An ending that stands by itself after a word was cut: 's, 'll.
      if (
        kind !== charClass.apostrophe ||
        count === tokens.count ||
        ends[count - 1] !== i ||
        !endingAt(text, i)
      ) {
        between |= markOf(text, i, kind, between)
        i++
        continue
      }
    }
    const start = i
    let hash = HASH_START
    let letters = 0
    let upper = 0
    // The word, folded into its hash as it is read.
    if (kind === charClass.apostrophe) {
      hash = mixCode(hash, 39)
      i++
    }
    while (i < length) {
      const code = text.charCodeAt(i)
      // Most letters are plain small ones and fold to themselves.
      if (code >= LOWER_A && code <= LOWER_Z) {
        letters++
        hash = mixCode(hash, code)
        i++
        continue
      }
      const now = classifyChar(code)
      if (now === charClass.letter) {
        letters++
        const folded = foldChar(code)
        if (code <= UPPER_Z ? folded !== code : code < 0x250 && folded !== code && isUpper(code)) upper++
        hash = mixCode(hash, folded)
      } else if (now === charClass.digit) hash = mixCode(hash, code)
      else if (now === charClass.apostrophe && i + 1 < length && i > start) {
        if (french) {
          if (!elides(text, start, i)) break
          hash = mixCode(hash, 39)
          i++
          break
        }
        if (classifyChar(text.charCodeAt(i + 1)) !== charClass.letter || endingAt(text, i)) break
        hash = mixCode(hash, 39)
      } else break
      i++
    }
    const end = i
    hash |= 0
    let slot = (hash ^ (hash >>> 15)) & mask
    let id = slots[slot] as number
    while (id !== 0) {
      if (
        hashes[id] === hash &&
        sameCodes(text, start, end, codes, offsets[id] as number, offsets[id + 1] as number)
      )
        break
      slot = (slot + 1) & mask
      id = slots[slot] as number
    }
    if (letters === 0 && kind === charClass.digit) id = digits

    if (count + MOST_EXPANDED >= ids.length) {
      growTokens(tokens)
      ids = tokens.ids
      starts = tokens.starts
      ends = tokens.ends
      marks = tokens.marks
    }
    const bits =
      between |
      (upper > 0 && isUpper(text.charCodeAt(start)) ? mark.capital : 0) |
      (upper === letters && letters > 1 ? mark.capitals : 0)
    const expanded = expansions[id]
    if (expanded === undefined) {
      ids[count] = id
      starts[count] = start
      ends[count] = end
      marks[count] = bits
      count++
    } else
      for (let k = 0; k < expanded.length; k++) {
        ids[count] = expanded[k] as number
        starts[count] = start
        ends[count] = end
        marks[count] = k === 0 ? bits : (bits & (mark.capital | mark.capitals)) | mark.inside
        count++
      }
    between = 0
  }
  tokens.count = count
  return between
}

const isUpper = (code: number): boolean => {
  if (code < 128) return code >= 65 && code <= UPPER_Z
  const char = String.fromCharCode(code)
  return char !== char.toLowerCase()
}

function markOf(text: string, i: number, kind: number, before: number): number {
  switch (kind) {
    case charClass.space:
      return 0
    case charClass.newline:
      if (text.charCodeAt(i) === 10 && i > 0 && text.charCodeAt(i - 1) === 13) return 0
      return before & mark.newline ? mark.blankLine : mark.newline
    case charClass.stop: {
      // A stop with a letter right after it is part of an address, a number or an abbreviation.
      const next = i + 1 < text.length ? classifyChar(text.charCodeAt(i + 1)) : charClass.space
      return next === charClass.letter || next === charClass.digit ? mark.comma : mark.stop
    }
    case charClass.question:
      return mark.question
    case charClass.exclamation:
      return mark.exclamation
    case charClass.comma:
      return text.charCodeAt(i) === SLASH ? mark.slash : mark.comma
    case charClass.quote:
      return mark.quote
    default:
      return 0
  }
}

/** Whether an ending of its own stands at the apostrophe at `i`: 's 'm 'd 're 've 'll, and no letter after it. */
export function endingAt(text: string, i: number): boolean {
  const first = i + 1 < text.length ? foldChar(text.charCodeAt(i + 1)) : 0
  const second = i + 2 < text.length ? foldChar(text.charCodeAt(i + 2)) : 32
  const secondIsLetter = classifyChar(second) === charClass.letter
  if (first === 115 || first === 109 || first === 100) return !secondIsLetter
  if (((first === 114 || first === 118) && second === 101) || (first === 108 && second === 108))
    return i + 3 >= text.length || classifyChar(text.charCodeAt(i + 3)) !== charClass.letter
  return false
}

/** Whether the letters from `start` to the apostrophe at `i` are a French elision: one letter, or one that ends in -qu. */
export function elides(text: string, start: number, i: number): boolean {
  return (
    i - start === 1 ||
    (i - start >= 2 && foldChar(text.charCodeAt(i - 1)) === 117 && foldChar(text.charCodeAt(i - 2)) === 113)
  )
}

function sameCodes(
  text: string,
  start: number,
  end: number,
  codes: Uint16Array,
  from: number,
  to: number,
): boolean {
  if (to - from !== end - start) return false
  for (let k = 0; k < to - from; k++) {
    const code = text.charCodeAt(start + k)
    const want = codes[from + k]
    if (
      code !== want &&
      foldChar(code) !== want &&
      !(want === 39 && classifyChar(code) === charClass.apostrophe)
    )
      return false
  }
  return true
}
