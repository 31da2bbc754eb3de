import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { makeBlueprint } from '../assessment/blueprint.ts'
import { anySheet, evenSheet } from '../assessment/sheets-for-tests.ts'
import { findNeverHeldBack, neverHeldBack } from './never-held-back.ts'
import { nextQuestions } from './next-questions.ts'

const two = ['A', 'B']
const silent = makeBlueprint(
  model,
  two.map(seat => ({ seat, answers: {} })),
)
const even = (strength: number, a = {}, b = {}) =>
  makeBlueprint(model, [evenSheet(model, 'A', two, strength, a), evenSheet(model, 'B', two, strength, b)])
const ids = (questions: { id: string }[]) => questions.map(({ id }) => id)

describe('nextQuestions', () => {
  it('asks early, of each alone, about mistrust, selfishness and manipulation while that is not known', () => {
    const [meaning, ...rest] = nextQuestions(model, silent).next
    expect(meaning?.why).toEqual([{ id: 'meaning-unknown' }])
    expect(ids(rest.slice(0, 3))).toEqual(['mistrust', 'selfishness', 'manipulation'])
    expect(rest.slice(0, 3).every(({ alone }) => alone)).toBe(true)
    for (const element of model.elements) expect(ids(rest)).toContain(element.interview[0]?.id)
  })

  it('begins with the element to begin with, and the climate that informs it', () => {
    const conflict = model.elements.find(({ id }) => id === 'conflict')
    const answers = Object.fromEntries((conflict?.items ?? []).map(item => [item.id, item.reversed ? 4 : 2]))
    const item = model.climate.find(({ id }) => id === 'disagreeing')?.item
    const blueprint = even(
      4,
      { ...answers, [item?.id ?? '']: item?.reversed ? 5 : 1, meaning: 'both' },
      { meaning: 'both' },
    )
    const { next } = nextQuestions(model, blueprint)
    expect(ids(next).slice(0, 3)).toEqual(['conflict.ask.1', 'conflict.ask.2', 'disagreeing'])
    expect(next[0]?.why).toEqual(blueprint.beginWith[0]?.reasons)
    expect(next[2]?.why.map(({ id }) => id)).toEqual(['climate-low', 'climate-apart'])
  })

  it('brings the meaning card first where they mean different things, and leaves it out where they agree', () => {
    const differ = even(4, { meaning: 'more-sex' }, { meaning: 'getting-on-better' })
    expect(nextQuestions(model, differ).next[0]).toMatchObject({
      id: 'meaning',
      why: [{ id: 'meaning-differs' }],
    })
    const agree = even(4, { meaning: 'both' }, { meaning: 'both' })
    expect(ids(nextQuestions(model, agree).next)).not.toContain('meaning')
  })

  it('keeps the sexual map shut until the therapist opens it, after the foundations', () => {
    const sexual = (open: boolean) =>
      nextQuestions(model, silent, { sexualMapOpen: open }).next.map(({ kind }) => kind === 'sexual')
    expect(sexual(false).some(Boolean)).toBe(false)
    const opened = sexual(true)
    expect(opened.some(Boolean)).toBe(true)
    expect(opened.slice(opened.indexOf(true)).every(Boolean)).toBe(true)
  })

  it('never holds back pain, fear, coercion or health, whatever was answered', () => {
    const found = findNeverHeldBack(model)
    expect(found.safety.map(({ topic }) => topic)).toEqual(neverHeldBack.topics)
    expect(found.sexual.map(({ question }) => question.id)).toEqual(
      expect.arrayContaining([...neverHeldBack.questions]),
    )
    expect(found.sexual.map(({ area }) => area.id)).toEqual(expect.arrayContaining([...neverHeldBack.areas]))
    const expected = [...ids(found.safety), ...found.sexual.map(({ question }) => question.id)]
    fc.assert(
      fc.property(
        anySheet(model, 'A', two),
        anySheet(model, 'B', two),
        fc.boolean(),
        (a, b, sexualMapOpen) => {
          const plan = nextQuestions(model, makeBlueprint(model, [a, b]), { sexualMapOpen, asked: expected })
          expect(ids(plan.anyTime)).toEqual(expected)
          expect(new Set(ids(plan.next)).size).toBe(plan.next.length)
          expect(plan.next.every(({ why }) => why.length > 0)).toBe(true)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('leaves out what was asked and offers the next question in its place', () => {
    const [meaning, , , , first] = nextQuestions(model, silent).next
    const { next } = nextQuestions(model, silent, { asked: ['meaning', first?.id ?? ''] })
    expect(ids(next)).not.toContain(meaning?.id)
    expect(ids(next)).not.toContain(first?.id)
    expect(ids(next)).toContain('communication.ask.2')
  })
})
