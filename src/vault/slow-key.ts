import { argon2idAsync } from '@noble/hashes/argon2.js'
import { fromText } from '../core/journal/bytes.ts'

/** A 32-byte key of something short that a person knows: Argon2id (RFC 9106), 19 MiB, two passes. */
export const slowKey = (known: Uint8Array | string, salt: Uint8Array): Promise<Uint8Array> =>
  argon2idAsync(typeof known === 'string' ? fromText(known) : known, salt, {
    m: 19 * 1024,
    t: 2,
    p: 1,
    dkLen: 32,
  })
