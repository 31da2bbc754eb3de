import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { fromText } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'
import { Refused } from './ports.ts'
import { slowKey } from './slow-key.ts'

/** What follows from link and PIN together: the key that wraps the seat's keyring, and the proof of a right PIN. */
export interface PinKeys {
  wrap: Uint8Array
  resume: Uint8Array
}

/**
 * Derives the keys of a PIN: an OPRF (RFC 9497, ristretto255-SHA512) of the PIN under the server's key for this seat,
 * then Argon2id salted from the link. `evaluate` asks the server with a blinded value and gives its answer.
 * @throws Refused `pin-answer-swapped` where the answer is no point of the group, or the neutral one.
 */
export const derivePinKeys = async (
  pin: string,
  salt: Uint8Array,
  evaluate: (blinded: Uint8Array) => Promise<Uint8Array>,
): Promise<PinKeys> => {
  const input = fromText(pin)
  const { blind, blinded } = ristretto255_oprf.oprf.blind(input)
  const key = await slowKey(unblind(input, blind, await evaluate(blinded)), salt)
  return {
    wrap: cryptography.hkdf(key, 'groundwork/pin/wrap/1'),
    resume: cryptography.hkdf(key, 'groundwork/pin/resume/1'),
  }
}

const unblind = (input: Uint8Array, blind: Uint8Array, evaluated: Uint8Array): Uint8Array => {
  try {
    return ristretto255_oprf.oprf.finalize(input, blind, evaluated)
  } catch {
    throw new Refused(409, 'pin-answer-swapped')
  }
}
