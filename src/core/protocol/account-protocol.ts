import * as z from 'zod'
import { Key32Schema, sealedSchema } from './bytes-schema.ts'

/**
 * What a therapist's browser and the server say to each other about accounts: OPAQUE in two steps, the lockboxes that
 * hold the account's secrets (sealed in the browser), and the keyring. Nothing here can be opened by the server.
 *
 * | route | request | reply |
 * |---|---|---|
 * | `GET /api/state` | | `ServerState` |
 * | `POST /api/accounts/start` | `RegisterStart` | `RegisterStartReply` |
 * | `POST /api/accounts/finish` | `RegisterFinish` | `Account`, cookie `gw_account` |
 * | `POST /api/sign-in/start` | `SignInStart` | `SignInStartReply` |
 * | `POST /api/sign-in/finish` | `SignInFinish` | `Account`, cookie |
 * | `POST /api/recover` | `Recover` | `Account`, cookie |
 * | `PUT /api/account/passphrase` | `ReplacePassphrase` | `Account` |
 * | `PUT /api/account/recovery` | `ReplaceRecovery` | `Account`: the kit before it opens nothing any more |
 * | `GET /api/account` | | `Account` |
 * | `POST /api/sign-out` | | 204 |
 * | `GET /api/keyring` | | `Keyring` |
 * | `PUT /api/keyring` | `Keyring` (version = the held one + 1) | 204, or 409 `keyring-moved` |
 * | `POST /api/invitations` | | `{ code }`: lets a colleague make an account |
 */

/** The name typed at sign-in; not clinical, a listed exemption from the canary. Case-folded by the server. */
export const SignInNameSchema = z.string().trim().min(2).max(80)
/** The one-time code that the first start prints, or an invitation; needed to make an account. */
export const SetUpCodeSchema = z.string().trim().min(8).max(40)
const Opaque = z.string().min(10).max(4096)

export const ServerStateSchema = z.object({
  /** True until the first account exists. */
  fresh: z.boolean(),
  /** The address that partners' links start with, or null while there is none. */
  publicUrl: z.string().nullable(),
  /** True where links may be made: a secure origin, or try-out on this computer only. */
  links: z.enum(['public', 'this-computer-only', 'refused']),
  build: z.string(),
})
export type ServerState = z.infer<typeof ServerStateSchema>

export const RegisterStartSchema = z.strictObject({
  setUpCode: SetUpCodeSchema,
  signInName: SignInNameSchema,
  registrationRequest: Opaque,
})
export type RegisterStart = z.infer<typeof RegisterStartSchema>
export const RegisterStartReplySchema = z.object({ registrationResponse: z.string() })
export type RegisterStartReply = z.infer<typeof RegisterStartReplySchema>

/** The account's secrets (age identity, master seed) sealed under one way of opening them. */
export const LockboxSchema = sealedSchema(8192)

export const RegisterFinishSchema = z.strictObject({
  setUpCode: SetUpCodeSchema,
  signInName: SignInNameSchema,
  registrationRecord: Opaque,
  /** Public: the age hybrid recipient and the Ed25519 master key. */
  recipient: z.string().startsWith('age1pq').max(4096),
  masterKey: Key32Schema,
  lockbox: LockboxSchema,
  recoveryLockbox: LockboxSchema,
  /** SHA-256 of the token derived from the recovery kit's code. */
  recoveryHash: Key32Schema,
  keyring: sealedSchema(1 << 20),
})
export type RegisterFinish = z.infer<typeof RegisterFinishSchema>

export const AccountSchema = z.object({
  account: z.string(),
  signInName: z.string(),
  recipient: z.string(),
  masterKey: z.string(),
  lockbox: z.string(),
  recoveryLockbox: z.string(),
})
export type Account = z.infer<typeof AccountSchema>

export const SignInStartSchema = z.strictObject({ signInName: SignInNameSchema, startLoginRequest: Opaque })
export type SignInStart = z.infer<typeof SignInStartSchema>
/** An unknown name gets an answer of the same form. `attempt` names the server's half of the exchange. */
export const SignInStartReplySchema = z.object({ attempt: z.string(), loginResponse: z.string() })
export type SignInStartReply = z.infer<typeof SignInStartReplySchema>
export const SignInFinishSchema = z.strictObject({ attempt: z.string().max(64), finishLoginRequest: Opaque })
export type SignInFinish = z.infer<typeof SignInFinishSchema>

export const RecoverSchema = z.strictObject({ signInName: SignInNameSchema, token: Key32Schema })
export type Recover = z.infer<typeof RecoverSchema>

/** Two steps as at registration: without `finish` it answers `RegisterStartReply`. */
export const ReplacePassphraseSchema = z.union([
  z.strictObject({ registrationRequest: Opaque }),
  z.strictObject({ registrationRecord: Opaque, lockbox: LockboxSchema }),
])
export type ReplacePassphrase = z.infer<typeof ReplacePassphraseSchema>

/** Another recovery kit in the place of the one before. */
export const ReplaceRecoverySchema = z.strictObject({
  recoveryLockbox: LockboxSchema,
  recoveryHash: Key32Schema,
})
export type ReplaceRecovery = z.infer<typeof ReplaceRecoverySchema>

/** A keyring at rest: signed and sealed in the browser; `version` is compared and swapped. */
export const KeyringSchema = z.strictObject({
  version: z.number().int().min(1),
  sealed: sealedSchema(1 << 20),
})
export type Keyring = z.infer<typeof KeyringSchema>
