import { expect, test } from 'vitest'
import { toBase64Url } from '../core/journal/bytes.ts'
import { claimMac, deriveLinkKeys } from '../core/journal/link.ts'
import { TestMember } from '../../tests/support/test-member.ts'
import { cryptography } from './cryptography.ts'
import { linkKeysOf, linkTag, macOfClaim } from './link-keys.ts'

test('the browser and the library derive the same from a link, and make the same code of a claim', async () => {
  const secret = cryptography.random(16)
  const keys = await linkKeysOf(secret)
  expect(keys).toEqual(deriveLinkKeys(cryptography, secret))
  const claim = {
    token: toBase64Url(keys.claim),
    certificate: new TestMember().certificate(),
    own: toBase64Url(cryptography.random(16)),
  }
  expect(await macOfClaim(keys.mac, claim)).toBe(toBase64Url(claimMac(cryptography, keys.mac, claim)))
  expect(await linkTag(keys.door)).toBe(toBase64Url(cryptography.sha256(keys.door)))
})
