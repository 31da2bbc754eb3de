import type { LanguageKind, LanguageRule, ReadingLanguage } from './language-bundle.ts'
import { addSentences, type Sentence } from './sentences.ts'
import type { Language } from './open-language.ts'
import { findRuleHits, type RuleHit } from './rule-hits.ts'
import type { LinearModel } from './linear-model.ts'
import { addSentenceFeatures, type FeatureNumbers } from './sentence-features.ts'
import { findStrongestClause } from './strongest-clause.ts'
import type { Finding, FindingKind, IntimacySense, Turn } from './reading.ts'
import { addTokens, emptyTokens, type Tokens } from './tokens.ts'

/** A kind that was found in a sentence, before it becomes a finding. */
export interface Found {
  kind: LanguageKind
  /** The rule that found it; null where the model did. */
  rule: LanguageRule | null
  confidence: number
  /** Its words: places in `Tokens`. */
  from: number
  to: number
  sense?: IntimacySense
}

/** A sentence with what was found in it. */
export interface ReadSentence extends Sentence {
  hits: readonly RuleHit[]
  found: Found[]
}

/** One turn after its words were read. */
export interface ReadTurn {
  turn: Turn
  index: number
  /** Its words: places in `Tokens`. */
  from: number
  to: number
  sentences: ReadSentence[]
}

/** A whole session, word by word: what readers over turns work on. */
export interface ReadSession {
  language: Language
  tokens: Tokens
  turns: ReadTurn[]
}

const NONE: readonly RuleHit[] = []
const NO_RULES: readonly number[] = []
const NOTHING: Found[] = []
/** Letters that a word and what stands after it take on the average; only so that room is made once. */
const LETTERS = 4

/** Cuts all turns into words and sentences, and finds the rules and kinds in each sentence. One pass; linear in the words. */
export function readSession(turns: readonly Turn[], language: Language): ReadSession {
  let letters = 0
  for (const { text } of turns) letters += text.length
  const tokens = emptyTokens(Math.ceil(letters / LETTERS) + 64)
  const kinds = kindReaderOf(language)
  const read = turns.map((turn, index): ReadTurn => {
    const from = tokens.count
    const after = addTokens(tokens, turn.text, language.vocabulary, language.language)
    const cut: Sentence[] = []
    addSentences(cut, tokens, from, index, after, language.sentenceWords)
    const sentences: ReadSentence[] = []
    for (const sentence of cut) sentences.push(kinds.read(tokens, sentence, turn.role))
    return { turn, index, from, to: tokens.count, sentences }
  })
  return { language, tokens, turns: read }
}

const kindReaders = new WeakMap<Language, KindReader>()

const kindReaderOf = (language: Language): KindReader => {
  let reader = kindReaders.get(language)
  if (!reader) {
    reader = new KindReader(language)
    kindReaders.set(language, reader)
  }
  return reader
}

/** Groups of words that a model knows nothing of add nothing to its features. */
const onlyUsed = (numbers: FeatureNumbers, uses: Uint8Array): FeatureNumbers => ({
  ...numbers,
  groups: numbers.groups.map(held => {
    const used = held?.filter(group => uses[group] === 1)
    return used && used.length > 0 ? used : undefined
  }),
})

/** Which kinds a sentence holds, by rules and by the model of kinds. */
class KindReader {
  readonly #language: Language
  /** For each output of the model the kind that it may give. */
  readonly #byOutput: (LanguageKind | undefined)[]
  readonly #model: LinearModel | undefined
  /** For each output of the model the score below which its kind is not found. */
  readonly #least: Float64Array
  /** Numbers of features, with those groups alone that the model knows. */
  readonly #numbers: FeatureNumbers

