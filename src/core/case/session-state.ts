import type { ElementId } from '../model/schema.ts'
import type { EntryBody } from './entry-kind.ts'
import type { AdviceStep } from './session-kinds.ts'

/** One hour with somebody of the case. */
export interface SessionState {
  session: string
  begunAt: string
  /** null while it goes on. */
  endedAt: string | null
}

/** What one person consented to, of being heard. */
export interface HeardState {
  who: string
  label: string
  consent: EntryBody<'heard-consent'>
  /** Set where the consent was withdrawn after it was given. */
  withdrawnAt: string | null
}

/** A transcript that has not been erased. */
export interface TranscriptState {
  head: EntryBody<'transcript'>
  /** Its stored text, whole; null while a part of it is missing on this device. */
  text: string | null
  /** Why it is kept although it could go, or null. */
  kept: string | null
  /** Keys of the findings that were dismissed. */
  dismissed: string[]
}

/** What every thing taken from a session has. */
export interface TakenItem {
  item: string
  at: string
  who: string | null
  words: string
  session: string | null
  source: { transcript: string; finding: string } | null
}
export interface Card extends TakenItem {
  of: 'story' | 'category'
  asked: string
  rewritten: string
}
export interface Advice extends TakenItem {
  /** Oldest first. */
  steps: { at: string; step: AdviceStep; why: string }[]
}
export interface AcceptedFinding extends TakenItem {
  finding: string
  element: ElementId | null
  sign: 'strong' | 'weak' | null
  sense: string | null
  quote: string
}

/** What came of the sessions of a case, as far as the viewer can open it. */
export interface SessionsState {
  /** In the order they were begun in. */
  sessions: SessionState[]
  /** Questions of the plan that were asked: of whom alone, or `together`. */
  asked: Record<string, { together: boolean; seats: string[] }>
  heard: HeardState[]
  transcripts: TranscriptState[]
  /** What was taken into the case and is not put away, in the order it was first written. */
  cards: Card[]
  promises: TakenItem[]
  advice: Advice[]
  exercises: TakenItem[]
  findings: AcceptedFinding[]
  /** Keys of findings that were accepted, by transcript: `transcript finding`. */
  accepted: string[]
}
