import type { ElementId } from '../model/schema.ts'
import type { AnswerValue, EntryBody, JournalKind, Person, Setting } from './entry-kind.ts'
import type { SessionsState } from './session-state.ts'

/** One opened and verified entry, ready to fold; entries of one journal come in their order of cause. */
export interface OpenedEntry {
  journal: JournalKind
  /** The seat whose `private` or `own` journal it is; null for the others. */
  of: string | null
  /** `therapist`, or the seat that wrote it. */
  by: string
  /** base64url */
  hash: string
  body: EntryBody
}

/** One person's answers to the intake: the newest value for each item id. An item not asked yet is not a key. */
export type Answers = Record<string, AnswerValue>

/** How far one person's answer sheet is, and what it holds if the viewer may read it. */
export interface SheetState {
  seat: string
  /** Hash of the newest setting in this person's own journal: a consent that cites another was given for an earlier one. */
  settingHash: string | null
  /** null before it was given. */
  consent: EntryBody<'consent'> | null
  answers: Answers
  /** The writer's clock at each answer, by item id. */
  answeredAt: Record<string, string>
  /** The writer's clock at the first and newest answer, for showing. */
  firstAt: string | null
  newestAt: string | null
  finishedAt: string | null
  paused: boolean
  left: boolean
  /** null: given remotely, not confirmed. */
  confirmed: EntryBody<'sheet-confirmed'> | null
  metAlone: boolean
}

/** A safety drop as the therapist sees it. */
export interface SafetyState {
  seat: string
  /** Hash of the entry the drop came in. */
  drop: string
  at: string
  /** The box as it came, for the therapist's device to open; empty for a reader who was granted `safety` alone. */
  box: string
  /** null until the therapist's device has moved it into `safety`. */
  answers: Record<string, string | null> | null
  /** False until the therapist has looked at it: then it stands at the head of the sign-in. */
  opened: boolean
}

export interface Note {
  note: string
  at: string
  words: string
}

/** A case as one viewer can know it: what `foldCase` makes of the entries that the viewer can open. */
export interface CaseState extends SessionsState {
  name: string
  /** null until the setting entry has been read. */
  setting: Setting | null
  /** Hash of the entry that `setting` came from. */
  settingHash: string | null
  people: Person[]
  archived: boolean
  sheets: Record<string, SheetState>
  safety: SafetyState[]
  /** Whether the therapist has opened what the couple see together. */
  jointOpen: boolean
  releases: Record<string, EntryBody<'release'>>
  sexualMap: { open: boolean; words: string }
  /** The therapist's own order, or null for the recommended one. */
  order: ElementId[] | null
  leftOutOfRoom: ElementId[]
  kept: EntryBody<'blueprint-kept'>[]
  notes: Note[]
  ownNotes: Note[]
}
