import { Decrypter, Encrypter } from 'age-encryption'
import { invariant } from '../core/model/invariant.ts'

/**
 * Seals bytes to one post-quantum hybrid `age` recipient. Classical recipients are refused, never mixed in: a mixed
 * file is silently as weak as the weaker.
 */
export const sealToRecipient = async (recipient: string, plaintext: Uint8Array): Promise<Uint8Array> => {
  invariant(recipient.startsWith('age1pq1'), 'a hybrid recipient')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plaintext)
}

/** Opens bytes sealed to the recipient of this hybrid identity; null where they were sealed to another or changed. */
export const openWithIdentity = async (identity: string, sealed: Uint8Array): Promise<Uint8Array | null> => {
  invariant(identity.startsWith('AGE-SECRET-KEY-PQ-1'), 'a hybrid identity')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(sealed)
  } catch {
    return null
  }
}
