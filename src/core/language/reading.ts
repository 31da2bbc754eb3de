import type { ElementId } from '../model/schema.ts'

/** One person's uninterrupted words. `text` is what was said; offsets of findings are UTF-16 places in it. */
export interface Turn {
  speaker: string
  role: 'partner' | 'therapist'
  text: string
}

/** What "intimate" or "intimacy" stands for where it is said. Only `sex` offers the plain word. */
export type IntimacySense = 'sex' | 'closeness' | 'affection' | 'contrast' | 'other' | 'unclear'

/** Kinds found in the words of one sentence. */
export const sentenceKinds = [
  'risk',
  'intimacy',
  'story',
  'category',
  'absolute',
  'mind',
  'blame',
  'contempt',
  'withdraw',
  'demand',
  'request',
  'hint',
  'apology-full',
  'apology-thin',
  'promise',
  'broken',
  'conduct',
  'owning',
  'valuing',
  'understood',
  'fear',
  'accepts',
  'grudge',
] as const
/** Kinds found between turns. */
export const turnKinds = [
  'dodge',
  'pursue-withdraw',
  'escalation',
  'repair',
  'fear-received',
  'fear-missed',
] as const
/** Kinds found in the therapist's own turns. */
export const therapistKinds = [
  'side-taking',
  'two-questions',
  'sex-before-foundations',
  'intimacy-for-sex',
] as const

export type FindingKind =
  | (typeof sentenceKinds)[number]
  | (typeof turnKinds)[number]
  | (typeof therapistKinds)[number]

/** What certain words do, where they stand and why it was said so. Never a verdict on a person. */
export interface Finding {
  kind: FindingKind
  /** The element of intimacy that it bears on; null where it bears on none or on all. */
  element: ElementId | null
  /** Whether it speaks of the element as strong or weak; null where it tells neither. */
  sign: 'strong' | 'weak' | null
  /** Index of the turn, from 0. */
  turn: number
  /** UTF-16 offsets in the turn's text; `quote` is the text between them. */
  start: number
  end: number
  quote: string
  /** 0 to 1: how often such a finding was right on the text it was measured with. */
  confidence: number
  /** Id of the rule, or of the model, that found it. */
  rule: string
  /** Why, in plain words, in the language of the reading. */
  reason: string
  /** A gentle thing to say next; null where none is offered, as everywhere near a `risk`. */
  sayInstead: string | null
  /** For `intimacy` alone. */
  sense?: IntimacySense
}

/** What one turn of the therapist does; absent for partners' turns. */
export interface TurnReading {
  move?: 'question' | 'reflection' | 'input' | 'other'
  /** Only where the turn asks something. */
  question?: 'open' | 'closed'
}

export interface ReadingSummary {
  /** Each speaker's share of the words, 0 to 1, by the name in the transcript. */
  talk: Record<string, number>
  therapist: {
    /** Turns that ask, those of them that are open, turns that reflect, turns that inform or advise. */
    questions: number
    open: number
    reflections: number
    input: number
    /** How often the therapist asked for sexual detail before the foundations, unasked by a client. */
    sexBeforeFoundations: number
  }
  byKind: Partial<Record<FindingKind, number>>
}

/** What the words of a session do, turn by turn. `risk` findings stand first, the others in order of place. */
export interface Reading {
  turns: TurnReading[]
  findings: Finding[]
  summary: ReadingSummary
}
