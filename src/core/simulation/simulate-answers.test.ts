import whole from 'virtual:model'
import model from 'virtual:model/partner'
import { expect, test } from 'vitest'
import { checkAnswerSheets } from '../assessment/answer-sheet.ts'
import { seededRandom } from './seeded-random.ts'
import { simulateAnswers, simulateCouple } from './simulate-answers.ts'

const elements = model.elements.map(element => element.id)
const meanings = [{ meaning: 'both', words: 'more time' }]

test('a simulated person answers every question that the intake asks, with answers that it takes', () => {
  for (const seats of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
    const random = seededRandom(7)
    const [person] = simulateCouple(random, elements, meanings)
    if (!person) throw new Error('a couple has people')
    const answers = simulateAnswers(random, model, person, seats.slice(1))
    const partners = seats.map(seat => ({ seat, answers: seat === 'A' ? answers : {} }))
    expect(checkAnswerSheets(whole, { instrument: 'intake@1', partners })).toMatchObject({ ok: true })
    const others = whole.elements.length * 2 * Math.max(1, seats.length - 1)
    expect(Object.keys(answers)).toHaveLength(2 + whole.climate.length + whole.elements.length * 4 + others)
  }
})

test('the same seed gives the same couple; another seed another', () => {
  const couple = (seed: number) => simulateCouple(seededRandom(seed), elements, meanings)
  expect(couple(1)).toEqual(couple(1))
  expect(couple(1)).not.toEqual(couple(2))
})
