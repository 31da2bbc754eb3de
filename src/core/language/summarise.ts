import type { ReadSession } from './read-session.ts'
import type { Finding, Reading, TurnReading } from './reading.ts'

/** Shares of talk, the therapist's turns by what they do, and findings by kind. */
export function summarise(
  session: ReadSession,
  turns: readonly TurnReading[],
  findings: readonly Finding[],
): Reading['summary'] {
  const words = new Map<string, number>()
  let all = 0
  for (const { turn, from, to } of session.turns) {
    words.set(turn.speaker, (words.get(turn.speaker) ?? 0) + to - from)
    all += to - from
  }
  const count = (holds: (turn: TurnReading) => boolean) =>
    turns.reduce((sum, turn) => sum + (holds(turn) ? 1 : 0), 0)
  const byKind: Reading['summary']['byKind'] = {}
  for (const { kind } of findings) byKind[kind] = (byKind[kind] ?? 0) + 1
  return {
    talk: Object.fromEntries([...words].map(([speaker, count]) => [speaker, all > 0 ? count / all : 0])),
    therapist: {
      questions: count(turn => turn.move === 'question'),
      open: count(turn => turn.move === 'question' && turn.question === 'open'),
      reflections: count(turn => turn.move === 'reflection'),
      input: count(turn => turn.move === 'input'),
      sexBeforeFoundations: byKind['sex-before-foundations'] ?? 0,
    },
    byKind,
  }
}
