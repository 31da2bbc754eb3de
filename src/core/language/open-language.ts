import { invariant } from '../model/invariant.ts'
import type { LanguageBundle, LanguageKind, LanguageRule, ReadingLanguage } from './language-bundle.ts'
import { type LinearModel, openLinearModel, symbolsOfModel } from './linear-model.ts'
import { intimacySymbols } from './intimacy-features.ts'
import { namesIn, parsePattern, type Step } from './pattern.ts'
import type { FindingKind } from './reading.ts'
import { compileAutomaton, type RuleAutomaton } from './rule-automaton.ts'
import { type FeatureNumbers, sentenceSymbols } from './sentence-features.ts'
import type { SentenceWords } from './sentences.ts'
import { wordsOfTurns } from './turn-numbers.ts'
import { turnSymbols } from './turn-words.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/** What a number given by the automaton means: a pattern of a rule, or of one of its guards. */
export interface RuleOutput {
  rule: number
  part: 'pattern' | 'unless' | 'unlessBefore' | 'unlessAfter' | 'needs'
}

/** Everything that one language is read with, opened once and used for every session. */
export interface Language {
  language: ReadingLanguage
  vocabulary: Vocabulary
  rules: readonly LanguageRule[]
  kinds: ReadonlyMap<FindingKind, LanguageKind>
  /** The patterns of all rules, and by themselves those of their guards. */
  automaton: RuleAutomaton
  guards: RuleAutomaton
  /** By rule: 1 where it has guards. */
  guarded: Uint8Array
  outputs: readonly RuleOutput[]
  /** Models by their id. */
  models: ReadonlyMap<string, LinearModel>
  numbers: FeatureNumbers
  sentenceWords: SentenceWords
  /** Whether a word (by number) is in a list (by name): `inList('negation')` gives a table with 1 for each word that is. */
  inList(list: string): Uint8Array
}

const PARTS = ['unless', 'unlessBefore', 'unlessAfter', 'needs'] as const

/** Other words that a trainer wants numbered; a reader needs none. */
export interface OpenOptions {
  moreWords?: Iterable<string>
}

/** Opens one language of the bundle. A few milliseconds; keep what it gives (`languageOf` does). */
export function openLanguage(
  bundle: LanguageBundle,
  language: ReadingLanguage,
  options: OpenOptions = {},
): Language {
  const { lists, forms } = bundle.words[language]
  const rules = bundle.rules.filter(rule => rule.language === language)
  const models = bundle.models.filter(model => model.language === language)
  const parsed: { steps: Step[]; output: number }[] = []
  const outputs: RuleOutput[] = []
  const words = new Set<string>(['0'])
  const listNames = Object.keys(lists)
  const groupSymbol = (list: string) => (list.startsWith('c:') ? list : `@${list}`)
  for (const [index, rule] of rules.entries())
    for (const part of ['pattern', ...PARTS] as const)
      for (const pattern of rule[part]) {
        const steps = parsePattern(pattern, forms, language)
        invariant(Array.isArray(steps), `rule ${rule.id} was built with a pattern that cannot be read`)
        namesIn(steps, words, new Set())
        parsed.push({ steps, output: outputs.push({ rule: index, part }) - 1 })
      }
  for (const list of listNames) for (const word of lists[list] as string[]) words.add(word)
  for (const model of models) for (const symbol of symbolsOfModel(model)) words.add(symbol)
  for (const symbol of sentenceSymbols) words.add(symbol)
  for (const symbol of intimacySymbols) words.add(symbol)
  for (const symbol of turnSymbols) words.add(symbol)
  for (const word of wordsOfTurns(language)) words.add(word)
  for (const rule of rules) words.add(`#${rule.id}`)
  for (const list of listNames) words.add(groupSymbol(list))
  for (const word of options.moreWords ?? []) words.add(word)

  const vocabulary = openVocabulary(words, forms)
  const { numberOf } = vocabulary
  const listsOf: number[][] = vocabulary.words.map(() => [])
  for (const [number, list] of listNames.entries())
    for (const word of lists[list] as string[]) (listsOf[numberOf(word)] as number[]).push(number)

  const groups = listsOf.map(held =>
    held.length > 0
      ? Int32Array.from(held, list => numberOf(groupSymbol(listNames[list] as string)))
      : undefined,
  )
  const inList = (list: string): Uint8Array => {
    const table = new Uint8Array(vocabulary.words.length)
    for (const word of lists[list] ?? []) table[numberOf(word)] = 1
    return table
  }
  const symbols = { numberOf, listNumber: (list: string) => listNames.indexOf(list), listsOf }
  const numbersIn = (list: string) => new Set((lists[list] ?? []).map(numberOf))
  return {
    language,
    vocabulary,
    rules,
    kinds: new Map(bundle.kinds.map(kind => [kind.id, kind])),
    automaton: compileAutomaton(
      parsed.filter(({ output }) => outputs[output]?.part === 'pattern'),
      symbols,
    ),
    guards: compileAutomaton(
      parsed.filter(({ output }) => outputs[output]?.part !== 'pattern'),
      symbols,
    ),
    guarded: Uint8Array.from(rules, rule => (PARTS.some(part => rule[part].length > 0) ? 1 : 0)),
    outputs,
    models: new Map(models.map(model => [model.id, openLinearModel(model, vocabulary)])),
    numbers: {
      symbol: Object.fromEntries(
        sentenceSymbols.map(symbol => [symbol, numberOf(symbol)]),
      ) as FeatureNumbers['symbol'],
      groups,
      rules: Int32Array.from(rules, rule => numberOf(`#${rule.id}`)),
    },
    sentenceWords: {
      abbreviations: numbersIn('abbreviation'),
      openers: numbersIn(language === 'fr' ? 'ouverture' : 'opener'),
    },
    inList,
  }
}

const opened = new WeakMap<LanguageBundle, Map<ReadingLanguage, Language>>()

/** One language of a bundle, opened at its first use and kept as long as the bundle is. */
export function languageOf(bundle: LanguageBundle, language: ReadingLanguage): Language {
  let languages = opened.get(bundle)
  if (!languages) {
    languages = new Map()
    opened.set(bundle, languages)
  }
  let found = languages.get(language)
  if (!found) {
    found = openLanguage(bundle, language)
    languages.set(language, found)
  }
  return found
}
