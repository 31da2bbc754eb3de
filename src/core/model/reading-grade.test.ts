import { expect, test } from 'vitest'
import { countFrenchSyllables, easeFrench, gradeEnglish } from './reading-grade.ts'

test('the English grade is the Flesch-Kincaid formula', () => {
  // Six words of one syllable in one sentence: 0.39 x 6 + 11.8 x 1 - 15.59.
  expect(gradeEnglish('The cat sat on the mat.')).toBeCloseTo(-1.45, 10)
  // Ten words, seventeen syllables, two sentences.
  expect(gradeEnglish('People often promise little things. People often promise big things.')).toBeCloseTo(
    0.39 * 5 + 11.8 * (17 / 10) - 15.59,
    10,
  )
})

test('a name counts as a name, not as a placeholder', () => {
  expect(gradeEnglish('{name} can hear me.')).toBe(gradeEnglish('Robin can hear me.'))
})

test.each([
  ['je', 1],
  ['peur', 1],
  ['dire', 1],
  ['promesse', 2],
  ['petites', 2],
  ['calmer', 2],
  ['relation', 3],
  ['réalité', 4],
  ['famille', 2],
  ['quelque', 1],
  ['l’autre', 1],
])('%s has %i syllables', (word, count) => {
  expect(countFrenchSyllables(word)).toBe(count)
})

test('the French ease is the Kandel and Moles formula', () => {
  // Six words, seven syllables, one sentence.
  expect(easeFrench('Je dis ce qui compte ici.')).toBeCloseTo(207 - 1.015 * 6 - 73.6 * (7 / 6), 10)
})

test('longer words and sentences read harder, in both languages', () => {
  expect(gradeEnglish('We communicate expectations unambiguously.')).toBeGreaterThan(
    gradeEnglish('We say what we want.'),
  )
  expect(easeFrench('Nous communiquons systématiquement nos préoccupations.')).toBeLessThan(
    easeFrench('Nous disons ce que nous voulons.'),
  )
})
