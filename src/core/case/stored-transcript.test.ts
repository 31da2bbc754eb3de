import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestPlaintext, paddedLength } from '../journal/padding.ts'
import { readEntryBody } from './entry-kind.ts'
import { cutIntoParts, readStoredTurns, storeTurns } from './stored-transcript.ts'

const turn = fc.record({
  speaker: fc.nat(11),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant('é'.repeat(5000)),
    fc.constant('\u0001"'.repeat(9000)),
  ),
  startMs: fc.option(fc.nat()),
})

it('gives back exactly the turns that were stored', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), turns => {
      expect(readStoredTurns(storeTurns(turns).join(''))).toEqual({ ok: true, value: turns })
    }),
    { numRuns: 40 },
  )
})

it('cuts so that every part fits one entry, and never through a character', () => {
  for (const text of [
    '',
    'a'.repeat(300_000),
    '怖'.repeat(90_000),
    '🙂'.repeat(70_001),
    '\u0001'.repeat(50_000),
  ]) {
    const parts = cutIntoParts(text)
    expect(parts.join('') === text).toBe(true)
    for (const part of parts) {
      const body = {
        kind: 'transcript-part',
        at: '2026-11-12T09:00:00.000Z',
        transcript: 'T'.repeat(22),
        part: 0,
        text: part,
      }
      expect(readEntryBody(body, 'notes', 'therapist')).not.toBeNull()
      const bytes = new TextEncoder().encode(JSON.stringify(body)).length
      // Heads and seals take their place beside it.
      expect(paddedLength(bytes + 1_000)).toBeLessThanOrEqual(longestPlaintext)
      expect(/[\ud800-\udbff]$/.test(part)).toBe(false)
    }
  }
})

it('refuses what is not whole', () => {
  for (const text of ['', '[[0,"a"', '{"a":1}', '[[0,1,null]]'])
    expect(readStoredTurns(text)).toMatchObject({ ok: false, issues: [{ code: 'not-turns' }] })
})
