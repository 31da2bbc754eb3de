import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import bundle from 'virtual:model/language'
import type { Turn } from '../language/reading.ts'
import { readTurns } from '../language/read-turns.ts'
import { readTranscript } from './read-transcript.ts'
import { suggestRoles } from './suggest-roles.ts'
import { toTurns } from './to-turns.ts'

/** What holds of every reading: each finding stands in its turn, in its place, and says why. */
const holds = (turns: readonly Turn[], language?: 'en' | 'fr'): void => {
  const reading = readTurns(turns, bundle, language ? { language } : {})
  expect(reading.turns).toHaveLength(turns.length)
  for (const { turn, start, end, quote, confidence, reason } of reading.findings) {
    const text = turns[turn]?.text ?? ''
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(text.slice(start, end)).toBe(quote)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(reason).not.toBe('')
  }
  const shares = Object.values(reading.summary.talk)
  for (const share of shares) expect(share >= 0 && share <= 1).toBe(true)
}

/** A file, opened and read to the end. */
const readFile = (text: string): void => {
  const transcript = readTranscript(new TextEncoder().encode(text))
  if (transcript.ok) holds(toTurns(transcript.value, suggestRoles(transcript.value)))
}

const words = fc.constantFrom(
  'intimate',
  'INTIMACY',
  'never',
  'always',
  'sorry',
  'promise',
  'afraid',
  'sex',
  'you',
  'I',
  "don't",
  'don’t',
  'intimité',
  'toujours',
  'promets',
  'désolée',
  '?',
  '.',
  '…',
  '!',
  ',',
  '\n',
  '\u00a0',
  '\u200d',
  '\u202e',
  'שלום',
  '😀',
  '👨‍👩‍👧',
  '\ud83d',
  '\udc00',
  'e\u0301',
  'İ',
  'ß',
  '\u0000',
  '12',
  '9:30',
)
const said = fc.oneof(
  fc.array(words, { maxLength: 30 }).map(all => all.join(' ')),
  fc.array(words, { maxLength: 30 }).map(all => all.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const turn: fc.Arbitrary<Turn> = fc.record({
  speaker: fc.constantFrom('P1', 'P2', 'T', '', '__proto__'),
  role: fc.constantFrom('partner' as const, 'therapist' as const),
  text: said,
})

describe('any session', () => {
  it('is read, and each finding stands where it says', () => {
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 8 }),
        fc.constantFrom('en' as const, 'fr' as const, undefined),
        holds,
      ),
      { numRuns: 500 },
    )
  })

  it('in capitals, without punctuation, or in one breath is read', () => {
    const line = 'I have told you that we were never intimate and you promised to call me so why did you not'
    for (const change of [
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => [...text].toReversed().join(''),
      (text: string) => text.replaceAll(' ', '. '),
    ])
      expect(() => readFile(`Anna: ${change(line)}\nBen: ${change(line)}`)).not.toThrow()
  })
})

/** Each must come to an end; how the time grows is measured in the bench. */
describe('ten megabytes', () => {
  const long = (piece: string, length = 10 * 2 ** 20) => piece.repeat(Math.ceil(length / piece.length))
  it.each<[string, () => string]>([
    ['of one line', () => `Anna: ${long('we were never intimate and you promised to call ')}`],
    ['of one word', () => `Anna: ${long('intimate', 2 ** 20)}`],
    ['of quotes and dots', () => `Anna: ${long('".?', 2 ** 20)}`],
    ['of right to left', () => `Anna: ${long('שלום \u202e', 2 ** 20)}`],
    ['of emoji', () => `Anna: ${long('😀 ', 2 ** 20)}`],
    ['of capitals', () => `Anna: ${long('I AM SORRY THAT YOU FEEL SO ', 2 ** 20)}`],
    ['of short turns', () => long('Anna: yes\nBen: no\n', 2 ** 20)],
  ])('%s', (_name, write) => expect(() => readFile(write())).not.toThrow(), 120_000)
})
