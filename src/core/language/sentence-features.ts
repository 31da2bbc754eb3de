import type { FeatureSink } from './linear-model.ts'
import type { Sentence } from './sentences.ts'
import { mark, type Tokens } from './tokens.ts'

/**
 * Symbols that stand for something about a sentence and not for a word. They hold a sign that no word can hold, so the two are never
 * taken for each other.
 */
export const sentenceSymbols = [
  '^',
  '$',
  '?:',
  '!:',
  'caps:',
  'len:1',
  'len:2',
  'len:3',
  'len:4',
  'len:5',
  'skip:',
  'in:',
] as const
export type SentenceSymbol = (typeof sentenceSymbols)[number]

/** Numbers of the symbols, and for each word those of the clusters and lists that it belongs to. */
export interface FeatureNumbers {
  symbol: Readonly<Record<SentenceSymbol, number>>
  /** By word number: symbols such as `@negation` or `c:12`, or undefined. */
  groups: readonly (Int32Array | undefined)[]
  /** By rule index: the symbol `#rule.id`. */
  rules: Int32Array
}

const lengthSymbol = (words: number): SentenceSymbol =>
  words <= 4 ? 'len:1' : words <= 8 ? 'len:2' : words <= 16 ? 'len:3' : words <= 30 ? 'len:4' : 'len:5'

/**
 * Gives the features of one sentence to `sink`: its words, pairs and threes of neighbours (with `^` and `$` as neighbours at the edges), words two
 * apart (`skip: a b`), groups of words and pairs of neighbours' groups, the rules that hit, and what it ends with.
 * @param ruleHits indices of the rules that hit in it
 */
export function addSentenceFeatures(
  sink: FeatureSink,
  tokens: Tokens,
  sentence: Pick<Sentence, 'from' | 'to' | 'ends'>,
  numbers: FeatureNumbers,
  ruleHits: readonly number[],
): void {
  const { ids, marks } = tokens
  const { symbol, groups, rules } = numbers
  const { from, to } = sentence
  const skip = symbol['skip:']
  let before = symbol['^']
  let before2 = 0
  let groupsBefore: Int32Array | undefined
  let capitals = 0
  for (let i = from; i < to; i++) {
    const word = ids[i] as number
    if (word > 0) {
      sink.add(word, 0, 0)
      if (before > 0) {
        sink.add(before, word, 0)
        if (before2 > 0) sink.add(before2, before, word)
      }
      if (before2 > 0) sink.add(skip, before2, word)
    }
    const held = groups[word]
    if (held !== undefined)
      for (let k = 0; k < held.length; k++) {
        const group = held[k] as number
        sink.add(group, 0, 0)
        if (before > 0) sink.add(before, group, 0)
        if (groupsBefore !== undefined)
          for (let m = 0; m < groupsBefore.length; m++) sink.add(groupsBefore[m] as number, group, 0)
      }
    if (groupsBefore !== undefined && word > 0)
      for (let m = 0; m < groupsBefore.length; m++) sink.add(groupsBefore[m] as number, word, 0)
    if ((marks[i] as number) & mark.capitals) capitals++
    before2 = before
    before = word
    groupsBefore = held
  }
  if (before > 0) sink.add(before, symbol.$, 0)
  for (let k = 0; k < ruleHits.length; k++) sink.add(rules[ruleHits[k] as number] as number, 0, 0)
  sink.add(symbol[lengthSymbol(to - from)], 0, 0)
  if (sentence.ends & mark.question) sink.add(symbol['?:'], 0, 0)
  if (sentence.ends & mark.exclamation) sink.add(symbol['!:'], 0, 0)
  if (capitals > 1 && capitals * 2 > to - from) sink.add(symbol['caps:'], 0, 0)
}
