/** A new Ed25519 key: its 32-byte seed, its public key, and what signs with it. */
export interface FreshKey {
  seed: Uint8Array
  publicKey: Uint8Array
  sign(message: Uint8Array): Promise<Uint8Array>
}

/**
 * Makes a key by the browser's own Ed25519, or by the library where there is none: the library's first use takes a slow
 * phone a fifth of a second, the browser's a hundredth of that.
 */
export const freshKey = async (): Promise<FreshKey> => {
  const native = await nativeKey().catch(() => null)
  if (native) return native
  const { cryptography } = await import('./cryptography.ts')
  const seed = cryptography.random(32)
  return {
    seed,
    publicKey: cryptography.publicKey(seed),
    sign: async message => cryptography.sign(seed, message),
  }
}

// What stands before a seed in PKCS #8 (RFC 8410, section 7).
const headLength = 16

const nativeKey = async (): Promise<FreshKey | null> => {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const [inner, outer] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('raw', pair.publicKey),
  ])
  if (inner.byteLength !== headLength + 32) return null
  return {
    seed: new Uint8Array(inner.slice(headLength)),
    publicKey: new Uint8Array(outer),
    sign: async message =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new Uint8Array(message))),
  }
}