  constructor(language: Language) {
    this.#language = language
    const model = language.models.get(`kinds-${language.language}`)
    this.#byOutput = (model?.outputs ?? []).map(output => {
      const kind = language.kinds.get(output as FindingKind)
      return kind && kind.by !== 'rules' ? kind : undefined
    })
    this.#model = model
    this.#least = Float64Array.from(this.#byOutput, (kind, output) =>
      kind && model ? model.leastScore(output, kind.threshold) : Number.POSITIVE_INFINITY,
    )
    this.#numbers = model ? onlyUsed(language.numbers, model.uses) : language.numbers
  }

  read(tokens: Tokens, sentence: Sentence, role: Turn['role']): ReadSentence {
    const language = this.#language
    const hits = findRuleHits(language, tokens, sentence, role)
    let found = NOTHING
    for (const { rule: index, from, to } of hits) {
      const rule = language.rules[index] as LanguageRule
      const kind = language.kinds.get(rule.kind)
      if (rule.gives === 'signal' || !kind || rule.sense !== null) continue
      if (kind.by === 'model' && this.#byOutput.includes(kind) && role === 'partner') continue
      if (found.some(other => other.kind === kind)) continue
      if (found === NOTHING) found = []
      found.push({ kind, rule, confidence: rule.confidence ?? kind.confidence, from, to })
    }
    found = this.#addByModel(tokens, sentence, role, hits, found)
    const { turn, from, to, start, end, ends } = sentence
    return { turn, from, to, start, end, ends, hits: hits.length === 0 ? NONE : hits, found }
  }

  #addByModel(
    tokens: Tokens,
    sentence: Sentence,
    role: Turn['role'],
    hits: readonly RuleHit[],
    foundByRules: Found[],
  ): Found[] {
    const model = this.#model
    // The model learnt from clients' words alone.
    if (!model || role !== 'partner') return foundByRules
    const indices = hits.length === 0 ? NO_RULES : hits.map(({ rule }) => rule)
    model.begin()
    addSentenceFeatures(model, tokens, sentence, this.#numbers, indices)
    model.settle(sentence.to - sentence.from)
    const { scores } = model
    let passed: { kind: LanguageKind; output: number; confidence: number }[] | undefined
    for (let output = 0; output < this.#byOutput.length; output++) {
      if ((scores[output] as number) < (this.#least[output] as number)) continue
      const kind = this.#byOutput[output]
      if (!kind) continue
      const confidence = model.confidence(output)
      if (confidence >= kind.threshold) (passed ??= []).push({ kind, output, confidence })
    }
    if (passed === undefined) return foundByRules
    const found = [...foundByRules]
    for (const { kind, output, confidence } of passed) {
      const byRule = found.find(other => other.kind === kind)
      if (byRule) byRule.confidence = Math.max(byRule.confidence, confidence)
      else found.push({ kind, confidence, ...this.#whatCarries(model, tokens, sentence, hits, kind, output) })
    }
    return found
  }

  /** The words that carry what the model found: those of a rule of the kind that hit, otherwise the clause that the model is surest of. */
  #whatCarries(
    model: LinearModel,
    tokens: Tokens,
    sentence: Sentence,
    hits: readonly RuleHit[],
    kind: LanguageKind,
    output: number,
  ): Pick<Found, 'rule' | 'from' | 'to'> {
    const language = this.#language
    for (const hit of hits) {
      const rule = language.rules[hit.rule] as LanguageRule
      if (rule.kind === kind.id && rule.gives === 'finding') return { rule, from: hit.from, to: hit.to }
    }
    return { rule: null, ...findStrongestClause(language, model, tokens, sentence, output) }
  }
}

/**
 * What was found, as a finding with its quote. A rule's reason and gentle words stand before its kind's.
 * @param quoted `match` or `sentence`; the kind's own choice where it is left out
 */
export function toFinding(
  session: ReadSession,
  turn: ReadTurn,
  sentence: Sentence,
  found: Found,
  language: ReadingLanguage = session.language.language,
): Finding {
  const { tokens } = session
  const { kind, rule } = found
  const whole = kind.quote === 'sentence'
  const start = tokens.starts[whole ? sentence.from : found.from] as number
  const end = tokens.ends[(whole ? sentence.to : found.to) - 1] as number
  const sayInstead = rule ? (rule.sayInstead ?? kind.sayInstead) : kind.sayInstead
  return {
    kind: kind.id,
    element: rule?.element ?? kind.element,
    sign: rule?.sign ?? kind.sign,
    turn: turn.index,
    start,
    end,
    quote: turn.turn.text.slice(start, end),
    confidence: found.confidence,
    rule: rule?.id ?? `kinds-${language}`,
    reason: (rule?.reason ?? kind.reason)[language],
    sayInstead: sayInstead?.[language] ?? null,
    ...(found.sense ? { sense: found.sense } : {}),
  }
}
