import type { ElementId, Text } from '../../core/model/schema.ts'

/** Whom a question is about; a null label is someone the case has no name for. */
export type Subject =
  | { of: 'meaning' }
  | { of: 'self' }
  | { of: 'other'; label: string | null }
  | { of: 'us'; labels: (string | null)[] }

/** One question of the intake as one person is asked it. `key` is the item id its answer is kept under. */
export type IntakeStep =
  | { kind: 'choice'; key: 'meaning'; about: Subject }
  | { kind: 'words'; key: 'meaning.words'; about: Subject }
  | { kind: 'scale'; key: string; text: Text; section: 'climate' | ElementId; about: Subject }
