import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { fromText } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'
import { evaluatePin } from './oprf.ts'

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

test('Ed25519 verifies the second test of RFC 8032, and nothing bent', async () => {
  const key = bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
  const signature = bytes(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  )
  expect(await cryptography.verify(key, bytes('72'), signature)).toBe(true)
  expect(await cryptography.verify(key, bytes('73'), signature)).toBe(false)
  expect(await cryptography.verify(key.slice(1), bytes('72'), signature)).toBe(false)
  expect(await cryptography.verify(key, bytes('72'), signature.slice(1))).toBe(false)
  expect(await cryptography.verify(new Uint8Array(32).fill(255), bytes('72'), signature)).toBe(false)
})

test('HMAC-SHA-256 gives the second vector of RFC 4231', () => {
  const code = cryptography.hmac(fromText('Jefe'), fromText('what do ya want for nothing?'))
  expect(Buffer.from(code).toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('the OPRF gives the first vector of RFC 9497 A.1.1', () => {
  // The vector's key follows from its own seed and info, so the evaluation is checked with that key.
  const seed = bytes('a3'.repeat(32))
  const { secretKey } = ristretto255_oprf.oprf.deriveKeyPair(seed, fromText('test key'))
  expect(Buffer.from(secretKey).toString('hex')).toBe(
    '5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e',
  )
  const blinded = bytes('609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c')
  expect(Buffer.from(ristretto255_oprf.oprf.blindEvaluate(secretKey, blinded)).toString('hex')).toBe(
    '7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e',
  )
  const { secretKey: seatKey } = ristretto255_oprf.oprf.deriveKeyPair(seed, fromText('seat#1'))
  expect(evaluatePin(seed, 'seat', 1, blinded)).toEqual(
    ristretto255_oprf.oprf.blindEvaluate(seatKey, blinded),
  )
})
