import type { JournalKind } from '../../core/case/entry-kind.ts'
import { type Reader, readersOf } from '../../core/case/readers.ts'

/** How each reader is called in one language. `partners` is one name each; with none, that reader falls away. */
export interface ReaderNames {
  you: string
  therapist: string
  partners: string[]
  grantee: string
}

/** The people who can read a journal, by name, in the constant's order: what is said beside every question. */
export const nameReaders = (journal: JournalKind, names: ReaderNames): string[] =>
  readersOf[journal].flatMap((reader: Reader) => names[reader])
