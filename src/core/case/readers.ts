import type { JournalKind } from './entry-kind.ts'

/** Someone who can open a journal. `grantee` is a colleague whom the therapist grants it. */
export type Reader = 'you' | 'therapist' | 'partners' | 'grantee'

/**
 * Who can open each kind of journal, as seen by the partner whose journal it is. This one constant decides who gets
 * the keys, and is what a partner is told before answering.
 */
export const readersOf: Record<JournalKind, readonly Reader[]> = {
  record: ['therapist', 'grantee'],
  notes: ['therapist'],
  safety: ['therapist', 'grantee'],
  private: ['you', 'therapist'],
  own: ['you'],
  shared: ['you', 'partners', 'therapist'],
}
