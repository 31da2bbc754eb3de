import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, makeEdit, noEdits, redoEdit, undoEdit } from './edit-history.ts'
import { speakersOf } from './finish-transcript.ts'
import { applyEdit, type SpeakerEdit } from './speaker-edit.ts'
import { gatherStretches, placeInStretch } from './stretches.ts'
import type { Transcript } from './transcript.ts'

const made = (...said: [string, string][]): Transcript => {
  const utterances = said.map(([speaker, text], i) => ({
    speaker,
    text,
    startMs: i * 1_000,
    endMs: i * 1_000 + 800,
  }))
  return { format: 'text', utterances, speakers: speakersOf(utterances), unread: [] }
}
const couple = made(
  ['T', 'Shall we?'],
  ['A', 'Please do.'],
  ['B', 'I am here.'],
  ['A', 'So am I. Good.'],
  ['B', 'Yes.'],
)
const after = (...edits: SpeakerEdit[]): Transcript => {
  const result = applyEdits(couple, edits)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
const who = ({ utterances }: Transcript) => utterances.map(({ speaker }) => speaker).join('')
const words = ({ utterances }: Transcript) => utterances.map(({ text }) => text).join(' ')

describe('putting right who said what', () => {
  it('swaps two people from a place on, or in a range; a third is untouched', () => {
    expect(who(after({ kind: 'swap', a: 'A', b: 'B', from: 2, to: null }))).toBe('TAABA')
    expect(who(after({ kind: 'swap', a: 'A', b: 'B', from: 0, to: 3 }))).toBe('TBAAB')
  })

  it('gives words to somebody else, somebody new too', () => {
    const changed = after({ kind: 'reassign', from: 1, to: 2, speaker: 'C' })
    expect(who(changed)).toBe('TCBAB')
    expect(changed.speakers).toEqual(['T', 'C', 'B', 'A'])
  })

  it('splits words between two people and puts them together again', () => {
    const split = after({ kind: 'split', at: 3, offset: 8, speaker: 'B' })
    expect(split.utterances.slice(3, 5).map(({ speaker, text }) => [speaker, text])).toEqual([
      ['A', 'So am I.'],
      ['B', 'Good.'],
    ])
    expect(split.utterances[3]?.endMs).toBe(split.utterances[4]?.startMs)
    const joined = applyEdit(split, { kind: 'join', at: 3 })
    expect(joined).toEqual({ ok: true, value: couple })
  })

  it('takes edits back one by one and brings them back', () => {
    let history = makeEdit(noEdits, { kind: 'reassign', from: 1, to: 2, speaker: 'B' })
    history = makeEdit(history, { kind: 'swap', a: 'A', b: 'B', from: 0, to: null })
    const both = after(...history.done)
    history = undoEdit(undoEdit(undoEdit(history)))
    expect(after(...history.done)).toEqual(couple)
    history = redoEdit(redoEdit(history))
    expect(after(...history.done)).toEqual(both)
    expect(makeEdit(undoEdit(history), { kind: 'join', at: 0 }).undone).toEqual([])
  })

  it.each<[SpeakerEdit, string]>([
    [{ kind: 'swap', a: 'A', b: 'A', from: 0, to: null }, 'speaker-edit.same'],
    [{ kind: 'swap', a: 'A', b: 'B', from: 5, to: null }, 'speaker-edit.place'],
    [{ kind: 'reassign', from: 2, to: 2, speaker: 'A' }, 'speaker-edit.place'],
    [{ kind: 'reassign', from: 0, to: 9, speaker: 'A' }, 'speaker-edit.place'],
    [{ kind: 'split', at: 1, offset: 0, speaker: 'A' }, 'speaker-edit.place'],
    [{ kind: 'split', at: 1, offset: 99, speaker: 'A' }, 'speaker-edit.place'],
    [{ kind: 'join', at: 4 }, 'speaker-edit.place'],
    [{ kind: 'join', at: -1 }, 'speaker-edit.place'],
  ])('refuses what does not fit, naming the edit (%#)', (edit, code) => {
    expect(applyEdit(couple, edit)).toMatchObject({ ok: false, issues: [{ code }] })
    expect(applyEdits(couple, [edit, edit])).toMatchObject({
      issues: [{ path: expect.stringMatching(/^0\./) }],
    })
  })

  it('does not part a character in two', () => {
    const smile = made(['A', 'so 😀 glad'])
    expect(applyEdit(smile, { kind: 'split', at: 0, offset: 4, speaker: null }).ok).toBe(false)
    expect(applyEdit(smile, { kind: 'split', at: 0, offset: 5, speaker: null }).ok).toBe(true)
  })

  it('never changes a word, and swaps undo themselves', () => {
    const place = fc.integer({ min: 0, max: 8 })
    const name = fc.constantFrom('A', 'B', 'T', '')
    const edit: fc.Arbitrary<SpeakerEdit> = fc.oneof(
      fc.record({
        kind: fc.constant('swap' as const),
        a: name,
        b: name,
        from: place,
        to: fc.option(place, { nil: null }),
      }),
      fc.record({ kind: fc.constant('reassign' as const), from: place, to: place, speaker: name }),
      fc.record({
        kind: fc.constant('split' as const),
        at: place,
        offset: place,
        speaker: fc.option(name, { nil: null }),
      }),
      fc.record({ kind: fc.constant('join' as const), at: place }),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), edits => {
        let current = couple
        for (const each of edits) {
          const next = applyEdit(current, each)
          if (!next.ok) continue
          current = next.value
          if (each.kind === 'swap') expect(applyEdit(current, each)).toMatchObject({ ok: true })
          expect(words(current).replace(/\s/g, '')).toBe(words(couple).replace(/\s/g, ''))
          expect(current.speakers).toEqual(speakersOf(current.utterances))
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('stretches', () => {
  it('finds the place of an offset in the file again', () => {
    const transcript = made(['A', 'one two'], ['A', 'three'], ['B', 'four'])
    const [first] = gatherStretches(transcript)
    expect(first).toMatchObject({ text: 'one two three', from: 0, to: 2, startMs: 0, endMs: 1_800 })
    const at = (offset: number) => placeInStretch(transcript, first ?? { from: 0, to: 0 }, offset)
    expect(at(4)).toEqual({ at: 0, offset: 4 })
    expect(at('one two '.length)).toEqual({ at: 1, offset: 0 })
    expect(at('one two thr'.length)).toEqual({ at: 1, offset: 3 })
  })
})
