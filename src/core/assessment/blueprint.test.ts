import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { type AnswerSheet, checkAnswerSheets } from './answer-sheet.ts'
import { type Blueprint, makeBlueprint } from './blueprint.ts'
import { OPEN_CHOICE } from './meaning.ts'
import { anySheet, evenSheet } from './sheets-for-tests.ts'

const two = ['A', 'B']
const three = ['A', 'B', 'C']
const row = (blueprint: Blueprint, id: string) => blueprint.elements.find(element => element.id === id)
/** The same case with the two people's seats exchanged. */
const exchanged = (sheets: AnswerSheet[]): AnswerSheet[] =>
  sheets.map(({ seat, answers }) => ({ seat: seat === 'A' ? 'B' : 'A', answers })).reverse()

describe('makeBlueprint', () => {
  it('puts a golden sheet where the arithmetic says', () => {
    // Strengths 2, 4 | 5, 5 | 1, 3: mean 20 / 6, score (20 / 6 - 1) x 25.
    const strengths: Record<string, number> = {
      'self.1': 2,
      'self.2': 4,
      'other.1': 5,
      'other.2': 5,
      'us.1': 1,
      'us.2': 3,
    }
    const power = model.elements.find(element => element.id === 'power')
    const answers = Object.fromEntries(
      (power?.items ?? []).map(item => {
        const strength = strengths[item.id.replace('power.', '')] as number
        return [item.id, item.reversed ? 6 - strength : strength]
      }),
    )
    const [a] = row(makeBlueprint(model, [{ seat: 'A', answers }]), 'power')?.partners ?? []
    expect(a?.score).toBeCloseTo(58.3333, 3)
    expect(a).toMatchObject({ self: 50, other: 100, us: 25, band: null, answered: 6, of: 6 })
  })

  it('needs four answers with one in each facet, and shows a facet with one', () => {
    const only = (ids: string[]) =>
      row(
        makeBlueprint(model, [
          { seat: 'A', answers: Object.fromEntries(ids.map(id => [`values.${id}`, 3])) },
        ]),
        'values',
      )?.partners[0]
    expect(only(['self.1', 'self.2', 'other.1', 'us.1'])).toMatchObject({ score: 50, answered: 4 })
    expect(only(['self.1', 'self.2', 'other.1', 'other.2'])).toMatchObject({
      score: null,
      self: 50,
      us: null,
    })
    expect(only(['self.1', 'other.1', 'us.1'])).toMatchObject({ score: null, other: 50, answered: 3 })
  })

  it('invents nothing where nobody answered', () => {
    for (const seats of [['A'], two, three]) {
      const blueprint = makeBlueprint(
        model,
        seats.map(seat => ({ seat, answers: {} })),
      )
      for (const element of blueprint.elements) {
        for (const person of element.partners)
          expect(person).toMatchObject({
            score: null,
            self: null,
            other: null,
            us: null,
            band: null,
            answered: 0,
          })
        expect(element.gap).toBeNull()
        expect(element.phrase.id).toBe('unanswered')
      }
      expect(blueprint.notEnough).toEqual(model.elements.map(({ id }) => ({ element: id, seats })))
      expect(blueprint.beginWith).toEqual([])
      expect(blueprint.meaning.match).toBeNull()
      expect(blueprint.sexuality).toMatchObject({
        open: false,
        waitingFor: model.elements.map(({ id }) => id),
      })
    }
  })

  it('finds no gap between two people who answered the same', () => {
    fc.assert(
      fc.property(anySheet(model, 'A', two), ({ answers }) => {
        const blueprint = makeBlueprint(
          model,
          two.map(seat => ({ seat, answers })),
        )
        for (const { gap, partners } of blueprint.elements)
          expect(gap).toBe(partners[0]?.score === null ? null : 0)
        expect(blueprint.beginWith.flatMap(({ reasons }) => reasons).some(({ id }) => id === 'apart')).toBe(
          false,
        )
        expect(blueprint.meaning.match).not.toBe(false)
      }),
    )
  })

  it('does not care who sits where: exchanged partners give the exchanged blueprint', () => {
    fc.assert(
      fc.property(anySheet(model, 'A', two), anySheet(model, 'B', two), (a, b) => {
        const one = makeBlueprint(model, [a, b])
        const other = makeBlueprint(model, exchanged([a, b]))
        const back = JSON.parse(
          JSON.stringify(other).replaceAll('"A"', '"#"').replaceAll('"B"', '"A"').replaceAll('"#"', '"B"'),
        )
        for (const [index, element] of one.elements.entries()) {
          expect(back.elements[index].partners.toReversed()).toEqual(element.partners)
          expect(back.elements[index].gap).toBe(element.gap)
          expect(back.elements[index].phrase).toEqual(element.phrase)
        }
        const ids = ({ beginWith }: Blueprint) => beginWith.map(({ element }) => element)
        expect(ids(back)).toEqual(ids(one))
        expect(back.sexuality.waitingFor).toEqual(one.sexuality.waitingFor)
        expect(back.meaning).toEqual(one.meaning)
      }),
    )
  })

  it('mirrors an item together with its answer', () => {
    const mirrored = {
      ...model,
      elements: model.elements.map(element => ({
        ...element,
        items: element.items.map(item => ({ ...item, reversed: !item.reversed })),
      })),
      climate: model.climate.map(area => ({
        ...area,
        item: { ...area.item, reversed: !area.item.reversed },
      })),
    }
    fc.assert(
      fc.property(anySheet(model, 'A', two), anySheet(model, 'B', two), (...sheets) => {
        const flipped = sheets.map(({ seat, answers }) => ({
          seat,
          answers: Object.fromEntries(
            Object.entries(answers).map(([id, value]) => [id, typeof value === 'number' ? 6 - value : value]),
          ),
        }))
        expect(makeBlueprint(mirrored, flipped)).toEqual(makeBlueprint(model, sheets))
      }),
    )
  })

  it('keeps every score on the scale, and a better answer never lowers one', () => {
    const items = model.elements.flatMap(element => element.items)
    fc.assert(
      fc.property(anySheet(model, 'A', two), fc.constantFrom(...items), (sheet, item) => {
        const before = makeBlueprint(model, [sheet, { seat: 'B', answers: {} }])
        const value = sheet.answers[item.id]
        const better =
          typeof value === 'number' ? Math.min(5, Math.max(1, value + (item.reversed ? -1 : 1))) : value
        const answers = better === undefined ? sheet.answers : { ...sheet.answers, [item.id]: better }
        const after = makeBlueprint(model, [
          { seat: 'A', answers },
          { seat: 'B', answers: {} },
        ])
        for (const [index, element] of before.elements.entries()) {
          const score = element.partners[0]?.score ?? null
          const then = after.elements[index]?.partners[0]?.score ?? null
          if (score === null) continue
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          expect(then).toBeGreaterThanOrEqual(score)
        }
      }),
    )
  })

  it('sets how A sees B beside how B sees B', () => {
    const a = evenSheet(model, 'A', two, 4, { 'commitments.other.1': 1, 'commitments.other.2': 5 })
    const b = evenSheet(model, 'B', two, 4)
    const views = row(makeBlueprint(model, [a, b]), 'commitments')?.views
    expect(views).toContainEqual({ by: 'A', of: 'B', seen: 0, own: 75 })
    expect(views).toContainEqual({ by: 'B', of: 'A', seen: 75, own: 75 })
  })

  it('scores three people pair by pair', () => {
    const seats = three
    const items = (about: string, strength: number) =>
      Object.fromEntries(
        (model.elements.find(({ id }) => id === 'power')?.items ?? [])
          .filter(item => item.facet === 'other')
          .map(item => [`${item.id}@${about}`, item.reversed ? 6 - strength : strength]),
      )
    const a = evenSheet(model, 'A', seats, 3, { ...items('B', 1), ...items('C', 5) })
    const blueprint = makeBlueprint(model, [
      a,
      evenSheet(model, 'B', seats, 3),
      evenSheet(model, 'C', seats, 1),
    ])
    const power = row(blueprint, 'power')
    expect(power?.partners[0]).toMatchObject({
      score: 50,
      other: 50,
      about: [
        { seat: 'B', score: 0 },
        { seat: 'C', score: 100 },
      ],
      of: 6,
    })
    expect(power?.gap).toBeNull()
    expect(power?.gaps).toEqual([
      { seats: ['A', 'B'], gap: 0 },
      { seats: ['A', 'C'], gap: 50 },
      { seats: ['B', 'C'], gap: 50 },
    ])
    expect(power?.phrase).toEqual({ id: 'far-one', missing: 0 })
  })

  it('says a row in words', () => {
    const phrase = (...strengths: (number | null)[]) => {
      const seats = ['A', 'B', 'C'].slice(0, strengths.length)
      const sheets = seats.map((seat, i) =>
        strengths[i] ? evenSheet(model, seat, seats, strengths[i]) : { seat, answers: {} },
      )
      return row(makeBlueprint(model, sheets), 'values')?.phrase.id
    }
    expect(phrase(4, 4)).toBe('close-none')
    expect(phrase(2, 2)).toBe('close-all')
    expect(phrase(3, 4)).toBe('far-none')
    expect(phrase(2, 4)).toBe('far-one')
    expect(phrase(4, null)).toBe('one-person')
    expect(phrase(2)).toBe('one-person-low')
    expect(phrase(1, 2, 5)).toBe('far-some')
    const sheets = [evenSheet(model, 'A', two, 4), { seat: 'B', answers: { 'values.self.1': 3 } }]
    expect(row(makeBlueprint(model, sheets), 'values')?.phrase).toEqual({ id: 'too-few-one', missing: 1 })
  })

  it('compares what "more intimate" means, and lets the open answer stand open', () => {
    const match = (a: string | null, b: string | null) =>
      makeBlueprint(model, [
        { seat: 'A', answers: { meaning: a } },
        { seat: 'B', answers: { meaning: b } },
      ]).meaning.match
    expect(match('more-sex', 'more-sex')).toBe(true)
    expect(match('more-sex', 'getting-on-better')).toBe(false)
    expect(match('more-sex', null)).toBeNull()
    expect(model.meaning.choices.map(choice => choice.id)).toContain(OPEN_CHOICE)
    expect(match(OPEN_CHOICE, OPEN_CHOICE)).toBeNull()
  })

  it('takes the places of the kept blueprint for the hollow marks', () => {
    const previous = {
      kind: 'blueprint-kept',
      at: '2026-09-03T10:00:00.000Z',
      elements: [{ element: 'values', scores: [{ seat: 'B', score: 25 }] }],
    } as const
    const kept = { ...previous, elements: previous.elements.map(e => ({ ...e, scores: [...e.scores] })) }
    const blueprint = makeBlueprint(
      model,
      two.map(seat => evenSheet(model, seat, two, 3)),
      { previous: kept },
    )
    expect(row(blueprint, 'values')?.partners.map(person => person.previous)).toEqual([null, 25])
    expect(row(blueprint, 'power')?.partners.map(person => person.previous)).toEqual([null, null])
  })

  it('draws every sheet that the check lets through, for one, two or three', () => {
    for (const seats of [['A'], two, three])
      fc.assert(
        fc.property(fc.tuple(...seats.map(seat => anySheet(model, seat, seats))), sheets => {
          const checked = checkAnswerSheets(model, { instrument: model.instrument, partners: sheets })
          expect(checked.ok).toBe(true)
          expect(makeBlueprint(model, sheets).elements).toHaveLength(7)
        }),
        { numRuns: 30 },
      )
  })
})
