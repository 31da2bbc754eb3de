import type { ReadSentence, ReadSession, ReadTurn } from './read-session.ts'
import { asks } from './therapist-questions.ts'
import { turnNumbersOf } from './turn-numbers.ts'
import { signal, signalsOfSentence } from './turn-signals.ts'

/** In how many turns the foundations are spoken of before they count as talked about. A choice of ours. */
const ENOUGH = 4

/** What has been spoken of so far in the session. */
export interface SpokenOf {
  /** Turns in which one of the foundations was spoken of. */
  foundations: number
  /** A partner has spoken of sex: from then on the therapist answers, and is never at fault. */
  sexByPartner: boolean
  /** Takes note of a turn. */
  hear(session: ReadSession, turn: ReadTurn): void
}

/** Nothing has been spoken of yet. */
export const nothingSpokenOf = (): SpokenOf => ({
  foundations: 0,
  sexByPartner: false,
  hear(session, turn) {
    let all = 0
    for (const sentence of turn.sentences) {
      all |= signalsOfSentence(session.language, sentence)
      if (
        turn.turn.role === 'partner' &&
        sentence.found.some(({ kind, sense }) => kind.id === 'intimacy' && sense === 'sex')
      )
        this.sexByPartner = true
    }
    if (all & signal.foundation) this.foundations++
    if (all & signal.sexual && turn.turn.role === 'partner') this.sexByPartner = true
  },
})

/**
 * The sentence in which the therapist asks for sexual detail before the foundations were talked about. Never where a partner raised sex, nor for pain, fear,
 * force or a medical need, wherever in the turn these are named (clinical model, section 3).
 */
export function sexBeforeFoundations(
  session: ReadSession,
  turn: ReadTurn,
  spoken: SpokenOf,
): ReadSentence | null {
  if (spoken.sexByPartner || spoken.foundations >= ENOUGH) return null
  let found: ReadSentence | null = null
  for (const sentence of turn.sentences) {
    const signals = signalsOfSentence(session.language, sentence)
    if (signals & signal.need) return null
    if (!found && signals & signal.sexual && (asks(session, sentence) || tells(session, sentence)))
      found = sentence
  }
  return found
}

/** `Tell me about`: asking without a question mark. */
const tells = (session: ReadSession, sentence: ReadSentence): boolean => {
  const { is } = turnNumbersOf(session.language)
  for (let i = sentence.from; i < Math.min(sentence.to, sentence.from + 4); i++)
    if (is.tell[session.tokens.ids[i] as number]) return true
  return false
}
