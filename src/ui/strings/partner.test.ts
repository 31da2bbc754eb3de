import { expect, test } from 'vitest'
import { partnerEnglish } from './partner.en.ts'
import { partnerFrench } from './partner.fr.ts'

/** Every sentence, with the functions filled with names that look like themselves. */
const sentences = (strings: object): string[] =>
  Object.values(strings).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [String((value as (...of: unknown[]) => string)(2, 3))]
    return sentences(value as object)
  })

test.each([
  ['English', partnerEnglish],
  ['French', partnerFrench],
])('no sentence in %s shouts, and none is empty', (_, strings) => {
  for (const sentence of sentences(strings)) {
    expect(sentence).not.toContain('!')
    expect(sentence.trim()).not.toBe('')
  }
})

test('the page has one neutral title in both languages', () => {
  expect(partnerFrench.neutralTitle).toBe(partnerEnglish.neutralTitle)
})

test('a name keeps its French: the preposition bends before a vowel', () => {
  expect(partnerFrench.question.about('Alex')).toBe('À propos d’Alex')
  expect(partnerFrench.question.about('Robin')).toBe('À propos de Robin')
})
