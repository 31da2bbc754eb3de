import * as z from 'zod'
import { IdSchema, Key32Schema, sealedSchema } from './bytes-schema.ts'
import { ClaimSchema } from './seat-protocol.ts'

/**
 * What a therapist's browser asks of the server about cases and seats, and the one journal route through which all
 * clinical data passes. Bodies of the journal route are frames of sealed entries (`core/journal/frames.ts`).
 *
 * | route | caller | request | reply |
 * |---|---|---|---|
 * | `POST /api/cases` | therapist | `NewCase` | 201 |
 * | `GET /api/cases/:case/seats` | therapist | | `SeatState[]` |
 * | `PUT /api/cases/:case/seats/:seat/link` | therapist | `NewLink` | 204: a new link; the old one and its sign-ins end |
 * | `DELETE /api/cases/:case/seats/:seat/link` | therapist | | 204: revoked |
 * | `POST /api/cases/:case/seats/:seat/reset` | therapist | | 204: clears PIN tries |
 * | `GET /api/cases/:case/heads` | reader | | `Heads` of the journals the caller may read |
 * | `GET /api/cases/:case/journals/:journal/entries?after=N` | reader | | frames; header `x-groundwork-position` |
 * | `POST /api/cases/:case/journals/:journal/entries` | reader | frames | `Appended`; all or nothing, idempotent by entry hash |
 *
 * Every refusal is `application/problem+json` with `code`; "not yours" and "no such thing" are the same bytes.
 */

/** Makes a link claimable: hashes of two tokens derived from its secret, and the welcome sealed under a third. */
const link = {
  claimHash: Key32Schema,
  doorHash: Key32Schema,
  welcome: sealedSchema(8192),
  /** ISO time after which the link can no longer be claimed. */
  expiresAt: z.iso.datetime(),
}
export const NewLinkSchema = z.strictObject(link)
export type NewLink = z.infer<typeof NewLinkSchema>

export const NewCaseSchema = z.strictObject({
  case: IdSchema,
  /** Journals with the seats that may read them beside the therapist. */
  journals: z
    .array(z.strictObject({ journal: IdSchema, seats: z.array(IdSchema).max(8) }))
    .min(1)
    .max(40),
  seats: z
    .array(z.strictObject({ seat: IdSchema, ...link }))
    .min(1)
    .max(8),
})
export type NewCase = z.infer<typeof NewCaseSchema>

/** How far a seat's joining has come, as the server can know it, and the claim for the therapist's device to check. */
export const SeatStateSchema = z.object({
  seat: IdSchema,
  link: z.enum(['open', 'expired', 'revoked', 'claimed']),
  expiresAt: z.string(),
  claimedAt: z.string().nullable(),
  claim: ClaimSchema.nullable(),
  /** True when too many wrong PINs closed the way to another phone. */
  locked: z.boolean(),
  /** True when the next try of a PIN has to wait, or none is left: then giving the tries back changes something. */
  waits: z.boolean(),
  left: z.boolean(),
})
export type SeatState = z.infer<typeof SeatStateSchema>

export const HeadsSchema = z.object({
  journals: z.array(z.object({ journal: IdSchema, epoch: z.number().int(), position: z.number().int() })),
})
export type Heads = z.infer<typeof HeadsSchema>

/** `position`: how many entries the journal holds now. */
export const AppendedSchema = z.object({ position: z.number().int() })
export type Appended = z.infer<typeof AppendedSchema>

/** Body of every refusal (RFC 9457). */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
})
export type Problem = z.infer<typeof ProblemSchema>
