import { type KeyObject, createHash, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { Cryptography } from '../core/journal/cryptography.ts'

// An Ed25519 public key's fixed head in its DER form (RFC 8410).
const keyHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Keys that were read lately: reading one takes nearly as long as checking a signature with it. */
const mostKeys = 5000
const keys = new Map<string, KeyObject>()

/** @throws where the bytes are no key. */
const readKey = (publicKey: Uint8Array): KeyObject => {
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString('latin1')
  const known = keys.get(name)
  if (known) return known
  const key = createPublicKey({ key: Buffer.concat([keyHead, publicKey]), format: 'der', type: 'spki' })
  // The one that came first goes first: whoever is at work is back in it soon.
  if (keys.size >= mostKeys) keys.delete(keys.keys().next().value as string)
  keys.set(name, key)
  return key
}

/** The primitives that a server needs, from Node's own OpenSSL. It has none that could open an entry. */
export const cryptography: Pick<Cryptography, 'sha256' | 'hmac' | 'verify' | 'random'> = {
  sha256: bytes => new Uint8Array(createHash('sha256').update(bytes).digest()),
  hmac: (key, bytes) => new Uint8Array(createHmac('sha256', key).update(bytes).digest()),
  random: length => new Uint8Array(randomBytes(length)),
  verify: async (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    try {
      const key = readKey(publicKey)
      return await new Promise<boolean>((resolve, reject) =>
        verify(null, message, key, signature, (error, holds) => (error ? reject(error) : resolve(holds))),
      )
    } catch {
      return false
    }
  },
}
