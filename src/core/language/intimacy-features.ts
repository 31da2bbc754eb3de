import type { FeatureSink } from './linear-model.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Sentence } from './sentences.ts'
import { mark, type Tokens } from './tokens.ts'

/** Symbols that the features of a mention of "intimate" use beside words. Positions count words from the mention. */
export const intimacySymbols = [
  'form:',
  'L1:',
  'L2:',
  'L3:',
  'R1:',
  'R2:',
  'R3:',
  'around:',
  'left:',
  'right:',
  'same:',
  'before:',
  'after:',
  'far:',
  'only:',
  'asks:',
  'pair:',
  'heat:0',
  'heat:1',
  'heat:2',
  'heat:3',
  'heat:4',
  'warm:0',
  'warm:1',
  'warm:2',
  'touch:0',
  'touch:1',
  'touch:2',
  'time:0',
  'time:1',
  'time:2',
  'shape:',
  'with:',
  ',',
  '/',
  '-',
] as const
type IntimacySymbol = (typeof intimacySymbols)[number]

/** What the features of a mention need of a language. */
export interface IntimacyNumbers {
  symbol: Readonly<Record<IntimacySymbol, number>>
  groups: readonly (Int32Array | undefined)[]
  /** Lists whose words are counted around a mention: 1 for each word that is in them. */
  counted: Readonly<Record<Counted, Uint8Array>>
  /** 1 for each word that stands for somebody. */
  person: Uint8Array
  /** Number of the word "with". */
  company: number
}

/** What is counted around a mention, by the list that it is counted with. */
const countedLists = { heat: 'sexual', warm: 'feeling-close', touch: 'touch', time: 'span-of-time' } as const
type Counted = keyof typeof countedLists
const countedNames = ['heat', 'warm', 'touch', 'time'] as const

interface LanguageNumbers {
  vocabulary: Vocabulary
  numbers: { groups: IntimacyNumbers['groups'] }
  inList(list: string): Uint8Array
}

/** Numbers of the symbols, as the vocabulary has them. */
export const intimacyNumbers = ({
  vocabulary,
  numbers: { groups },
  inList,
}: LanguageNumbers): IntimacyNumbers => ({
  symbol: Object.fromEntries(
    intimacySymbols.map(symbol => [symbol, vocabulary.numberOf(symbol)]),
  ) as IntimacyNumbers['symbol'],
  groups,
  person: inList('person'),
  company: vocabulary.numberOf('with'),
  counted: {
    heat: inList(countedLists.heat),
    warm: inList(countedLists.warm),
    touch: inList(countedLists.touch),
    time: inList(countedLists.time),
  },
})

/** How many words to each side count as near. */
const NEAR = 7

/** Sentences before and after that of the mention that are looked at as neighbours, and as what stands farther off. */
export interface Surroundings {
  before: readonly Pick<Sentence, 'from' | 'to'>[]
  after: readonly Pick<Sentence, 'from' | 'to'>[]
}

/**
 * Gives the features of one mention to `sink`: the words right beside it by position, those near it on either side, those of its
 * sentence and of the neighbouring sentences, each also by the groups that the words belong to.
 * @param at the mention's place in `tokens`
 */
