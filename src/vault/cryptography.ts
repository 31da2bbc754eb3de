import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import * as ed25519 from '@noble/ed25519'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { fromText, toBase64Url } from '../core/journal/bytes.ts'
import type { Cryptography } from '../core/journal/cryptography.ts'

// The small Ed25519 library brings no hash of its own.
ed25519.hashes.sha512 = sha512

/** A copy that WebCrypto's types accept: bytes over a plain buffer. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const imported = new Map<string, Promise<CryptoKey>>()
const importKey = (publicKey: Uint8Array): Promise<CryptoKey> => {
  const name = toBase64Url(publicKey)
  const known = imported.get(name)
  if (known) return known
  const key = crypto.subtle.importKey('raw', plain(publicKey), 'Ed25519', false, ['verify'])
  imported.set(name, key)
  return key
}

/** Whether this browser verifies Ed25519 itself (ten times faster); asked once. */
let native: Promise<boolean> | undefined
const hasNativeEd25519 = (): Promise<boolean> =>
  (native ??= importKey(ed25519.getPublicKey(new Uint8Array(32).fill(7))).then(
    () => true,
    () => false,
  ))

const verify = async (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => {
  try {
    if (await hasNativeEd25519())
      return await crypto.subtle.verify(
        'Ed25519',
        await importKey(publicKey),
        plain(signature),
        plain(message),
      )
    return ed25519.verify(signature, message, publicKey)
  } catch {
    // A malformed key or signature is a signature that does not hold.
    return false
  }
}

/** The primitives over reviewed libraries: `@noble/*`, and the browser's own Ed25519 to verify where it has it. */
export const cryptography: Cryptography = {
  sha256: bytes => sha256(bytes),
  hmac: (key, bytes) => hmac(sha256, key, bytes),
  hkdf: (secret, info) => hkdf(sha256, secret, undefined, fromText(info), 32),
  seal: (key, nonce, plaintext, associated) => xchacha20poly1305(key, nonce, associated).encrypt(plaintext),
  open: (key, nonce, sealed, associated) => {
    try {
      return xchacha20poly1305(key, nonce, associated).decrypt(sealed)
    } catch {
      return null
    }
  },
  publicKey: seed => ed25519.getPublicKey(seed),
  sign: (seed, message) => ed25519.sign(message, seed),
  verify,
  random: length => crypto.getRandomValues(new Uint8Array(length)),
}
