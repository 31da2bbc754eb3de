import { findBetweenTurns } from './between-turns.ts'
import { guessLanguage } from './guess-language.ts'
import { findIntimacy } from './intimacy.ts'
import type { LanguageBundle, ReadingLanguage } from './language-bundle.ts'
import { languageOf } from './open-language.ts'
import { readSession, toFinding } from './read-session.ts'
import type { Finding, Reading, Turn } from './reading.ts'
import { summarise } from './summarise.ts'
import { readTherapistTurns } from './therapist-turns.ts'

/**
 * Reads a session: what its words do, turn by turn. Pure and deterministic; linear in the words; nothing leaves the caller.
 *
 * How it goes, and where to plug in:
 * 1. `readSession` cuts the turns into words (`tokens.ts`; a word is a number of the vocabulary) and sentences, walks the automaton of all rules
 *    once over each sentence (`rule-automaton.ts`, guards in `rule-hits.ts`), and scores partners' sentences with the model `kinds-en` (`linear-model.ts`,
 *    features in `sentence-features.ts`). What a kind takes from rules and what from the model is data: `by` and `threshold` of `model/language/<kind>/kind.yaml`.
 * 2. `findIntimacy` gives every form of "intimate" its sense.
 * 3. `readTherapistTurns` and `findBetweenTurns` work on the read session: turns, their sentences, the rules that hit and the kinds found.
 * 4. Risk stands first, and near it nothing is suggested.
 *
 * A new rule is one file, `model/language/<kind>/<rule id>.yaml`, with its examples to flag and to pass (at least five each), which are its tests; a list
 * of words that rules name as `@list` is `model/language/words/<list>.yaml`. The language of patterns is at `parsePattern` in `pattern.ts`; what a rule may say is
 * `LanguageRule` in `language-bundle.ts`. A rule with `gives: signal` makes no finding: its hit is the feature `#<rule id>` of the model.
 * A model is `model/language/weights/<id>.json` (`ModelWeights`) with its card `<id>.md`; `scripts/train-language/` writes it.
 */
export function readTurns(
  turns: readonly Turn[],
  bundle: LanguageBundle,
  options: { language?: ReadingLanguage } = {},
): Reading {
  const language = languageOf(bundle, options.language ?? guessLanguage(turns))
  const session = readSession(turns, language)
  const findings: Finding[] = []
  for (const turn of session.turns)
    for (const sentence of turn.sentences)
      for (const found of sentence.found) findings.push(toFinding(session, turn, sentence, found))
  const intimacy = findIntimacy(session)
  for (const finding of intimacy) findings.push(finding)
  for (const finding of findBetweenTurns(session)) findings.push(finding)
  const therapist = readTherapistTurns(session, intimacy)
  for (const finding of therapist.findings) findings.push(finding)
  const ordered = putRiskFirst(findings)
  return { turns: therapist.turns, findings: ordered, summary: summarise(session, therapist.turns, ordered) }
}

/** How many turns before and after a risk nothing is suggested. */
const NEAR = 1

/** Risk first, the others in order of place; where a risk stands near, gentle words are not offered. */
function putRiskFirst(findings: readonly Finding[]): Finding[] {
  const risky = new Set<number>()
  for (const { kind, turn } of findings)
    if (kind === 'risk') for (let near = turn - NEAR; near <= turn + NEAR; near++) risky.add(near)
  const held =
    risky.size === 0
      ? [...findings]
      : findings.map(finding => (risky.has(finding.turn) ? { ...finding, sayInstead: null } : finding))
  const first = (finding: Finding) => (finding.kind === 'risk' ? 0 : 1)
  return held.sort((a, b) => first(a) - first(b) || a.turn - b.turn || a.start - b.start || a.end - b.end)
}
