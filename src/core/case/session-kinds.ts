import * as z from 'zod/mini'
import { at, elementId, id, label, words } from './entry-fields.ts'

/**
 * What comes of a session: kinds of entry for the hour itself, for who consented to be heard, for a transcript, and for
 * what the therapist took from it into the case. All are written by the therapist.
 */

/** A name of a speaker, a service or a format, as a file or a person gave it. */
const shortText = z.string().check(z.maxLength(120))
/** Where a thing taken into the case was heard: a transcript, and the finding's own key in it. */
const source = z.nullable(z.object({ transcript: id, finding: z.string().check(z.maxLength(80)) }))
/** What everything taken from a session has: its own id, the person whose words they are (null: nobody's alone), the hour. */
const taken = { at, item: id, who: z.nullable(id), words, session: z.nullable(id), source }

export const adviceSteps = ['asked', 'offered', 'accepted', 'tried', 'refused'] as const
/** How far a piece of advice has come. */
export type AdviceStep = (typeof adviceSteps)[number]

export const sessionKinds = {
  /** An hour begins; its notes are the note with the same id. */
  'session-begun': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('session-begun'), at, session: id }),
  },
  'session-ended': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('session-ended'), at, session: id }),
  },
  /** A question of the plan was asked: of one person alone, or (null) of all together. */
  'question-asked': {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('question-asked'),
      at,
      question: z.string().check(z.maxLength(120)),
      who: z.nullable(id),
      asked: z.boolean(),
      session: z.nullable(id),
    }),
  },

  /** Consent of one person to be heard: a seat of the case, or somebody else by a label. The newest for a person counts. */
  'heard-consent': {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('heard-consent'),
      at,
      who: id,
      label,
      recording: z.boolean(),
      /** The transcription service by name; empty where none was used. */
      service: shortText,
      analysis: z.boolean(),
      supervision: z.boolean(),
      retention: z.enum(['until-accepted', 'as-law-requires']),
      how: z.enum(['aloud', 'written']),
      ofAge: z.literal(true),
    }),
  },
  'heard-consent-withdrawn': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('heard-consent-withdrawn'), at, who: id }),
  },

  /**
   * The head of a transcript: who is who, as settled by hand, and in how many parts its words follow. Whoever was heard
   * and is left out of the reading is named in `heard` alone: their words are not stored.
   */
  transcript: {
    by: 'therapist',
    in: ['notes'],
    body: z.object({
      kind: z.literal('transcript'),
      at,
      transcript: id,
      session: z.nullable(id),
      /** `notes`: typed by the therapist from memory, so nobody was recorded. */
      from: z.enum(['recording', 'notes']),
      format: shortText,
      service: shortText,
      speakers: z.array(
        z.object({ name: shortText, role: z.enum(['partner', 'therapist']), who: z.nullable(id) }),
      ),
      /** Whose consent it rests on. */
      heard: z.array(id),
      parts: z.number().check(z.int(), z.minimum(1), z.maximum(4096)),
    }),
  },
  /** A stretch of a transcript's words, in the form of `stored-transcript.ts`. */
  'transcript-part': {
    by: 'therapist',
    in: ['notes'],
    body: z.object({
      kind: z.literal('transcript-part'),
      at,
      transcript: id,
      part: z.number().check(z.int(), z.minimum(0), z.maximum(4095)),
      text: z.string().check(z.maxLength(60_000)),
    }),
  },
  /** The transcript stays although its findings are decided, with the reason. Not kept any more: false. */
  'transcript-kept': {
    by: 'therapist',
    in: ['notes'],
    body: z.object({ kind: z.literal('transcript-kept'), at, transcript: id, kept: z.boolean(), words }),
  },
  /** A finding was dismissed, or taken up again; nothing is kept of its words. */
  'finding-dismissed': {
    by: 'therapist',
    in: ['notes'],
    body: z.object({
      kind: z.literal('finding-dismissed'),
      at,
      transcript: id,
      finding: z.string().check(z.maxLength(80)),
      dismissed: z.boolean(),
    }),
  },
  /** What is left of an erased transcript: that there was one, and why it went. Its words are truly erased beside this. */
  'transcript-erased': {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('transcript-erased'),
      at,
      transcript: id,
      why: z.enum(['decided', 'withdrawn', 'asked']),
    }),
  },

  /** A finding accepted into the case: the therapist's words for it, and the quote. `risk` goes to `safety`, all else to `record`. */
  'finding-accepted': {
    by: 'therapist',
    in: ['record', 'safety'],
    body: z.object({
      kind: z.literal('finding-accepted'),
      ...taken,
      finding: z.string().check(z.maxLength(40)),
      element: z.nullable(elementId),
      sign: z.nullable(z.enum(['strong', 'weak'])),
      /** For `intimacy` alone: what the word stood for. */
      sense: z.nullable(z.string().check(z.maxLength(20))),
      quote: words,
    }),
  },
  /** A story or category in the person's words; `asked`: where it came from, what it costs, whether it is still true. */
  card: {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('card'),
      ...taken,
      of: z.enum(['story', 'category']),
      asked: words,
      rewritten: words,
    }),
  },
  /** A promise the therapist heard: never more than heard, until the partners confirm it with their own tools. */
  'promise-heard': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('promise-heard'), ...taken }),
  },
  /** One step in the life of a piece of advice; the steps of one `item` are its history. */
  advice: {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('advice'), ...taken, step: z.enum(adviceSteps), why: words }),
  },
  exercise: {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('exercise'), ...taken }),
  },
  /** A thing taken from a session is put away, or brought back. */
  'item-put-away': {
    by: 'therapist',
    in: ['record', 'safety'],
    body: z.object({ kind: z.literal('item-put-away'), at, item: id, away: z.boolean() }),
  },
} as const
