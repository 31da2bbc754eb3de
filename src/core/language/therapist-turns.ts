import type { Finding, TurnReading } from './reading.ts'
import { readMoves } from './moves.ts'
import type { ReadSession } from './read-session.ts'

/** What each turn of the therapist does, and findings in them. Partners' turns get an empty reading. */
export function readTherapistTurns(session: ReadSession): { turns: TurnReading[]; findings: Finding[] } {
  return { turns: readMoves(session), findings: [] }
}
