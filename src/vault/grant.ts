import * as z from 'zod'
import {
  concat,
  fromBase64Url,
  fromText,
  mustFromBase64Url,
  toBase64Url,
  toText,
} from '../core/journal/bytes.ts'
import { IdSchema, Key32Schema } from '../core/protocol/bytes-schema.ts'
import { openWithIdentity, sealToRecipient } from './age-box.ts'
import { cryptography } from './cryptography.ts'

const format = 'groundwork/grant/1'

const GrantSchema = z.strictObject({
  format: z.literal(format),
  case: IdSchema,
  journal: IdSchema,
  epoch: z.int().min(1),
  /** The reader's hybrid `age` recipient. */
  reader: z.string(),
  /** The journal's key of that epoch, 32 bytes. */
  key: Key32Schema,
})
/** One journal of one case from one epoch on, for one reader. Ids and keys as base64url. */
export type Grant = z.infer<typeof GrantSchema>

/** What the reader asked for, and whom they know. */
export interface AskedGrant {
  case: string
  journal: string
  /** The newest epoch of this journal that the reader has seen, 0 before any: an older grant is a replay. */
  newestEpoch: number
  /** The reader's own recipient. */
  reader: string
  /** The therapist's master key, learnt otherwise than from the server. */
  therapist: Uint8Array
}

/**
 * Why a grant is refused: `not-for-you` it does not open with this identity, or names another reader inside (somebody who
 * could open it sealed it anew) · `forged` the therapist's master key did not sign it · `not-a-grant` signed, and of
 * another form · `wrong-place` of another case or journal · `epoch-retired` older than what the reader has seen.
 */
export type GrantFault = 'not-for-you' | 'forged' | 'not-a-grant' | 'wrong-place' | 'epoch-retired'

const signedBytes = (text: string): Uint8Array => concat(fromText(`${format}\n`), fromText(text))

/** Signs a grant with the therapist's master seed and seals it to its reader's hybrid recipient alone; base64url. */
export const sealGrant = async (grant: Omit<Grant, 'format'>, masterSeed: Uint8Array): Promise<string> => {
  const text = JSON.stringify({ format, ...grant })
  const signature = toBase64Url(cryptography.sign(masterSeed, signedBytes(text)))
  return toBase64Url(await sealToRecipient(grant.reader, fromText(JSON.stringify({ text, signature }))))
}

/** Opens a grant with the reader's hybrid identity and holds it against what was asked for. Nothing of a refused one is used. */
export const openGrant = async (
  sealed: string,
  identity: string,
  asked: AskedGrant,
): Promise<{ ok: true; value: Grant } | { ok: false; code: GrantFault }> => {
  const refuse = (code: GrantFault) => ({ ok: false, code }) as const
  const box = fromBase64Url(sealed)
  const bytes = box && (await openWithIdentity(identity, box))
  if (!bytes) return refuse('not-for-you')
  const envelope = readJson(toText(bytes), EnvelopeSchema)
  // Anybody can seal to a public recipient: what is inside may be anything until the signature holds.
  const holds =
    envelope &&
    (await cryptography.verify(
      asked.therapist,
      signedBytes(envelope.text),
      mustFromBase64Url(envelope.signature),
    ))
  if (!holds) return refuse('forged')
  const grant = readJson(envelope.text, GrantSchema)
  if (!grant) return refuse('not-a-grant')
  if (grant.reader !== asked.reader) return refuse('not-for-you')
  if (grant.case !== asked.case || grant.journal !== asked.journal) return refuse('wrong-place')
  if (grant.epoch < asked.newestEpoch) return refuse('epoch-retired')
  return { ok: true, value: grant }
}

const EnvelopeSchema = z.strictObject({
  text: z.string(),
  signature: z.string().refine(text => fromBase64Url(text)?.length === 64),
})

const readJson = <T>(text: string, schema: z.ZodType<T>): T | null => {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
