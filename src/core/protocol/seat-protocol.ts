import * as z from 'zod'
import { IdSchema, Key32Schema, SignatureSchema, sealedSchema } from './bytes-schema.ts'

/**
 * What a partner's phone and the server say to each other before and beside the journals: claiming a link, setting a
 * PIN, resuming on another phone. `docs/format.md` fixes how each value is derived.
 *
 * | route | caller | request | reply |
 * |---|---|---|---|
 * | `POST /api/link` | nobody | `LinkQuery` | `LinkState`; 404 when expired, revoked or unknown |
 * | `POST /api/claim` | nobody | `Claim` | `ClaimReply`, cookie `gw_seat_<seat>` |
 * | `POST /api/seat/pin` | seat | `PinEvaluation` | `PinEvaluated`: not a try, the seat is signed in |
 * | `PUT /api/seat/keyring` | seat | `SeatKeyring` | 204, or 409 `keyring-moved` |
 * | `POST /api/door` | nobody | `Door` | `DoorReply`; each one counts as a try |
 * | `POST /api/resume` | nobody | `Resume` | `ResumeReply`, cookie |
 * | `POST /api/seat/challenge` | nobody | `Challenge` | `ChallengeReply`: when the cookie is gone but the phone's keys are not |
 * | `POST /api/seat/sign-in` | nobody | `DeviceSignIn` | `{ seat }`, cookie |
 *
 * A signed-in seat names itself with the header `x-groundwork-seat: <seat>`; the cookie of that seat must match.
 */

/** A device certificate: the member's master key signs the device key (see `core/journal/certificate.ts`). */
export const CertificateSchema = z.strictObject({
  master: Key32Schema,
  device: Key32Schema,
  signature: SignatureSchema,
})

/** HKDF(link, "door"): only who holds the link can ask how it stands. */
export const LinkQuerySchema = z.strictObject({ door: Key32Schema })
export type LinkQuery = z.infer<typeof LinkQuerySchema>
export const LinkStateSchema = z.object({ claimed: z.boolean() })
export type LinkState = z.infer<typeof LinkStateSchema>

export const ClaimSchema = z.strictObject({
  /** HKDF(link, "claim"): the server holds its SHA-256. */
  token: Key32Schema,
  certificate: CertificateSchema,
  /** The id of the journal that only this seat will read. */
  own: IdSchema,
  /** HMAC-SHA-256 under HKDF(link, "mac") over the claim's bytes; checked by the therapist's device. */
  mac: Key32Schema,
})
export type Claim = z.infer<typeof ClaimSchema>
/** With the welcome come the first entries of what the seat reads, so that the phone need not ask for them. */
export const ClaimReplySchema = z.object({
  case: IdSchema,
  seat: IdSchema,
  welcome: z.string(),
  journals: z.array(
    z.object({
      journal: IdSchema,
      /** How many entries the journal holds up to and with those in `entries`. */
      position: z.number().int(),
      /** Frames, as on the journal route, in base64url. */
      entries: z.string(),
    }),
  ),
})
export type ClaimReply = z.infer<typeof ClaimReplySchema>

export const PinEvaluationSchema = z.strictObject({ blinded: Key32Schema })
export type PinEvaluation = z.infer<typeof PinEvaluationSchema>
export const PinEvaluatedSchema = z.object({ evaluated: Key32Schema })
export type PinEvaluated = z.infer<typeof PinEvaluatedSchema>

/** The seat's keyring, sealed under HKDF(K, "wrap"), and the hash that proves a right PIN. */
export const SeatKeyringSchema = z.strictObject({
  version: z.number().int().min(1),
  sealed: sealedSchema(65536),
  resumeHash: Key32Schema,
})
export type SeatKeyring = z.infer<typeof SeatKeyringSchema>

export const DoorSchema = z.strictObject({ door: Key32Schema, blinded: Key32Schema })
export type Door = z.infer<typeof DoorSchema>
/** `left`: tries before the seat locks until the therapist resets it. */
export const DoorReplySchema = z.object({ evaluated: Key32Schema, left: z.number().int() })
export type DoorReply = z.infer<typeof DoorReplySchema>

export const ResumeSchema = z.strictObject({ door: Key32Schema, proof: Key32Schema })
export type Resume = z.infer<typeof ResumeSchema>
export const ResumeReplySchema = z.object({
  case: IdSchema,
  seat: IdSchema,
  keyring: z.object({ version: z.number(), sealed: z.string() }),
})
export type ResumeReply = z.infer<typeof ResumeReplySchema>

export const ChallengeSchema = z.strictObject({ seat: IdSchema, device: Key32Schema })
export type Challenge = z.infer<typeof ChallengeSchema>
export const ChallengeReplySchema = z.object({ challenge: Key32Schema })
export type ChallengeReply = z.infer<typeof ChallengeReplySchema>
/** The device signs "groundwork/sign-in/1\n" and the challenge's 32 bytes. */
export const DeviceSignInSchema = z.strictObject({
  seat: IdSchema,
  certificate: CertificateSchema,
  challenge: Key32Schema,
  signature: SignatureSchema,
})
export type DeviceSignIn = z.infer<typeof DeviceSignInSchema>
