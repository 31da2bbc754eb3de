import * as z from 'zod/mini'
import { at, words } from './entry-fields.ts'

/**
 * What a therapist or trainee puts into the journal of their own account: practice, which is nobody's case and sealed like
 * one, since people practise with what they know of real couples. The newest of a kind wins where a reader says so; a
 * body that fits no kind is kept and passed over, so that an older device never loses what a newer one wrote.
 */

const place = z.string().check(z.maxLength(120))

export const ownEntryKinds = {
  /** What somebody wrote on a question of a lesson, before its answer was shown or after. */
  'lesson-answer': z.object({ kind: z.literal('lesson-answer'), at, lesson: place, question: place, words }),
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
