import type { Cryptography } from './cryptography.ts'
import { concat, fromText, mustFromBase64Url } from './bytes.ts'
import type { Claim } from '../protocol/seat-protocol.ts'

/** The length of a link's secret, in bytes. */
export const linkLength = 16

/** All that follows from a link's 16-byte secret, each 32 bytes, by HKDF under labels of its own. */
export interface LinkKeys {
  /** Claims the seat; the server holds its SHA-256. */
  claim: Uint8Array
  /** Lets a PIN be evaluated; the server holds its SHA-256, so a stranger cannot lock a seat. */
  door: Uint8Array
  /** Seals the welcome. */
  welcome: Uint8Array
  /** Authenticates the seat's new keys back to the therapist. */
  mac: Uint8Array
  /** Salts the PIN. */
  pin: Uint8Array
}

/** Derives the keys of a link from its secret. */
export const deriveLinkKeys = (cryptography: Cryptography, secret: Uint8Array): LinkKeys => ({
  claim: cryptography.hkdf(secret, 'groundwork/link/claim/1'),
  door: cryptography.hkdf(secret, 'groundwork/link/door/1'),
  welcome: cryptography.hkdf(secret, 'groundwork/link/welcome/1'),
  mac: cryptography.hkdf(secret, 'groundwork/link/mac/1'),
  pin: cryptography.hkdf(secret, 'groundwork/link/pin/1'),
})

/** The code of a claim: HMAC under the link's `mac` key over all that the claim says. */
export const claimMac = (
  cryptography: Cryptography,
  macKey: Uint8Array,
  claim: Omit<Claim, 'mac'>,
): Uint8Array => {
  const { token, certificate, own } = claim
  const said = [token, certificate.master, certificate.device, certificate.signature, own].map(
    mustFromBase64Url,
  )
  return cryptography.hmac(macKey, concat(fromText('groundwork/claim/1\n'), ...said))
}
