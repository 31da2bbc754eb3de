import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { twoWords } from './two-words.ts'
import { adjectivesEn } from './words/adjectives-en.ts'
import { adjectivesFr } from './words/adjectives-fr.ts'
import { nounsEn } from './words/nouns-en.ts'
import { nounsFr } from './words/nouns-fr.ts'

const cryptography = {
  sha256: (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest()),
}
const therapist = new Uint8Array(32).fill(1)
const seat = new Uint8Array(32).fill(2)

describe('the lists', () => {
  test.each([
    ['English adjectives', adjectivesEn],
    ['English nouns', nounsEn],
    ['French adjectives', adjectivesFr],
    ['French nouns', nounsFr],
  ])('%s: 256 distinct words in lower case', (_, words) => {
    expect(words).toHaveLength(256)
    // A list that differs only by accents would not survive being said aloud.
    const bare = words.map(word => word.normalize('NFD').replace(/\p{M}/gu, ''))
    expect(new Set(bare).size).toBe(256)
    for (const word of words) {
      expect(word).toMatch(/^\p{Ll}{3,}$/u)
      expect(word).toBe(word.normalize('NFC'))
    }
  })

  test.each([
    ['English', adjectivesEn, nounsEn],
    ['French', adjectivesFr, nounsFr],
  ])('%s: no word is both adjective and noun', (_, adjectives, nouns) => {
    expect(adjectives.filter(word => nouns.includes(word))).toEqual([])
  })

  test('every list keeps its order', () => {
    const all = [adjectivesEn, nounsEn, adjectivesFr, nounsFr].map(words => words.join(' ')).join('\n')
    expect(createHash('sha256').update(all).digest('hex')).toBe(
      '7c5aeb4fe23f2fe5402674f62630a01139b437e7b761b0afbde6ed143ab9dbdd',
    )
  })
})

describe('the two words', () => {
  test('stay the same for the same keys', () => {
    expect(twoWords(cryptography, therapist, seat)).toEqual({ en: 'quaint pinecone', fr: 'oasis outremer' })
  })

  test('change when either key changes, and when they trade places', () => {
    const other = new Uint8Array(32).fill(3)
    const words = [
      [therapist, seat],
      [other, seat],
      [therapist, other],
      [seat, therapist],
    ].map(([one, two]) => twoWords(cryptography, one as Uint8Array, two as Uint8Array))
    expect(new Set(words.map(({ en }) => en)).size).toBe(4)
    expect(new Set(words.map(({ fr }) => fr)).size).toBe(4)
  })

  test('refuse keys of another length', () => {
    expect(() => twoWords(cryptography, new Uint8Array(31), new Uint8Array(33))).toThrow('32 bytes')
  })
})
