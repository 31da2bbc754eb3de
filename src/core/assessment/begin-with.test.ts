import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { type BlueprintOptions, makeBlueprint } from './blueprint.ts'
import type { Answers } from '../case/case-state.ts'
import { evenSheet } from './sheets-for-tests.ts'

const two = ['A', 'B']
/** Every item of an element answered at this strength. */
const at = (element: string, strength: number): Answers =>
  Object.fromEntries(
    (model.elements.find(({ id }) => id === element)?.items ?? []).map(item => [
      item.id,
      item.reversed ? 6 - strength : strength,
    ]),
  )
const couple = (a: Answers, b: Answers, options: BlueprintOptions = {}) =>
  makeBlueprint(model, [evenSheet(model, 'A', two, 4, a), evenSheet(model, 'B', two, 4, b)], options)
const elements = (blueprint: ReturnType<typeof couple>) => blueprint.beginWith.map(({ element }) => element)

describe('where to begin', () => {
  it('begins with what is low for one and apart, before what is low for both', () => {
    const blueprint = couple({ ...at('commitments', 1), ...at('power', 2) }, at('power', 2))
    expect(elements(blueprint)).toEqual(['commitments', 'power'])
    expect(blueprint.beginWith[0]?.reasons).toEqual([
      { id: 'low', seats: ['A'], all: false },
      { id: 'apart', seats: ['A', 'B'], far: true, widest: true },
      { id: 'seen-apart', by: 'A', of: 'B', lower: true },
    ])
    expect(blueprint.beginWith[1]?.reasons).toEqual([{ id: 'low', seats: ['A', 'B'], all: true }])
  })

  it('breaks ties in the order of the model', () => {
    const low = { ...at('existential', 1), ...at('values', 1) }
    expect(elements(couple(low, low))).toEqual(['values', 'existential'])
  })

  it('brings the foundation that mistrust, selfishness or manipulation points at to the front', () => {
    for (const area of model.climate.filter(({ group }) => group === 'order')) {
      const heavy = { [area.item.id]: area.item.reversed ? 5 : 1 }
      const blueprint = couple(heavy, at('communication', 1))
      expect(area.elements).toContain(elements(blueprint)[0])
      expect(blueprint.beginWith[0]?.reasons[0]).toEqual({
        id: 'order-question',
        area: area.id,
        seats: ['A'],
      })
      expect(elements(blueprint)).toContain('communication')
      expect(blueprint.sexuality.waitingFor).toContain(elements(blueprint)[0])
    }
  })

  it('always lets the therapist order win, and keeps the reasons beside it', () => {
    const blueprint = couple(at('commitments', 1), {}, { order: ['existential', 'commitments'] })
    expect(elements(blueprint)).toEqual(['existential', 'commitments'])
    expect(blueprint.beginWith[0]?.reasons).toEqual([{ id: 'therapist-order' }])
    expect(blueprint.beginWith[1]?.reasons.map(({ id }) => id)).toEqual([
      'therapist-order',
      'low',
      'apart',
      'seen-apart',
    ])
  })

  it('is honest where nothing is low or apart', () => {
    const blueprint = couple({}, {})
    expect(blueprint.beginWith).toEqual([
      { element: 'communication', reasons: [{ id: 'lowest-though-not-low' }] },
    ])
    expect(blueprint.sexuality).toEqual({ open: true, waitingFor: [], reasons: [] })
  })

  it('works for one person alone, and says that it is one side', () => {
    const blueprint = makeBlueprint(model, [evenSheet(model, 'A', ['A'], 4, at('conflict', 2))])
    expect(blueprint.beginWith).toEqual([
      {
        element: 'conflict',
        reasons: [
          { id: 'low', seats: ['A'], all: true },
          { id: 'one-person', seat: 'A' },
        ],
      },
    ])
    expect(blueprint.sexuality.waitingFor).toEqual(['conflict'])
  })
})

describe('the sexual questions', () => {
  it('wait for what is low or not known, and not for what is only apart', () => {
    const apart = couple(at('values', 3), at('values', 5))
    expect(elements(apart)).toEqual(['values'])
    expect(apart.sexuality.open).toBe(true)
    const unknown = couple({}, { 'power.self.1': null, 'power.self.2': null })
    expect(unknown.sexuality).toEqual({
      open: false,
      waitingFor: ['power'],
      reasons: [{ element: 'power', reasons: [{ id: 'not-enough', seats: ['B'] }] }],
    })
  })
})
