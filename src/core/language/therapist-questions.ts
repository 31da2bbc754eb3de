import type { ReadSentence, ReadSession, ReadTurn } from './read-session.ts'
import { mark } from './tokens.ts'
import { turnNumbersOf } from './turn-numbers.ts'
import { signal, signalsOfSentence } from './turn-signals.ts'

/** Fewer words than this are a nod (`okay?`) or a name, no question of their own. */
const LEAST = 2

/** The sentence of a turn that asks a second thing before the first is answered; null where one thing, or nothing, is asked. */
export function secondQuestion(session: ReadSession, turn: ReadTurn): ReadSentence | null {
  let asked = 0
  for (const sentence of turn.sentences) {
    if (!asks(session, sentence)) continue
    asked++
    const signals = signalsOfSentence(session.language, sentence)
    if (asked >= 2 || signals & signal.asksAgain) return sentence
  }
  return null
}

/** Whether a sentence asks: it ends with a question mark, or begins as questions do. */
export function asks(session: ReadSession, sentence: ReadSentence): boolean {
  const { ids } = session.tokens
  const { is } = turnNumbersOf(session.language)
  let from = sentence.from
  while (from < sentence.to && (is.filler[ids[from] as number] || is.lead[ids[from] as number])) from++
  if (sentence.to - from < LEAST) return false
  if (signalsOfSentence(session.language, sentence) & signal.noQuestion && sentence.to - from < 6)
    return false
  if (sentence.ends & mark.question) return true
  const first = ids[from] as number
  const second = ids[from + 1] as number
  if (sentence.ends & mark.stop) return false
  return Boolean(is.question[first] || (is.auxiliary[first] && is.pronoun[second]))
}
