/**
 * The primitives that journals are built from. `core` takes them as an argument, so that the same rules run over
 * reviewed libraries in the browser, the CLI and the server, and over published vectors in tests.
 */
export interface Cryptography {
  /** SHA-256 (FIPS 180-4): 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array
  /** HMAC-SHA-256 (RFC 2104): 32 bytes. */
  hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array
  /** HKDF-SHA-256 (RFC 5869) with an empty salt: 32 bytes for this label. */
  hkdf(secret: Uint8Array, info: string): Uint8Array
  /** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): 32-byte key, 24-byte nonce; the tag is the last 16 bytes. */
  seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array
  /** Opens what `seal` made; null where key, nonce, associated data or bytes differ. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | null
  /** Ed25519 (RFC 8032): the public key of a 32-byte seed. */
  publicKey(seed: Uint8Array): Uint8Array
  /** Ed25519 signature, 64 bytes. */
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array
  /** Whether an Ed25519 signature holds; false for malformed keys and signatures. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** Random bytes from the system. */
  random(length: number): Uint8Array
}
