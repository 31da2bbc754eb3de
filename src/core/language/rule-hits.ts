import type { Language } from './open-language.ts'
import type { Hit } from './rule-automaton.ts'
import type { Sentence } from './sentences.ts'
import { mark, type Tokens } from './tokens.ts'

/** A rule whose pattern was found and whose guards allow it. `from` and `to` are places in `Tokens`. */
export interface RuleHit {
  /** Index in `Language.rules`. */
  rule: number
  /** -1 for a rule that only gives a signal and has no guards: nobody asks where a signal begins. */
  from: number
  to: number
}

/** How many words a guard before or after a match may be away from it. */
const NEAR = 3

const NONE: readonly RuleHit[] = []
const raw: Hit[] = []
const guards: Hit[] = []

/** The rules that hit in one sentence, each once. */
export function findRuleHits(
  language: Language,
  tokens: Tokens,
  sentence: Sentence,
  role: 'partner' | 'therapist',
): readonly RuleHit[] {
  if (raw.length > 0) raw.length = 0
  language.automaton.match(tokens, sentence.from, sentence.to, raw)
  if (raw.length === 0) return NONE
  const { outputs, rules, guarded } = language
  const asks = (sentence.ends & mark.question) !== 0
  const found: RuleHit[] = []
  // Guards are looked for only where there is something to guard.
  let lookedForGuards = false
  for (const hit of raw) {
    const { rule: index } = outputs[hit.output] as Language['outputs'][number]
    if (found.some(earlier => earlier.rule === index)) continue
    const rule = rules[index] as Language['rules'][number]
    if (rule.speaker !== 'anyone' && rule.speaker !== role) continue
    if (rule.only !== null && (rule.only === 'question') !== asks) continue
    const from = rule.gives === 'signal' && guarded[index] === 0 ? -1 : hit.begin()
    if (guarded[index] === 1) {
      if (!lookedForGuards) {
        guards.length = 0
        language.guards.match(tokens, sentence.from, sentence.to, guards)
        lookedForGuards = true
      }
      if (!isAllowed(language, index, from, hit.to, rule.needs.length > 0)) continue
    }
    found.push({ rule: index, from, to: hit.to })
  }
  return found
}

function isAllowed(language: Language, rule: number, from: number, to: number, wanting: boolean): boolean {
  let met = !wanting
  for (const guard of guards) {
    const { rule: guarded, part } = language.outputs[guard.output] as Language['outputs'][number]
    if (guarded !== rule) continue
    if (part === 'unless') return false
    if (part === 'unlessBefore' && guard.to <= from && from - guard.to < NEAR) return false
    if (part === 'unlessAfter' && guard.to > to) {
      const begin = guard.begin()
      if (begin >= to && begin - to < NEAR) return false
    }
    if (part === 'needs') met = true
  }
  return met
}
