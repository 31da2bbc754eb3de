import type { LinearModel } from './linear-model.ts'
import type { Language } from './open-language.ts'
import { addSentenceFeatures } from './sentence-features.ts'
import type { Sentence } from './sentences.ts'
import { mark, type Tokens } from './tokens.ts'

/** A clause has at least so many words; shorter ones stay with the clause before. */
const LEAST = 4
const NO_RULES: readonly number[] = []

/**
 * The clause of a sentence that speaks most for one output of a model, as places in `tokens`. Clauses end at commas, quotes and words that often
 * begin one (and, because, but). Sentences of one clause are given whole.
 */
export function findStrongestClause(
  language: Language,
  model: LinearModel,
  tokens: Tokens,
  sentence: Sentence,
  output: number,
): { from: number; to: number } {
  const { openers } = language.sentenceWords
  const borders = [sentence.from]
  for (let i = sentence.from + LEAST; i <= sentence.to - LEAST; i++) {
    if (i - (borders.at(-1) as number) < LEAST) continue
    const bits = tokens.marks[i] as number
    if ((bits & mark.inside) !== 0) continue
    if ((bits & (mark.comma | mark.quote)) !== 0 || openers.has(tokens.ids[i] as number)) borders.push(i)
  }
  borders.push(sentence.to)
  let best = { from: sentence.from, to: sentence.to, score: Number.NEGATIVE_INFINITY }
  for (let k = 0; k + 1 < borders.length; k++) {
    const from = borders[k] as number
    const to = borders[k + 1] as number
    model.begin()
    addSentenceFeatures(model, tokens, { from, to, ends: sentence.ends }, language.numbers, NO_RULES)
    model.settle(to - from)
    const score = model.scores[output] as number
    if (score > best.score) best = { from, to, score }
  }
  return { from: best.from, to: best.to }
}
