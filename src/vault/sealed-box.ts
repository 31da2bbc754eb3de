import { concat, fromText } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'

/** Seals bytes under a 32-byte key: a fresh nonce, then the ciphertext; `purpose` is bound to it. */
export const sealBox = (key: Uint8Array, purpose: string, plaintext: Uint8Array): Uint8Array => {
  const nonce = cryptography.random(24)
  return concat(nonce, cryptography.seal(key, nonce, plaintext, fromText(purpose)))
}

/** Opens what `sealBox` sealed; null where the key, the purpose or a byte is another. */
export const openBox = (key: Uint8Array, purpose: string, box: Uint8Array): Uint8Array | null =>
  box.length < 40 ? null : cryptography.open(key, box.subarray(0, 24), box.subarray(24), fromText(purpose))
