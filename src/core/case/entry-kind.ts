import * as z from 'zod/mini'
import { at, elementId, hash, id, label, words } from './entry-fields.ts'
import { sessionKinds } from './session-kinds.ts'

/**
 * What a person can put into a case: every kind of entry, the journal it belongs in and who may write it. One entry is
 * one act; a correction is a new entry. A body that fits no kind is kept and passed over, so that an older device
 * never loses what a newer one wrote.
 */

const key = z.nullable(hash)

/** A person of the case as the case calls them; the label is a pseudonym. */
export const PersonSchema = z.object({ seat: id, label })
export type Person = z.infer<typeof PersonSchema>

/** What is settled before any link: who takes part, how secrets are treated, and where the therapist practises. */
export const SettingSchema = z.object({
  people: z.array(PersonSchema),
  policy: z.enum(['none-kept', 'discretion', 'kept']),
  jurisdiction: z.string(),
  /** How the therapist is called on partners' pages. */
  therapist: label,
  instrument: z.literal('intake@1'),
})
export type Setting = z.infer<typeof SettingSchema>

/** The value of one answer: 1 to 5 on the scale, a choice's id or own words, or null for "left out on purpose". */
export const AnswerValueSchema = z.nullable(
  z.union([z.number().check(z.int(), z.minimum(1), z.maximum(5)), words]),
)
export type AnswerValue = z.infer<typeof AnswerValueSchema>

/**
 * A place on one element, 0 to 100, as a person chose to show it: the place alone, as how they see the other is not what
 * they were asked to show. null: not enough answers.
 */
const place = z.nullable(z.number().check(z.minimum(0), z.maximum(100)))

