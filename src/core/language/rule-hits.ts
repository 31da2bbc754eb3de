import type { Language } from './open-language.ts'
import type { Hit } from './rule-trie.ts'
import type { Sentence } from './sentences.ts'
import { mark, type Tokens } from './tokens.ts'

/** A rule whose pattern was found and whose guards allow it. `from` and `to` are places in `Tokens`. */
export interface RuleHit {
  /** Index in `Language.rules`. */
  rule: number
  from: number
  to: number
}

/** How many words a guard before or after a match may be away from it. */
const NEAR = 3

const NONE: readonly RuleHit[] = []
const raw: Hit[] = []

/** The rules that hit in one sentence, each once, in order of place. */
export function findRuleHits(
  language: Language,
  tokens: Tokens,
  sentence: Sentence,
  role: 'partner' | 'therapist',
): readonly RuleHit[] {
  raw.length = 0
  language.trie.match(tokens, sentence.from, sentence.to, raw)
  if (raw.length === 0) return NONE
  const { outputs, rules } = language
  const asks = (sentence.ends & mark.question) !== 0
  const found: RuleHit[] = []
  for (const hit of raw) {
    const { rule: index, part } = outputs[hit.output] as Language['outputs'][number]
    if (part !== 'pattern' || found.some(earlier => earlier.rule === index)) continue
    const rule = rules[index] as Language['rules'][number]
    if (rule.speaker !== 'anyone' && rule.speaker !== role) continue
    if (rule.only !== null && (rule.only === 'question') !== asks) continue
    if (isAllowed(language, index, hit, rule.needs.length > 0))
      found.push({ rule: index, from: hit.from, to: hit.to })
  }
  return found
}

function isAllowed(language: Language, rule: number, hit: Hit, wanting: boolean): boolean {
  let met = !wanting
  for (const other of raw) {
    const output = language.outputs[other.output] as Language['outputs'][number]
    if (output.rule !== rule) continue
    if (output.part === 'unless') return false
    if (output.part === 'unlessBefore' && other.to <= hit.from && hit.from - other.to < NEAR) return false
    if (output.part === 'unlessAfter' && other.from >= hit.to && other.from - hit.to < NEAR) return false
    if (output.part === 'needs') met = true
  }
  return met
}
