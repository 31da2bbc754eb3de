import { fromText, toBase64Url } from '../core/journal/bytes.ts'
import { claimStatement, type LinkKeys, linkLabel } from '../core/journal/link.ts'
import type { Claim } from '../core/protocol/seat-protocol.ts'

/** A copy that WebCrypto's types accept: bytes over a plain buffer. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/**
 * The keys of a link (`core/journal/link.ts`) by WebCrypto alone, which each browser has on a safe address: a link can be
 * opened before any library has come.
 */
export const linkKeysOf = async (secret: Uint8Array): Promise<LinkKeys> => {
  const key = await crypto.subtle.importKey('raw', plain(secret), 'HKDF', false, ['deriveBits'])
  const derive = async (name: keyof LinkKeys) => {
    const info = plain(fromText(linkLabel(name)))
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
  }
  const [claim, door, welcome, mac, pin] = await Promise.all([
    derive('claim'),
    derive('door'),
    derive('welcome'),
    derive('mac'),
    derive('pin'),
  ])
  return { claim, door, welcome, mac, pin }
}

/** The code of a claim under the link's `mac` key, base64url. */
export const macOfClaim = async (macKey: Uint8Array, claim: Omit<Claim, 'mac'>): Promise<string> => {
  const how = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', plain(macKey), how, false, ['sign'])
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, plain(claimStatement(claim)))))
}

/** How a device recognises a link that it has claimed. */
export const linkTag = async (door: Uint8Array): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', plain(door))))
