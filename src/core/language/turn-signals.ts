import type { Language } from './open-language.ts'
import type { ReadSentence, ReadSession, ReadTurn } from './read-session.ts'
import type { FindingKind } from './reading.ts'

/** What certain words signal, by the rules (in both languages) that find them: bits. */
export const signal = {
  criticism: 1,
  shift: 2,
  counter: 4,
  answered: 8,
  press: 16,
  back: 32,
  heat: 64,
  offer: 128,
  quarrel: 256,
  fear: 512,
  takenIn: 1024,
  pushedOff: 2048,
  asksAgain: 4096,
  noQuestion: 8192,
  sexual: 16384,
  need: 32768,
  foundation: 65536,
} as const

const byRule: Readonly<Record<string, number>> = {
  'dodge-criticism': signal.criticism,
  'esquive-reproche': signal.criticism,
  'dodge-shift': signal.shift,
  'esquive-detour': signal.shift,
  'dodge-counter': signal.counter,
  'esquive-riposte': signal.counter,
  'reply-takes-in': signal.answered,
  'reponse-accueille': signal.answered,
  'pursue-press': signal.press,
  'poursuite-insiste': signal.press,
  'withdraw-back': signal.back,
  'retrait-recul': signal.back,
  'heat-words': signal.heat,
  'paroles-vives': signal.heat,
  'repair-offer': signal.offer,
  'reparation-geste': signal.offer,
  'quarrel-said': signal.quarrel,
  'dispute-en-cours': signal.quarrel,
  'fear-said': signal.fear,
  'peur-dite': signal.fear,
  'fear-taken-in': signal.takenIn,
  'peur-accueillie': signal.takenIn,
  'fear-pushed-off': signal.pushedOff,
  'peur-repoussee': signal.pushedOff,
  'asks-again': signal.asksAgain,
  'demande-encore': signal.asksAgain,
  'no-real-question': signal.noQuestion,
  'sexual-detail': signal.sexual,
  'sujet-sexuel': signal.sexual,
  'sexual-need': signal.need,
  'besoin-sexuel': signal.need,
  'foundation-talk': signal.foundation,
  'parler-des-fondements': signal.foundation,
}

/** What kinds found in a sentence say as well. A fear must be said by its own rule: a model takes a fear of spiders for one. */
const byKind: Readonly<Partial<Record<FindingKind, number>>> = {
  blame: signal.criticism,
  broken: signal.criticism,
  contempt: signal.heat,
  withdraw: signal.back,
}

const known = new WeakMap<Language, Int32Array>()

const bitsByRule = (language: Language): Int32Array => {
  let bits = known.get(language)
  if (!bits) {
    bits = Int32Array.from(language.rules, rule => byRule[rule.id] ?? 0)
    known.set(language, bits)
  }
  return bits
}

/** The signals in one sentence. */
export function signalsOfSentence(language: Language, sentence: ReadSentence): number {
  const { hits, found } = sentence
  if (hits.length === 0 && found.length === 0) return 0
  const bits = bitsByRule(language)
  let all = 0
  for (const { rule } of hits) all |= bits[rule] as number
  for (const { kind } of found) all |= byKind[kind.id] ?? 0
  return all
}

/** The signals in each turn, in order. */
export const signalsOfTurns = (session: ReadSession): Int32Array =>
  Int32Array.from(session.turns, turn => signalsOfTurn(session.language, turn))

const signalsOfTurn = (language: Language, turn: ReadTurn): number =>
  turn.sentences.reduce((all, sentence) => all | signalsOfSentence(language, sentence), 0)
