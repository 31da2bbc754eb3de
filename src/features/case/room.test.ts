import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseState } from '../../core/case/case-state.ts'
import { foldCase } from '../../core/case/fold-case.ts'
import type { ElementId } from '../../core/model/schema.ts'
import { makeRoom } from './room.ts'

const elements: ElementId[] = [
  'communication',
  'values',
  'commitments',
  'self-management',
  'power',
  'conflict',
  'existential',
]
const people = [
  { seat: 'seatAAAAAAAAAAAAAAAAAA', label: 'Ash' },
  { seat: 'seatBBBBBBBBBBBBBBBBBB', label: 'Birch' },
]
const [a, b] = people.map(person => person.seat) as [string, string]
type Release = CaseState['releases'][string]
const released = (scores: Release['elements']): Release => ({
  kind: 'release',
  at: '2026-11-14T10:00:00Z',
  elements: scores,
  meaning: null,
})
const stateWith = (releases: Record<string, Release>, leftOutOfRoom: ElementId[] = []): CaseState => ({
  ...foldCase([]),
  people,
  releases,
  leftOutOfRoom,
})

test('withheld, unanswered and left out by the therapist are the same data', () => {
  const rowOf = (state: CaseState) => makeRoom(state, elements).rows[0]
  const withheld = rowOf(stateWith({ [a]: released({}), [b]: released({}) }))
  const unanswered = rowOf(
    stateWith({ [a]: released({ communication: null }), [b]: released({ communication: null }) }),
  )
  const leftOut = rowOf(
    stateWith({ [a]: released({ communication: 20 }), [b]: released({ communication: 80 }) }, [
      'communication',
    ]),
  )
  const nobodyReleased = rowOf(stateWith({}))
  expect(unanswered).toEqual(withheld)
  expect(leftOut).toEqual(withheld)
  expect(nobodyReleased).toEqual(withheld)
})

test('places stand beside each other only where both released the element', () => {
  const room = makeRoom(
    stateWith({ [a]: released({ values: 30, power: 10 }), [b]: released({ values: 70 }) }),
    elements,
  )
  expect(room.rows.filter(row => row.together).map(row => row.element)).toEqual(['values'])
})

test('whatever was released, the room holds no place that its person did not release', () => {
  const scores = fc.dictionary(fc.constantFrom(...elements), fc.option(fc.integer({ min: 0, max: 100 })))
  fc.assert(
    fc.property(scores, scores, fc.subarray(elements), (ofA, ofB, leftOut) => {
      const room = makeRoom(stateWith({ [a]: released(ofA), [b]: released(ofB) }, leftOut), elements)
      for (const { element, marks } of room.rows)
        for (const { seat, score } of marks) {
          const own: number | null | undefined = (seat === a ? ofA : ofB)[element]
          expect(score).toBe(leftOut.includes(element) ? null : (own ?? null))
        }
    }),
  )
})

test('somebody who has left shows nothing in the room', () => {
  const state = stateWith({ [a]: released({ values: 30 }), [b]: released({ values: 70 }) })
  const sheet = {
    seat: a,
    settingHash: null,
    consent: null,
    answers: {},
    answeredAt: {},
    firstAt: null,
    newestAt: null,
    finishedAt: null,
    paused: false,
    left: true,
    confirmed: null,
    metAlone: true,
  }
  const room = makeRoom({ ...state, sheets: { [a]: sheet } }, elements)
  expect(room.rows[1]?.marks.map(mark => mark.score)).toEqual([null, 70])
})
