import { invariant } from '../model/invariant.ts'
import {
  addIntimacyFeatures,
  type IntimacyNumbers,
  intimacyNumbers,
  type Surroundings,
} from './intimacy-features.ts'
import type { LanguageKind, LanguageRule } from './language-bundle.ts'
import type { LinearModel } from './linear-model.ts'
import type { Language } from './open-language.ts'
import type { ReadSentence, ReadSession, ReadTurn } from './read-session.ts'
import type { Finding, IntimacySense } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** How many sentences to each side bear on what a mention means. */
const AROUND = 2

/** The sentences around one, the nearest first. */
export const surroundingsOf = (sentences: readonly Sentence[], number: number): Surroundings => ({
  before: sentences.slice(Math.max(0, number - AROUND), number).reverse(),
  after: sentences.slice(number + 1, number + 1 + AROUND),
})

/** What a mention stands for, how sure that is, and who says so. */
interface Sense {
  sense: IntimacySense
  confidence: number
  rule: string
  byRule: LanguageRule | null
}

/** What senses are told with, found once for each language. */
interface SenseReader {
  kind: LanguageKind
  model: LinearModel | undefined
  numbers: IntimacyNumbers
  /** 1 for each word (by number) that is a form of "intimate"; 2 for a form of "intimidate". */
  forms: Uint8Array
}

const readers = new WeakMap<Language, SenseReader | null>()

function senseReaderOf(language: Language): SenseReader | null {
  let reader = readers.get(language)
  if (reader === undefined) {
    const kind = language.kinds.get('intimacy')
    const forms = language.inList(language.language === 'fr' ? 'forme-intime' : 'intimate-form')
    for (const [word, is] of language.inList('intimidate-form').entries()) if (is === 1) forms[word] = 2
    reader = kind
      ? {
          kind,
          model: language.models.get(`intimacy-${language.language}`),
          numbers: intimacyNumbers(language),
          forms,
        }
      : null
    readers.set(language, reader)
  }
  return reader
}

/**
 * A finding for every form of "intimate" and "intimacy", with its sense: a rule's where one decides, the model's otherwise. `sex` is said
 * where its confidence reaches the kind's threshold, else the likeliest of the other senses. Without a model, and where no rule
 * decides, the sense is `unclear`.
 */
export function findIntimacy(session: ReadSession): Finding[] {
  const { language, tokens } = session
  const reader = senseReaderOf(language)
  if (!reader) return []
  const findings: Finding[] = []
  const { ids } = tokens
  // Most sessions hold no mention: a look over the words, and nothing more.
  let first = 0
  while (first < tokens.count && reader.forms[ids[first] as number] === 0) first++
  if (first === tokens.count) return findings
  for (const turn of session.turns)
    for (const [number, sentence] of turn.sentences.entries())
      for (let at = sentence.from; at < sentence.to; at++) {
        const form = reader.forms[ids[at] as number]
        if (form === 0) continue
        const sense =
          form === 2
            ? { sense: 'other' as const, confidence: 1, rule: 'intimidate-form', byRule: null }
            : (senseByRule(language, sentence, at) ?? senseByModel(reader, session, turn, number, at))
        findings.push(asFinding(session, reader.kind, turn, at, sense))
      }
  return findings
}

function senseByRule(language: Language, sentence: ReadSentence, at: number): Sense | undefined {
  for (const hit of sentence.hits) {
    const rule = language.rules[hit.rule] as LanguageRule
    if (rule.kind !== 'intimacy' || rule.sense === null || rule.gives !== 'finding') continue
    if (hit.from <= at && at < hit.to)
      return {
        sense: rule.sense,
        confidence: rule.confidence ?? language.kinds.get('intimacy')?.confidence ?? 0,
        rule: rule.id,
        byRule: rule,
      }
  }
  return undefined
}

function senseByModel(
  reader: SenseReader,
  session: ReadSession,
  turn: ReadTurn,
  number: number,
  at: number,
): Sense {
  const { model, kind, numbers } = reader
  if (!model) return { sense: 'unclear', confidence: 0, rule: 'intimacy', byRule: null }
  const sentence = turn.sentences[number] as ReadSentence
  model.begin()
  addIntimacyFeatures(model, session.tokens, at, sentence, surroundingsOf(turn.sentences, number), numbers)
  let found = -1
  let confidence = 0
  for (const [output, sense] of model.outputs.entries()) {
    const sure = model.confidence(output)
    if (sense === 'sex') {
      if (sure < kind.threshold) continue
      found = output
      confidence = sure
      break
    }
    if (sure <= confidence) continue
    found = output
    confidence = sure
  }
  invariant(found >= 0, 'the model of "intimate" has no outputs')
  return { sense: model.outputs[found] as IntimacySense, confidence, rule: model.id, byRule: null }
}

function asFinding(
  session: ReadSession,
  kind: LanguageKind,
  turn: ReadTurn,
  at: number,
  found: Sense,
): Finding {
  const { tokens, language } = session
  const start = tokens.starts[at] as number
  const end = tokens.ends[at] as number
  const said = found.byRule ?? kind.senses?.[found.sense] ?? kind
  return {
    kind: 'intimacy',
    element: kind.element,
    sign: kind.sign,
    turn: turn.index,
    start,
    end,
    quote: turn.turn.text.slice(start, end),
    confidence: found.confidence,
    rule: found.rule,
    reason: said.reason[language.language],
    // Only where sex is meant is there a plainer word to offer.
    sayInstead: found.sense === 'sex' ? (said.sayInstead?.[language.language] ?? null) : null,
    sense: found.sense,
  }
}
