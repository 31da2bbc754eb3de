import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OwnState } from '../../core/case/fold-own.ts'
import type { Drill } from '../../core/model/lesson-schema.ts'
import { cardsOfDay, drillGrades, gradeCard, NEW_A_DAY, nextDue } from './drill-schedule.ts'

const text = (words: string) => ({ en: words, fr: words })
const drill = (id: string): Drill => ({
  id,
  place: 1,
  title: text(id),
  aim: text(id),
  origin: 'ours',
  cards: Array.from({ length: 30 }, (_, index) => ({
    id: `card-${index}`,
    prompt: text(`card ${index}`),
    answer: { kind: 'choice', choices: [{ id: 'a', text: text('a') }], right: ['a'] },
    why: text('why'),
  })),
})
const drills = [drill('one'), drill('two')]
const morning = Date.parse('2026-11-23T08:00:00.000Z')
const dayBegan = Date.parse('2026-11-23T05:00:00.000Z')
const dayMs = 24 * 60 * 60_000

type States = OwnState['drillStates']
const answer = (states: States, drill: string, card: string, grade: 1 | 2 | 3 | 4, at: number): States => {
  const before = states[drill]?.[card] ?? null
  const state = gradeCard(before?.state ?? null, grade, at)
  return {
    ...states,
    [drill]: { ...states[drill], [card]: { state, firstAt: before?.firstAt ?? new Date(at).toISOString() } },
  }
}

describe('the cards of a day', () => {
  it('are a few new ones of every drill where nothing was ever answered', () => {
    const cards = cardsOfDay(drills, { drillStates: {} }, morning, dayBegan)
    expect(cards).toHaveLength(NEW_A_DAY)
    expect(new Set(cards.map(({ drill }) => drill))).toEqual(new Set(['one', 'two']))
  })

  it('begin with what is due, and what waited longest stands first', () => {
    let states: States = {}
    states = answer(states, 'one', 'card-5', 3, morning - 30 * dayMs)
    states = answer(states, 'two', 'card-7', 3, morning - 60 * dayMs)
    const cards = cardsOfDay(drills, { drillStates: states }, morning, dayBegan)
    expect(cards.slice(0, 2).map(({ card }) => card.id)).toEqual(['card-7', 'card-5'])
    expect(cards).toHaveLength(2 + NEW_A_DAY)
  })

  it('bring back in the same sitting what was not known, and not what was', () => {
    let states: States = {}
    states = answer(states, 'one', 'card-0', 1, morning)
    states = answer(states, 'one', 'card-1', 3, morning)
    const ids = cardsOfDay(drills, { drillStates: states }, morning + 60_000, dayBegan).map(
      ({ card, drill }) => (drill === 'one' ? card.id : ''),
    )
    expect(ids.at(-1)).toBe('card-0')
    expect(ids).not.toContain('card-1')
  })

  it('come to an end, and more new ones may be asked for', () => {
    let states: States = {}
    for (let index = 0; index < NEW_A_DAY; index++)
      states = answer(states, 'one', `card-${index}`, 4, morning + index * 60_000)
    const now = morning + 60 * 60_000
    expect(cardsOfDay(drills, { drillStates: states }, now, dayBegan)).toEqual([])
    expect(cardsOfDay(drills, { drillStates: states }, now, dayBegan, 10)).toHaveLength(10)
    expect(Date.parse(nextDue(drills, { drillStates: states }, now) ?? '')).toBeGreaterThan(now)
    expect(
      cardsOfDay(drills, { drillStates: states }, now + dayMs, dayBegan + dayMs).length,
    ).toBeGreaterThanOrEqual(NEW_A_DAY)
  })
})

describe('grading a card', () => {
  it('brings it back later the better it was known, always after now, and the same way each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...drillGrades), fc.integer({ min: 1, max: 90 })), {
          maxLength: 12,
        }),
        history => {
          let state: ReturnType<typeof gradeCard> | null = null
          let now = morning
          for (const [grade, days] of history) {
            state = gradeCard(state, grade, now)
            now += days * dayMs
          }
          const due = drillGrades.map(grade => Date.parse(gradeCard(state, grade, now).due))
          expect(Math.min(...due)).toBeGreaterThan(now)
          expect(due).toEqual(due.toSorted((a, b) => a - b))
          expect(gradeCard(state, 3, now)).toEqual(gradeCard(state, 3, now))
        },
      ),
    )
  })

  it('comes back later and later while it is known', () => {
    let state = gradeCard(null, 3, morning)
    const waits: number[] = []
    for (let time = 0; time < 5; time++) {
      const now = Date.parse(state.due)
      state = gradeCard(state, 3, now)
      waits.push(state.scheduled)
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits.at(-1)).toBeGreaterThan(30)
  })
})