export function addIntimacyFeatures(
  sink: FeatureSink,
  tokens: Tokens,
  at: number,
  sentence: Pick<Sentence, 'from' | 'to' | 'ends'>,
  surroundings: Surroundings,
  numbers: IntimacyNumbers,
): void {
  const { ids } = tokens
  const { symbol, groups } = numbers
  const { from, to } = sentence
  const edge = symbol['-']
  const wordAt = (i: number) => (i < from || i >= to ? edge : (ids[i] as number))
  const put = (place: number, word: number) => {
    if (word === 0) return
    sink.add(place, word, 0)
    const held = groups[word]
    if (held !== undefined) for (let k = 0; k < held.length; k++) sink.add(place, held[k] as number, 0)
  }
  const pair = (place: number, a: number, b: number) => {
    if (a > 0 && b > 0) sink.add(place, a, b)
  }
  const form = symbol['form:']
  put(form, ids[at] as number)
  const l1 = wordAt(at - 1)
  const l2 = wordAt(at - 2)
  const r1 = wordAt(at + 1)
  const r2 = wordAt(at + 2)
  put(symbol['L1:'], l1)
  put(symbol['L2:'], l2)
  put(symbol['L3:'], wordAt(at - 3))
  put(symbol['R1:'], r1)
  put(symbol['R2:'], r2)
  put(symbol['R3:'], wordAt(at + 3))
  // Groups beside one another, so that "was intimate with him" and "got intimate with her" are one.
  const both = (a: number, b: number) => {
    if (a === 0 || b === 0) return
    const lefts = groups[a]
    const rights = groups[b]
    if (rights !== undefined)
      for (let k = 0; k < rights.length; k++) sink.add(symbol['pair:'], a, rights[k] as number)
    if (lefts !== undefined)
      for (let k = 0; k < lefts.length; k++) {
        sink.add(symbol['pair:'], lefts[k] as number, b)
        if (rights !== undefined)
          for (let m = 0; m < rights.length; m++)
            sink.add(symbol['pair:'], lefts[k] as number, rights[m] as number)
      }
  }
  both(l1, r1)
  both(l2, l1)
  both(r1, r2)
  both(ids[at] as number, l1)
  both(ids[at] as number, r1)
  if ((tokens.marks[at] as number) & mark.comma) sink.add(symbol['L1:'], symbol[','], 0)
  if (at + 1 < to && (tokens.marks[at + 1] as number) & mark.comma) sink.add(symbol['R1:'], symbol[','], 0)
  if ((tokens.marks[at] as number) & mark.slash) sink.add(symbol['L1:'], symbol['/'], l1)
  if (at + 1 < to && (tokens.marks[at + 1] as number) & mark.slash) sink.add(symbol['R1:'], symbol['/'], r1)
  addCompany(sink, tokens, at, to, numbers)
  addShapes(sink, tokens, at, sentence, surroundings, numbers)
  pair(symbol['L1:'], l2, l1)
  pair(symbol['R1:'], r1, r2)
  pair(symbol['around:'], l1, r1)
  pair(form, ids[at] as number, l1)
  pair(form, ids[at] as number, r1)
  for (let i = from; i < to; i++) {
    if (i === at) continue
    const word = ids[i] as number
    put(symbol['same:'], word)
    if (i < at && at - i <= NEAR) put(symbol['left:'], word)
    if (i > at && i - at <= NEAR) put(symbol['right:'], word)
    if (i > from && i - 1 !== at) pair(symbol['same:'], ids[i - 1] as number, word)
  }
  const neighbours = (place: number, list: Surroundings['before']) => {
    if (list.length === 0) sink.add(place, edge, 0)
    for (let k = 0; k < list.length; k++) {
      const near = list[k] as Surroundings['before'][number]
      for (let i = near.from; i < near.to; i++) {
        const word = ids[i] as number
        put(symbol['far:'], word)
        if (k === 0) put(place, word)
      }
    }
  }
  neighbours(symbol['before:'], surroundings.before)
  neighbours(symbol['after:'], surroundings.after)
  if (sentence.ends & mark.question) sink.add(symbol['asks:'], 0, 0)
}

/** How many words after "with" the person, if it is one, is looked for. */
const COMPANY = 3

/** Whom or what one is intimate with: a person, or something else. */
function addCompany(
  sink: FeatureSink,
  tokens: Tokens,
  at: number,
  to: number,
  numbers: IntimacyNumbers,
): void {
  const { ids } = tokens
  const { symbol, person } = numbers
  for (let i = at + 1; i < to && i <= at + 2; i++) {
    if (ids[i] !== numbers.company) continue
    let found = false
    for (let k = i + 1; k < to && k <= i + COMPANY; k++) found ||= person[ids[k] as number] === 1
    sink.add(symbol['with:'], found ? numbers.company : symbol['-'], 0)
    sink.add(symbol['with:'], found ? numbers.company : symbol['-'], ids[at] as number)
    return
  }
}

/** Counts around the mention, and what stands right beside it together with them. */
function addShapes(
  sink: FeatureSink,
  tokens: Tokens,
  at: number,
  { from, to }: Pick<Sentence, 'from' | 'to'>,
  surroundings: Surroundings,
  numbers: IntimacyNumbers,
): void {
  const { ids } = tokens
  const { symbol, groups, counted } = numbers
  const levels: number[] = []
  for (const name of countedNames) {
    const table = counted[name]
    let count = 0
    for (let i = from; i < to; i++) if (i !== at) count += 2 * (table[ids[i] as number] as number)
    for (const list of [surroundings.before, surroundings.after])
      for (let k = 0; k < list.length; k++) {
        const near = list[k] as Surroundings['before'][number]
        for (let i = near.from; i < near.to; i++) count += table[ids[i] as number] as number
      }
    if (name === 'heat') levels.push(symbol[`heat:${count > 4 ? 4 : count > 2 ? 3 : (count as 0 | 1 | 2)}`])
    else levels.push(symbol[`${name}:${count > 2 ? 2 : count > 0 ? 1 : 0}`])
  }
  const [heat, warm, touch, time] = levels as [number, number, number, number]
  sink.add(symbol['shape:'], heat, 0)
  sink.add(symbol['shape:'], heat, warm)
  sink.add(symbol['shape:'], heat, touch)
  sink.add(symbol['shape:'], heat, time)
  sink.add(symbol['shape:'], warm, touch)
  sink.add(symbol['shape:'], warm, 0)
  sink.add(symbol['shape:'], touch, 0)
  sink.add(symbol['shape:'], time, 0)
  const beside = (place: number, word: number) => {
    if (word === 0) return
    sink.add(place, heat, word)
    sink.add(place, touch, word)
    sink.add(place, time, word)
    const held = groups[word]
    if (held !== undefined)
      for (let k = 0; k < held.length; k++) {
        sink.add(place, heat, held[k] as number)
        sink.add(place, touch, held[k] as number)
        sink.add(place, time, held[k] as number)
      }
  }
  beside(symbol['form:'], ids[at] as number)
  beside(symbol['L1:'], at > from ? (ids[at - 1] as number) : symbol['-'])
  beside(symbol['R1:'], at + 1 < to ? (ids[at + 1] as number) : symbol['-'])
}
