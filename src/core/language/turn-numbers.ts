import type { Language } from './open-language.ts'
import { type TurnWordClass, turnSymbols, turnWords } from './turn-words.ts'

/** `turnWords` and `turnSymbols` as numbers of one language's vocabulary. */
export interface TurnNumbers {
  symbol: Readonly<Record<string, number>>
  /** By class: a table with 1 for each word (by number) that belongs to it. */
  is: Readonly<Record<TurnWordClass, Uint8Array>>
  /** By word: the same seen from the other person: `i` to `you`. */
  turned: Int32Array
  /** Symbols `n:0` to `n:12`, and `p:0` to `p:4`. */
  steps: Int32Array
  parts: Int32Array
  you: Uint8Array
  me: Uint8Array
  us: Uint8Array
  or: number
  scale: number
}

const FROM_MINE = {
  en: { i: 'you', me: 'you', my: 'your', mine: 'yours', myself: 'yourself', am: 'are' },
  fr: { je: 'vous', "j'": 'vous', me: 'vous', "m'": 'vous', mon: 'votre', ma: 'votre', mes: 'vos' },
}

/** You, I and we as they are written: the words the features and the rules ask for. */
const persons = {
  en: {
    you: ['you', 'your', "you'd", 'yours', 'yourself'],
    me: ['i', 'me', 'my', "i'd"],
    us: ['we', 'us', 'our', "let's", 'lets'],
  },
  fr: {
    you: ['vous', 'votre', 'vos', 'tu', 'ton', 'ta', 'tes'],
    me: ['je', "j'", 'me', 'mon', 'ma', 'mes'],
    us: ['nous', 'notre', 'nos'],
  },
}

/** Every word that turns are read by, so that the vocabulary numbers them. */
export const wordsOfTurns = (language: 'en' | 'fr'): string[] => [
  ...Object.values(turnWords[language]).flat(),
  ...Object.entries(FROM_MINE[language]).flat(),
  ...Object.values(persons[language]).flat(),
  'or',
  'scale',
]

const known = new WeakMap<Language, TurnNumbers>()

/** The numbers of an opened language, worked out once. */
export function turnNumbersOf(language: Language): TurnNumbers {
  const there = known.get(language)
  if (there) return there
  const { numberOf, words } = language.vocabulary
  const table = (list: readonly string[]): Uint8Array => {
    const found = new Uint8Array(words.length)
    for (const word of list) found[numberOf(word)] = 1
    found[0] = 0
    return found
  }
  const turned = Int32Array.from(words, (_word, number) => number)
  for (const [mine, yours] of Object.entries(FROM_MINE[language.language]))
    turned[numberOf(mine)] = numberOf(yours)
  turned[0] = 0
  const numbers: TurnNumbers = {
    symbol: Object.fromEntries(turnSymbols.map(symbol => [symbol, numberOf(symbol)])),
    is: Object.fromEntries(
      Object.entries(turnWords[language.language]).map(([name, list]) => [name, table(list)]),
    ) as TurnNumbers['is'],
    turned,
    steps: Int32Array.from({ length: 13 }, (_none, i) => numberOf(`n:${i}`)),
    parts: Int32Array.from({ length: 5 }, (_none, i) => numberOf(`p:${i}`)),
    you: table(persons[language.language].you),
    me: table(persons[language.language].me),
    us: table(persons[language.language].us),
    or: numberOf('or'),
    scale: numberOf('scale'),
  }
  known.set(language, numbers)
  return numbers
}