export const entryKinds = {
  /** Who the journal's members are; written by the therapist (in `own`, by the seat). */
  roster: {
    by: 'therapist',
    in: ['record', 'notes', 'safety', 'private', 'shared'],
    body: z.object({
      kind: z.literal('roster'),
      at,
      members: z.array(z.object({ member: z.string(), master: key })),
      revoked: z.array(hash),
    }),
  },
  'own-roster': {
    by: 'seat',
    in: ['own'],
    body: z.object({ kind: z.literal('own-roster'), at, master: hash }),
  },

  /** The key of a later epoch of `shared`, told to one seat alone: whoever it is not told to opens nothing newer. */
  'journal-key': {
    by: 'therapist',
    in: ['private'],
    body: z.object({
      kind: z.literal('journal-key'),
      at,
      journal: id,
      epoch: z.number().check(z.int(), z.minimum(2)),
      key: hash,
    }),
  },

  'case-named': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('case-named'), at, name: label }),
  },
  'case-archived': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('case-archived'), at, archived: z.boolean() }),
  },
  /** The first thing in each `private` journal and in `record`; the welcome and the consent cite its hash. */
  setting: {
    by: 'therapist',
    in: ['record', 'private'],
    body: z.object({ kind: z.literal('setting'), at, setting: SettingSchema }),
  },
  /** The therapist met this person alone, before any feedback. */
  'met-alone': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('met-alone'), at, seat: id, met: z.boolean() }),
  },
  /** Who answered and who was nearby, helping or translating; until it stands, pages say "given remotely, not confirmed". */
  'sheet-confirmed': {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('sheet-confirmed'),
      at,
      seat: id,
      circumstances: z.enum(['alone', 'someone-nearby', 'helped', 'translated']),
      words,
    }),
  },
  'sexual-map-opened': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('sexual-map-opened'), at, open: z.boolean(), words }),
  },
  /** The therapist's own order of elements; it always wins over the recommended one. Empty: back to the recommended one. */
  'order-chosen': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('order-chosen'), at, elements: z.array(elementId) }),
  },
  /** What the therapist leaves out of the room view; it looks the same as withheld and unanswered. */
  'room-left-out': {
    by: 'therapist',
    in: ['record'],
    body: z.object({ kind: z.literal('room-left-out'), at, elements: z.array(elementId) }),
  },
  /** A blueprint as it stood when the therapist kept it, for the hollow marks of the next one. */
  'blueprint-kept': {
    by: 'therapist',
    in: ['record'],
    body: z.object({
      kind: z.literal('blueprint-kept'),
      at,
      elements: z.array(
        z.object({
          element: elementId,
          scores: z.array(z.object({ seat: id, score: z.nullable(z.number()) })),
        }),
      ),
    }),
  },
  /** A process note; the newest of one `note` id is the note. */
  note: { by: 'therapist', in: ['notes'], body: z.object({ kind: z.literal('note'), at, note: id, words }) },
  /** What a safety drop held, moved by the therapist's device out of the reach of every other. `drop` is the entry it came in. */
  'safety-answers': {
    by: 'therapist',
    in: ['safety'],
    body: z.object({
      kind: z.literal('safety-answers'),
      at,
      seat: id,
      drop: hash,
      answers: z.record(z.string(), z.nullable(words)),
    }),
  },
  'safety-opened': {
    by: 'therapist',
    in: ['safety'],
    body: z.object({ kind: z.literal('safety-opened'), at, drop: hash }),
  },
  /** The therapist opens, or shuts again, what the couple see together. */
  'joint-opened': {
    by: 'therapist',
    in: ['shared'],
    body: z.object({ kind: z.literal('joint-opened'), at, open: z.boolean() }),
  },

  /** The partner's signed consent: the version agreed to, by hash of its text as shown, and the setting it was given for. */
  consent: {
    by: 'seat',
    in: ['private'],
    body: z.object({
      kind: z.literal('consent'),
      at,
      version: z.string(),
      text: hash,
      setting: hash,
      language: z.enum(['en', 'fr']),
      ofAge: z.literal(true),
    }),
  },
  answer: {
    by: 'seat',
    in: ['private'],
    body: z.object({
      kind: z.literal('answer'),
      at,
      instrument: z.literal('intake@1'),
      item: z.string().check(z.maxLength(120)),
      value: AnswerValueSchema,
    }),
  },
  /** The sealed safety screen: an `age` file of fixed size, to the therapist's recipient alone, as base64url. */
  drop: {
    by: 'seat',
    in: ['private'],
    body: z.object({ kind: z.literal('drop'), at, box: z.string().check(z.maxLength(20_000)) }),
  },
  finished: {
    by: 'seat',
    in: ['private'],
    body: z.object({ kind: z.literal('finished'), at, instrument: z.literal('intake@1') }),
  },
  paused: {
    by: 'seat',
    in: ['private'],
    body: z.object({ kind: z.literal('paused'), at, paused: z.boolean() }),
  },
  /** Sent as an envelope of type `leave`. */
  left: { by: 'seat', in: ['private'], body: z.object({ kind: z.literal('left'), at }) },
  /** All that this person shows of their own results now; what is not in it is not shown. The newest is the release. */
  release: {
    by: 'seat',
    in: ['shared'],
    body: z.object({
      kind: z.literal('release'),
      at,
      elements: z.partialRecord(elementId, place),
      meaning: z.nullable(words),
    }),
  },
  /** Something a person keeps to themselves. */
  'own-note': {
    by: 'seat',
    in: ['own'],
    body: z.object({ kind: z.literal('own-note'), at, note: id, words }),
  },
  ...sessionKinds,
} as const

export type EntryKind = keyof typeof entryKinds
/** The body of an entry of kind `K`. */
export type EntryBody<K extends EntryKind = EntryKind> = {
  [P in K]: z.infer<(typeof entryKinds)[P]['body']>
}[K]
/** The kinds of journal that a case has; `private` and `own` are one for each seat. */
export type JournalKind = 'record' | 'notes' | 'safety' | 'private' | 'own' | 'shared'

/**
 * The entry's body, if it is of a known kind, well-formed, in a journal of that kind and by someone who may write it;
 * null otherwise.
 */
export const readEntryBody = (
  body: unknown,
  journal: JournalKind,
  by: 'therapist' | 'seat',
): EntryBody | null => {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return null
  const kind = body.kind
  if (typeof kind !== 'string' || !Object.hasOwn(entryKinds, kind)) return null
  const rule = entryKinds[kind as EntryKind]
  if (rule.by !== by || !(rule.in as readonly string[]).includes(journal)) return null
  const parsed = rule.body.safeParse(body)
  return parsed.success ? (parsed.data as EntryBody) : null
}
