import type { Finding } from './reading.ts'
import type { ReadSession } from './read-session.ts'

/** A finding for every form of "intimate" and "intimacy", with its sense. */
export function findIntimacy(_session: ReadSession): Finding[] {
  return []
}
