import type { Move } from './moves.ts'
import type { ReadSession } from './read-session.ts'
import type { Sentence } from './sentences.ts'
import { mark } from './tokens.ts'
import type { TurnFacts } from './turn-facts.ts'
import { turnNumbersOf } from './turn-numbers.ts'

/** From this many words on, a turn that neither asks nor says the other's words again is taken for information or advice. */
const LONG = 14
/** From this share on, a turn is taken to say the other's words again. */
const MUCH_SHARED = 0.5

/** What a therapist's turn does, by a few rules: the stand-in where no model of moves is built in. */
export function moveByRule(
  session: ReadSession,
  facts: readonly TurnFacts[],
  index: number,
): { move: Move; asks: boolean } {
  const own = facts[index] as TurnFacts
  if (own.core >= own.words.length) return { move: 'other', asks: false }
  const last = own.telling.at(-1)
  const asks = own.asks > 0 || (last !== undefined && beginsAsking(session, last))
  if (asks) return { move: 'question', asks }
  const { is, you } = turnNumbersOf(session.language)
  const first = own.telling[0]
  const opening = first ? wordsFrom(session, first, 3) : []
  const mirrors = opening.some(word => is.sounding[word]) || (you[opening[0] ?? 0] ?? 0) > 0
  const shares = own.matter > 1 && own.shared / own.matter >= MUCH_SHARED
  if (mirrors || shares) return { move: 'reflection', asks }
  return { move: own.words.length >= LONG ? 'input' : 'other', asks }
}

/** Open where the last thing asked begins with a question word that wants more than an amount, or with `tell me`; else closed. */
export function questionByRule(session: ReadSession, index: number): 'open' | 'closed' {
  const sentences = session.turns[index]?.sentences ?? []
  const asked = sentences.filter(sentence => sentence.ends & mark.question).at(-1) ?? sentences.at(-1)
  if (!asked) return 'closed'
  const { is, me } = turnNumbersOf(session.language)
  const { ids } = session.tokens
  for (let i = asked.from; i < asked.to; i++) {
    const word = ids[i] as number
    if (is.tell[word] && (i === asked.from || me[ids[i + 1] ?? 0])) return 'open'
    if (is.question[word]) return i + 1 < asked.to && is.amount[ids[i + 1] as number] ? 'closed' : 'open'
  }
  return 'closed'
}

function beginsAsking(session: ReadSession, sentence: Sentence): boolean {
  const { is } = turnNumbersOf(session.language)
  const [a = 0, b = 0] = wordsFrom(session, sentence, 2)
  return Boolean(is.question[a] || is.tell[a] || (is.auxiliary[a] && is.pronoun[b]))
}

/** The first words of a sentence, after `okay, so`. */
function wordsFrom(session: ReadSession, sentence: Sentence, most: number): number[] {
  const { is } = turnNumbersOf(session.language)
  const { ids } = session.tokens
  let from = sentence.from
  while (from < sentence.to && (is.filler[ids[from] as number] || is.lead[ids[from] as number])) from++
  return Array.from(ids.subarray(from, Math.min(sentence.to, from + most)))
}
