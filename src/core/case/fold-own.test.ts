import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldOwn } from './fold-own.ts'
import { type OwnEntry, type OwnEntryBody, readOwnEntryBody } from './own-entry-kind.ts'

const at = '2026-11-23T09:00:00.000Z'
const later = '2026-11-24T09:00:00.000Z'
const hour = 'a'.repeat(22)
const other = 'b'.repeat(22)
const kept = (...bodies: OwnEntryBody[]): OwnEntry[] =>
  bodies.map((body, index) => ({ hash: `hash-${index}`, body }))

const begun = (rehearsal: string): OwnEntryBody => ({
  kind: 'rehearsal-begun',
  at,
  rehearsal,
  couple: 'nadia-and-tom',
  difficulty: 1,
  seed: 7,
  from: null,
})
const turn = (rehearsal: string, words: string): OwnEntryBody => ({
  kind: 'rehearsal-turn',
  at,
  rehearsal,
  words,
})
const ended = (rehearsal: string, value: number): OwnEntryBody => ({
  kind: 'rehearsal-ended',
  at,
  rehearsal,
  observations: [{ skill: 'hearing', turn: 1, value }],
})
const review = (at: string, reps: number): OwnEntryBody => ({
  kind: 'drill-review',
  at,
  drill: 'plain-word',
  card: 'one',
  grade: 3,
  schedule: {
    due: later,
    stability: 2.3,
    difficulty: 5,
    elapsed: 0,
    scheduled: 2,
    step: 0,
    reps,
    lapses: 0,
    state: 'review',
    last: at,
  },
})

describe('what practice has come to', () => {
  it('is nothing before anybody practised', () => {
    expect(foldOwn([])).toEqual({
      answers: {},
      lessonsDone: {},
      drillStates: {},
      rehearsals: [],
      observations: [],
      sheets: [],
    })
  })

  it('keeps the newest answer to each question, and the day on which a lesson was first done', () => {
    const say = (question: string, words: string): OwnEntryBody => ({
      kind: 'lesson-answer',
      at,
      lesson: 'vocabulary',
      question,
      words,
    })
    const { answers, lessonsDone } = foldOwn(
      kept(
        say('before', 'first'),
        say('why', 'x'),
        say('before', 'second'),
        { kind: 'lesson-done', at, lesson: 'vocabulary' },
        { kind: 'lesson-done', at: later, lesson: 'vocabulary' },
      ),
    )
    expect(answers).toEqual({ vocabulary: { before: { at, words: 'second' }, why: { at, words: 'x' } } })
    expect(lessonsDone).toEqual({ vocabulary: at })
  })

  it('knows where a card stands now and when it was first answered', () => {
    const { drillStates } = foldOwn(kept(review(at, 1), review(later, 2)))
    expect(drillStates['plain-word']?.['one']).toMatchObject({ state: { reps: 2 }, firstAt: at })
  })

  it('keeps two hours that go on at once apart, each with everything that erasing it must erase', () => {
    const { rehearsals, observations } = foldOwn(
      kept(
        begun(hour),
        begun(other),
        turn(hour, 'one'),
        turn(other, 'two'),
        turn(hour, ''),
        ended(other, 0.75),
      ),
    )
    expect(rehearsals.map(({ texts, endedAt, hashes }) => ({ texts, endedAt, hashes }))).toEqual([
      { texts: ['one', ''], endedAt: null, hashes: ['hash-0', 'hash-2', 'hash-4'] },
      { texts: ['two'], endedAt: at, hashes: ['hash-1', 'hash-3', 'hash-5'] },
    ])
    expect(observations).toEqual([{ skill: 'hearing', turn: 1, value: 0.75 }])
  })

  it('counts an hour that was ended twice once', () => {
    expect(foldOwn(kept(begun(hour), ended(hour, 0.2), ended(hour, 0.9))).observations).toEqual([
      { skill: 'hearing', turn: 1, value: 0.9 },
    ])
  })

  it('passes over a turn whose hour was erased', () => {
    expect(foldOwn(kept(turn(hour, 'left over'), ended(hour, 1)))).toMatchObject({
      rehearsals: [],
      observations: [],
    })
  })

  it('shows a sheet as it was last written', () => {
    const sheet = (words: string): OwnEntryBody => ({
      kind: 'observer-sheet',
      at,
      sheet: hour,
      role: 'observer',
      answers: { saw: words },
    })
    expect(foldOwn(kept(sheet('a'), sheet('b'))).sheets).toEqual([
      { sheet: hour, at, role: 'observer', answers: { saw: 'b' } },
    ])
  })

  it('never throws, whatever an own journal holds', () => {
    const bodies = fc.constantFrom(
      begun(hour),
      begun(other),
      turn(hour, 'a'),
      turn(other, 'b'),
      ended(hour, 0.5),
      ended(other, 1),
      review(at, 1),
    )
    fc.assert(
      fc.property(fc.array(bodies), list => {
        const state = foldOwn(kept(...list))
        expect(state).toEqual(foldOwn(kept(...list)))
        expect(state.rehearsals.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('entries of practice', () => {
  it('are read where they fit their kind, and passed over where they do not', () => {
    for (const body of [begun(hour), turn(hour, ''), ended(hour, 1), review(at, 1)])
      expect(readOwnEntryBody(JSON.parse(JSON.stringify(body)))).toEqual(body)
    expect(
      readOwnEntryBody({ ...ended(hour, 1), observations: [{ skill: 'hearing', turn: 1, value: 2 }] }),
    ).toBe(null)
    expect(readOwnEntryBody({ kind: 'from-a-later-day', at })).toBe(null)
  })
})
