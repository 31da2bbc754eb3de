import { foldWord } from './fold-char.ts'

/** The first step of the hash of a word; each folded code is mixed in by `mixCode`. */
export const HASH_START = 0x811c9dc5
/** One step of the hash (FNV-1a, 32 bits). */
export const mixCode = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/**
 * Every word that rules and models know, each with a number from 1; 0 stands for all other words. Some written forms stand
 * for several words (`don't` is `do not`): those have a list of numbers in `expansions`.
 */
export interface Vocabulary {
  /** Word by number; [0] is empty. */
  words: string[]
  /** Number of a word as it is written in rules and models; 0 where it is not known. */
  numberOf(word: string): number
  /** Open addressing over hashes: slots of word numbers, a power of two long. */
  slots: Int32Array
  hashes: Int32Array
  /** Where each word's folded codes begin in `codes`; one more than there are words. */
  offsets: Int32Array
  codes: Uint16Array
  /** By number: the numbers that a written form stands for, or undefined. */
  expansions: (Int32Array | undefined)[]
}

const hashOf = (word: string): number => {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = mixCode(hash, word.charCodeAt(i))
  return hash | 0
}

/**
 * @param known words of rules, lists and models; symbols that no text can hold (`@list`, `L1:`) may stand among them
 * @param forms written forms and the words that they stand for, such as `dont` and `do not`
 */
export function openVocabulary(
  known: Iterable<string>,
  forms: Readonly<Record<string, string>> = {},
): Vocabulary {
  const numbers = new Map<string, number>()
  const words = ['']
  const add = (word: string): number => {
    const asWritten = numbers.get(word)
    if (asWritten !== undefined) return asWritten
    const folded = foldWord(word)
    const there = numbers.get(folded)
    if (there !== undefined) return there
    numbers.set(folded, words.length)
    words.push(folded)
    return words.length - 1
  }
  for (const word of known) add(word)
  const expansions: (Int32Array | undefined)[] = []
  for (const [form, meant] of Object.entries(forms))
    expansions[add(form)] = Int32Array.from(meant.split(' '), add)

  let size = 64
  while (size < words.length * 3) size *= 2
  const slots = new Int32Array(size)
  const hashes = new Int32Array(words.length)
  const offsets = new Int32Array(words.length + 1)
  const codes = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0))
  let at = 0
  for (const [number, word] of words.entries()) {
    offsets[number] = at
    for (let i = 0; i < word.length; i++) codes[at++] = word.charCodeAt(i)
    if (number === 0) continue
    const hash = hashOf(word)
    hashes[number] = hash
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = number
  }
  offsets[words.length] = at
  return {
    words,
    numberOf: word => numbers.get(word) ?? numbers.get(foldWord(word)) ?? 0,
    slots,
    hashes,
    offsets,
    codes,
    expansions,
  }
}
