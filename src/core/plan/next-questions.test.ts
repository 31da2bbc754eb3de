import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { makeBlueprint } from '../assessment/blueprint.ts'
import { anySheet, evenSheet } from '../assessment/sheets-for-tests.ts'
import { heardInSessions } from './heard-in-sessions.ts'
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

describe('the plan learns from sessions', () => {
  const calm = even(5, { meaning: 'both' }, { meaning: 'both' })
  const conflictLow = () => {
    const conflict = model.elements.find(({ id }) => id === 'conflict')
    const answers = Object.fromEntries((conflict?.items ?? []).map(item => [item.id, item.reversed ? 4 : 2]))
    return even(4, { ...answers, meaning: 'both' }, { meaning: 'both' })
  }

  it('brings what was heard right after where to begin, and says why', () => {
    const heard = [{ id: 'heard-fear', element: 'existential' }] as const
    const before = nextQuestions(model, conflictLow()).next
    const { next } = nextQuestions(model, conflictLow(), { heard })
    expect(ids(next).indexOf('existential.ask.1')).toBe(2)
    expect(ids(before)).not.toContain('existential.ask.1')
    expect(next.find(({ id }) => id === 'existential.ask.1')?.why).toContainEqual({ id: 'heard-fear' })
    expect(ids(next).slice(0, 2)).toEqual(['conflict.ask.1', 'conflict.ask.2'])
  })

  it('goes on to the next question of an element once the first was asked', () => {
    const plan = nextQuestions(model, conflictLow(), { asked: ['conflict.ask.1'] })
    expect(plan.next[0]).toMatchObject({ id: 'conflict.ask.2' })
    expect(plan.next[0]?.why).toContainEqual({ id: 'goes-on' })
  })

  it('asks again what “more intimate” means where the word stood for sex', () => {
    expect(ids(nextQuestions(model, calm).next)).not.toContain('meaning')
    const { next } = nextQuestions(model, calm, { heard: [{ id: 'heard-meaning', element: null }] })
    expect(next[0]).toMatchObject({ id: 'meaning', why: [{ id: 'heard-meaning' }] })
  })

  it('never moves the therapist’s own order', () => {
    const order = model.elements.map(({ id }) => id)
    const own = makeBlueprint(
      model,
      two.map(seat => evenSheet(model, seat, two, 4, { meaning: 'both' })),
      { order },
    )
    const heard = [{ id: 'heard-weak', element: 'conflict' }] as const
    const { next } = nextQuestions(model, own, { heard })
    expect(ids(next)).toEqual(ids(nextQuestions(model, own).next))
    expect(next.find(({ element }) => element === 'conflict')?.why.map(({ id }) => id)).toContain(
      'heard-weak',
    )
  })

  it('whatever was asked and heard: no question twice, each with a reason, nothing held back', () => {
    const everyId = model.elements.flatMap(({ interview }) => interview.map(({ id }) => id))
    const anyHeard = fc.constantFrom(
      { id: 'heard-weak', element: 'conflict' } as const,
      { id: 'heard-promise', element: 'commitments' } as const,
      { id: 'heard-refusal', element: 'power' } as const,
      { id: 'heard-meaning', element: null } as const,
    )
    fc.assert(
      fc.property(
        anySheet(model, 'A', two),
        fc.subarray(everyId),
        fc.uniqueArray(anyHeard),
        (sheet, asked, heard) => {
          const blueprint = makeBlueprint(model, [sheet, evenSheet(model, 'B', two, 3)])
          const plan = nextQuestions(model, blueprint, { asked, heard })
          expect(new Set(ids(plan.next)).size).toBe(plan.next.length)
          expect(plan.next.every(({ why, id }) => why.length > 0 && !asked.includes(id))).toBe(true)
          expect(plan.anyTime).toEqual(nextQuestions(model, blueprint).anyTime)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('heardInSessions', () => {
  const person = (seat: string) => ({ seat, label: seat })
  const base = { people: two.map(person), asked: {}, findings: [], promises: [], advice: [] }
  const item = { item: 'i', at: '', who: null, words: '', session: null, source: null }
  const finding = (more: object) => ({
    ...item,
    finding: 'story',
    element: null,
    sign: null,
    sense: null,
    quote: '',
    ...more,
  })

  it('counts a question for each alone as asked once each was asked it, another once it was asked at all', () => {
    const asked = {
      mistrust: { together: true, seats: ['A'] },
      manipulation: { together: false, seats: ['A', 'B'] },
      'conflict.ask.1': { together: true, seats: [] },
      'values.ask.1': { together: false, seats: ['A'] },
    }
    expect(heardInSessions(model, { ...base, asked }).asked).toEqual(['manipulation', 'conflict.ask.1'])
  })

  it('says once what was heard, however often, and nothing of what stands in safety', () => {
    const findings = [
      finding({ finding: 'risk', element: 'conflict', sign: 'weak' }),
      finding({ finding: 'contempt', element: 'conflict', sign: 'weak' }),
      finding({ finding: 'contempt', element: 'conflict', sign: 'weak' }),
      finding({ finding: 'intimacy', sense: 'sex' }),
    ]
    expect(heardInSessions(model, { ...base, findings }).heard).toEqual([
      { id: 'heard-weak', element: 'conflict' },
      { id: 'heard-meaning', element: null },
    ])
    expect(heardInSessions(model, { ...base, findings: findings.slice(0, 1) }).heard).toEqual([])
  })

  it('hears a refusal while it is the newest word on the advice', () => {
    const step = (step: 'refused' | 'tried') => ({ at: '', step, why: '' })
    const advice = [{ ...item, steps: [step('refused')] }]
    expect(heardInSessions(model, { ...base, advice }).heard).toEqual([
      { id: 'heard-refusal', element: 'power' },
    ])
    expect(
      heardInSessions(model, { ...base, advice: [{ ...item, steps: [step('refused'), step('tried')] }] })
        .heard,
    ).toEqual([])
  })
})
