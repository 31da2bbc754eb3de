import { fromBase64Url, fromText, fromUint32, toBase64Url, toText, toUint32 } from '../core/journal/bytes.ts'
import { invariant } from '../core/model/invariant.ts'

/** The plaintext of every safety drop, in bytes: one size, whatever was answered. */
export const dropLength = 8192

/** Seals safety answers to the therapist's hybrid recipient alone, at the one size of every drop; base64url. */
export const sealDrop = async (
  recipient: string,
  answers: Record<string, string | null>,
): Promise<string> => {
  const { sealToRecipient } = await import('./age-box.ts')
  const text = fromText(JSON.stringify(answers))
  invariant(text.length <= dropLength - 4, 'safety answers of at most 8 KiB')
  const plaintext = new Uint8Array(dropLength)
  plaintext.set(fromUint32(text.length))
  plaintext.set(text, 4)
  return toBase64Url(await sealToRecipient(recipient, plaintext))
}

/**
 * Opens a drop with the therapist's identity; null where it is none, or another's. Whoever has the therapist's public
 * recipient can seal anything, so what is inside is answers by their form or nothing.
 */
export const openDrop = async (
  identity: string,
  box: string,
): Promise<Record<string, string | null> | null> => {
  const { openWithIdentity } = await import('./age-box.ts')
  const sealed = fromBase64Url(box)
  const plaintext = sealed && (await openWithIdentity(identity, sealed))
  if (plaintext?.length !== dropLength) return null
  try {
    const answers: unknown = JSON.parse(toText(plaintext.subarray(4, 4 + toUint32(plaintext, 0))))
    return isAnswers(answers) ? answers : null
  } catch {
    return null
  }
}

const isAnswers = (value: unknown): value is Record<string, string | null> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(answer => answer === null || typeof answer === 'string')
