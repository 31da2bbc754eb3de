import { createHash, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { Cryptography } from '../core/journal/cryptography.ts'

// An Ed25519 public key's fixed head in its DER form (RFC 8410).
const keyHead = Buffer.from('302a300506032b6570032100', 'hex')

/** The primitives that a server needs, from Node's own OpenSSL. It has none that could open an entry. */
export const cryptography: Pick<Cryptography, 'sha256' | 'hmac' | 'verify' | 'random'> = {
  sha256: bytes => new Uint8Array(createHash('sha256').update(bytes).digest()),
  hmac: (key, bytes) => new Uint8Array(createHmac('sha256', key).update(bytes).digest()),
  random: length => new Uint8Array(randomBytes(length)),
  verify: async (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    try {
      const key = createPublicKey({ key: Buffer.concat([keyHead, publicKey]), format: 'der', type: 'spki' })
      return await new Promise<boolean>((resolve, reject) =>
        verify(null, message, key, signature, (error, holds) => (error ? reject(error) : resolve(holds))),
      )
    } catch {
      return false
    }
  },
}
