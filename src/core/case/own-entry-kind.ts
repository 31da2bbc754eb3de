import * as z from 'zod/mini'
import { skillIds } from '../model/skill-ids.ts'
import { at, id, words } from './entry-fields.ts'

/**
 * What a therapist or trainee puts into the journal of their own account: practice, which is nobody's case and sealed like
 * one, since people practise with what they know of real couples. The newest of a kind wins where a reader says so; a
 * body that fits no kind is kept and passed over, so that an older device never loses what a newer one wrote.
 */

const place = z.string().check(z.maxLength(120))
const count = z.int().check(z.minimum(0), z.maximum(1_000_000))
const measure = z.number().check(z.minimum(0), z.maximum(1_000_000))
const share = z.number().check(z.minimum(0), z.maximum(1))

/** What a rehearsal observes, as `core/simulation` names it. */
const skill = z.enum(skillIds)

/** One thing seen of a skill in one turn (from 1) of a rehearsal. */
const observation = z.object({ skill, turn: count, value: share })

export const ownEntryKinds = {
  /** What somebody wrote on a question of a lesson, before its answer was shown or after. */
  'lesson-answer': z.object({ kind: z.literal('lesson-answer'), at, lesson: place, question: place, words }),
  'lesson-done': z.object({ kind: z.literal('lesson-done'), at, lesson: place }),
  /** A card that was answered and graded (1 again, 2 hard, 3 good, 4 easy), and where that leaves it with the scheduler. */
  'drill-review': z.object({
    kind: z.literal('drill-review'),
    at,
    drill: place,
    card: place,
    grade: z.int().check(z.minimum(1), z.maximum(4)),
    /** FSRS: `stability` in days, `difficulty` 1 to 10, `step` within (re)learning. */
    schedule: z.object({
      due: at,
      stability: measure,
      difficulty: measure,
      elapsed: measure,
      scheduled: measure,
      step: count,
      reps: count,
      lapses: count,
      state: z.enum(['new', 'learning', 'review', 'relearning']),
      last: at,
    }),
  }),
  /**
   * An hour with a simulated couple: the same seed and the same turns give the same hour. `from` names the hour that it goes on
   * from: its first `turns` are said again here, and were observed there.
   */
  'rehearsal-begun': z.object({
    kind: z.literal('rehearsal-begun'),
    at,
    rehearsal: id,
    couple: place,
    difficulty: z.int().check(z.minimum(1), z.maximum(3)),
    seed: count,
    from: z.nullable(z.object({ rehearsal: id, turns: count })),
  }),
  /** What the trainee said, in their order of cause; nothing is silence. */
  'rehearsal-turn': z.object({ kind: z.literal('rehearsal-turn'), at, rehearsal: id, words }),
  'rehearsal-ended': z.object({
    kind: z.literal('rehearsal-ended'),
    at,
    rehearsal: id,
    observations: z.array(observation).check(z.maxLength(1000)),
  }),
  /** One person's sheet of a role-play in threes; the newest of a sheet is the sheet. */
  'observer-sheet': z.object({
    kind: z.literal('observer-sheet'),
    at,
    sheet: id,
    role: z.enum(['therapist', 'couple', 'observer']),
    answers: z.record(place, words),
  }),
} as const

export type OwnEntryKind = keyof typeof ownEntryKinds
/** The body of an entry of kind `K`. */
export type OwnEntryBody<K extends OwnEntryKind = OwnEntryKind> = {
  [P in K]: z.infer<(typeof ownEntryKinds)[P]>
}[K]

/** One opened and verified entry of the account's own journal; entries come in their order of cause. */
export interface OwnEntry {
  /** base64url */
  hash: string
  body: OwnEntryBody
}

/** The entry's body, if it is of a known kind and well-formed; null otherwise. */
export const readOwnEntryBody = (body: unknown): OwnEntryBody | null => {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return null
  const { kind } = body
  if (typeof kind !== 'string' || !Object.hasOwn(ownEntryKinds, kind)) return null
  const parsed = ownEntryKinds[kind as OwnEntryKind].safeParse(body)
  return parsed.success ? parsed.data : null
}
