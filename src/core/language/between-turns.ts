import type { Finding } from './reading.ts'
import type { ReadSession } from './read-session.ts'

/** Kinds that stand between turns: dodge, pursue-withdraw, escalation, repair, fear received or missed. */
export function findBetweenTurns(_session: ReadSession): Finding[] {
  return []
}
