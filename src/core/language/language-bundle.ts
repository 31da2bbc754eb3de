import type { ElementId, Text } from '../model/schema.ts'
import type { FindingKind, IntimacySense } from './reading.ts'

/** The languages that sessions are read in. */
export type ReadingLanguage = 'en' | 'fr'

/** One rule: words that do one thing, in one language. Its `flag` and `pass` sentences are its tests and stay out of the bundle. */
export interface LanguageRule {
  id: string
  kind: FindingKind
  element: ElementId | null
  sign: 'strong' | 'weak' | null
  language: ReadingLanguage
  /** Any of these. */
  pattern: string[]
  /** No hit where one of these stands in the same sentence. */
  unless: string[]
  /** No hit where one of these ends within three words before. */
  unlessBefore: string[]
  /** No hit where one of these begins within three words after. */
  unlessAfter: string[]
  /** At least one of these must stand in the same sentence, where any is given. */
  needs: string[]
  /** Only in sentences that ask, or in those that don't. */
  only: 'question' | 'statement' | null
  speaker: 'partner' | 'therapist' | 'anyone'
  /** `finding`: a hit is a finding by itself; `signal`: it only weighs in the model. */
  gives: 'finding' | 'signal'
  /** 0 to 1: how often it was right where it was measured; null takes the kind's. */
  confidence: number | null
  sense: IntimacySense | null
  reason: Text
  sayInstead: Text | null
}

/** How one kind is found, and what is said of what a model found. */
export interface LanguageKind {
  id: FindingKind
  element: ElementId | null
  sign: 'strong' | 'weak' | null
  /** Rules alone, the model alone, or whichever sees it. */
  by: 'rules' | 'model' | 'either'
  /** The least confidence, 0 to 1, with which the model's finding is shown. */
  threshold: number
  /** A rule's confidence where it has none of its own. */
  confidence: number
  /** What is quoted: the words that a rule matched, or the whole sentence. */
  quote: 'match' | 'sentence'
  reason: Text
  sayInstead: Text | null
  /** For `intimacy`: what is said of each sense. */
  senses?: Partial<Record<IntimacySense, { reason: Text; sayInstead: Text | null }>> | undefined
}

/** A trained linear model as a reviewed file of data: named features, weights in whole numbers from -127 to 127. */
export interface ModelWeights {
  id: string
  language: ReadingLanguage
  /** What is scored: a sentence, a turn, or a mention of "intimate". */
  unit: 'sentence' | 'turn' | 'mention'
  outputs: string[]
  /** `logistic`: each output for itself; `softmax`: one of them. */
  link: 'logistic' | 'softmax'
  bias: number[]
  /** Multiplies each output's whole weights. */
  scale: number[]
  /** For each output [a, b]: confidence = 1 / (1 + exp(-(a * score + b))). For `softmax` a single [a, 0]. */
  calibration: [number, number][]
  /** Where it is given, the sum of weights is divided by the root of the words' count plus this: long sentences say no more for being long. */
  perLength?: number | undefined
  /** Up to three symbols each, joined by spaces, one feature a line. */
  features: string
  /** Base64: for each feature a byte with the count of its weights, then pairs of an output's index and its weight. */
  weights: string
}

/** All the reader needs, as `model/language` holds it. */
export interface LanguageBundle {
  rules: LanguageRule[]
  kinds: LanguageKind[]
  /** By language: lists of words by name, and written forms that stand for other words. */
  words: Record<ReadingLanguage, { lists: Record<string, string[]>; forms: Record<string, string> }>
  models: ModelWeights[]
}
