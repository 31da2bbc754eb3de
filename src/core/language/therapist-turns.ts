import { readMoves } from './moves.ts'
import { type ReadSentence, type ReadSession, type ReadTurn, toFinding } from './read-session.ts'
import type { Finding, TurnReading } from './reading.ts'
import { nothingSpokenOf, sexBeforeFoundations } from './therapist-sex.ts'
import { secondQuestion } from './therapist-questions.ts'

/**
 * What each turn of the therapist does, and findings in them. Partners' turns get an empty reading. Side-taking, and the plainer cases of "intimacy" for
 * sex, are found by their rules while sentences are read; here comes what needs more than a sentence.
 * @param intimacy findings of kind `intimacy`, whose sense tells where the therapist meant sex
 */
export function readTherapistTurns(
  session: ReadSession,
  intimacy: readonly Finding[] = [],
): { turns: TurnReading[]; findings: Finding[] } {
  const findings: Finding[] = []
  const talk = nothingSpokenOf()
  const sexual = new Set(intimacy.filter(({ sense }) => sense === 'sex').map(({ turn }) => turn))
  for (const turn of session.turns) {
    if (turn.turn.role === 'therapist') {
      const second = secondQuestion(session, turn)
      if (second) findings.push(...at(session, turn, second, 'two-questions'))
      const early = sexBeforeFoundations(session, turn, talk)
      if (early) findings.push(...at(session, turn, early, 'sex-before-foundations'))
      if (sexual.has(turn.index) && !alreadySaid(turn))
        findings.push(...asIntimacyForSex(session, turn, intimacy))
    }
    talk.hear(session, turn)
  }
  return { turns: readMoves(session), findings }
}

const alreadySaid = (turn: ReadTurn): boolean =>
  turn.sentences.some(({ found }) => found.some(({ kind }) => kind.id === 'intimacy-for-sex'))

function at(
  session: ReadSession,
  turn: ReadTurn,
  sentence: ReadSentence,
  id: 'two-questions' | 'sex-before-foundations' | 'intimacy-for-sex',
): Finding[] {
  const kind = session.language.kinds.get(id)
  if (!kind) return []
  const { from, to } = sentence
  const finding = toFinding(session, turn, sentence, {
    kind,
    rule: null,
    confidence: kind.confidence,
    from,
    to,
  })
  return [{ ...finding, rule: `therapist-${id}` }]
}

function asIntimacyForSex(session: ReadSession, turn: ReadTurn, intimacy: readonly Finding[]): Finding[] {
  const mention = intimacy.find(one => one.turn === turn.index && one.sense === 'sex')
  const sentence = turn.sentences.find(one => mention && one.start <= mention.start && mention.end <= one.end)
  return sentence
    ? at(session, turn, sentence, 'intimacy-for-sex').map(one => ({
        ...one,
        confidence: mention?.confidence ?? one.confidence,
      }))
    : []
}
