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

/** The label under which a key follows from the secret. */
export const linkLabel = (key: keyof LinkKeys): string => `groundwork/link/${key}/1`

/** Derives the keys of a link from its secret. */
export const deriveLinkKeys = (cryptography: Pick<Cryptography, 'hkdf'>, secret: Uint8Array): LinkKeys => ({
  claim: cryptography.hkdf(secret, linkLabel('claim')),
  door: cryptography.hkdf(secret, linkLabel('door')),
  welcome: cryptography.hkdf(secret, linkLabel('welcome')),
  mac: cryptography.hkdf(secret, linkLabel('mac')),
  pin: cryptography.hkdf(secret, linkLabel('pin')),
})

/** All that a claim says, as bytes. */
export const claimStatement = ({ token, certificate, own }: Omit<Claim, 'mac'>): Uint8Array => {
  const said = [token, certificate.master, certificate.device, certificate.signature, own]
  return concat(fromText('groundwork/claim/1\n'), ...said.map(mustFromBase64Url))
}

/** The code of a claim: HMAC under the link's `mac` key over all that the claim says. */
export const claimMac = (
  cryptography: Pick<Cryptography, 'hmac'>,
  macKey: Uint8Array,
  claim: Omit<Claim, 'mac'>,
): Uint8Array => cryptography.hmac(macKey, claimStatement(claim))
