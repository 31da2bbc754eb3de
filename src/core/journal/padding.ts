import { invariant } from '../model/invariant.ts'

/** The longest plaintext of one entry, padding included, in bytes; longer things go in chunks. */
export const longestPlaintext = 65_536

/**
 * The padded length of a plaintext of `length` bytes: 1, 2 or 4 KiB, above that by Padmé, which keeps the bits that
 * the length's size class may show (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication
 * with PURBs", PoPETs 2019, section 4).
 */
export const paddedLength = (length: number): number => {
  invariant(Number.isInteger(length) && length >= 0, 'a length in bytes')
  for (const bucket of [1024, 2048, 4096]) if (length <= bucket) return bucket
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1))
  return Math.ceil(length / step) * step
}

/** The plaintext followed by zeros up to its padded length; its own length must be told inside it. */
export const pad = (plaintext: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(paddedLength(plaintext.length))
  invariant(padded.length <= longestPlaintext, 'a plaintext of at most 64 KiB')
  padded.set(plaintext)
  return padded
}
