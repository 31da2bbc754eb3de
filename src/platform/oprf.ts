import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { fromText } from '../core/journal/bytes.ts'
import { BadInput } from './refusal.ts'

/**
 * The server's half of the OPRF that guards a seat's PIN (RFC 9497, ristretto255-SHA512, mode OPRF). Each seat and each
 * generation of its link has a key of its own, derived from one 32-byte seed by DeriveKeyPair with the info
 * `seatId#generation`, so that the secrets file never changes.
 * @param blinded the PIN's blinded point, 32 bytes. @returns the evaluated point, 32 bytes.
 * @throws BadInput `not-a-point` for bytes that are not a point, or the neutral one.
 */
export const evaluatePin = (
  seed: Uint8Array,
  seat: string,
  generation: number,
  blinded: Uint8Array,
): Uint8Array => {
  const { secretKey } = ristretto255_oprf.oprf.deriveKeyPair(seed, fromText(`${seat}#${generation}`))
  try {
    return ristretto255_oprf.oprf.blindEvaluate(secretKey, blinded)
  } catch {
    throw new BadInput('not-a-point', 'The blinded PIN is not a point of the group.')
  }
}
