import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { generatePassphrase, inGroups, ownPassphraseIssue, passphraseBytes } from './account.ts'

test('a generated passphrase can be said aloud, and no two draws give the same one', () => {
  const bytes = fc.uint8Array({ minLength: passphraseBytes, maxLength: passphraseBytes })
  fc.assert(
    fc.property(bytes, random => {
      expect(generatePassphrase(random)).toMatch(
        /^([b-z][aiou][b-z][aiou][b-z]-){4}[b-z][aiou][b-z][aiou][b-z]$/,
      )
    }),
  )
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      fc.pre(a.some((byte, i) => byte !== b[i]))
      expect(generatePassphrase(a)).not.toBe(generatePassphrase(b))
    }),
  )
})

test('the published example of the alphabet: 127.0.0.1', () => {
  expect(generatePassphrase(new Uint8Array([127, 0, 0, 1]))).toBe('lusab-babad')
})

test('a generated passphrase would be taken as one of your own', () => {
  expect(
    ownPassphraseIssue(generatePassphrase(new Uint8Array(passphraseBytes).map((_, i) => i * 37))),
  ).toBeNull()
})

test('a short passphrase and one of a few repeated letters are named', () => {
  expect(ownPassphraseIssue('correct horse')).toBe('too-short')
  expect(ownPassphraseIssue('abababababababababab')).toBe('too-plain')
  expect(ownPassphraseIssue('a kettle for the lamp')).toBeNull()
})

test('a code keeps every character when it is shown in groups', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z2-9]{0,40}$/), code => {
      expect(inGroups(code).join('')).toBe(code)
      expect(inGroups(code).every(group => group.length <= 4)).toBe(true)
    }),
  )
  expect(inGroups('ABCDE-FGHIJ')).toEqual(['ABCDE', 'FGHIJ'])
})
