import model from 'virtual:model/partner'
import { expect, test } from 'vitest'
import type { Answers } from '../../core/case/case-state.ts'
import { isClosed, ownResults, placeOnLine } from './own-results.ts'

const people = [
  { seat: 'kim', label: 'Kim' },
  { seat: 'noor', label: 'Noor' },
]
const power = model.elements.find(element => element.id === 'power')
if (!power) throw new Error('the model has seven elements')
const answers: Answers = Object.fromEntries(power.items.map(item => [item.id, item.reversed ? 5 : 1]))
const own = { seat: 'kim', answers, readable: answers, shown: {} }
const ofPower = (change: Partial<typeof own>) =>
  ownResults(model.elements, people, { ...own, ...change }).find(({ id }) => id === 'power')

test('one person sees their own places from their own answers alone', () => {
  const results = ownResults(model.elements, people, own)
  expect(results.map(result => result.id)).toEqual(model.elements.map(element => element.id))
  expect(results.find(result => result.id === 'power')).toMatchObject({ score: 0, isClosed: false })
  expect(results.find(result => result.id === 'values')).toMatchObject({ score: null, isClosed: false })
})

test('one answer from before there was a PIN closes the whole place, left out or not, about whomever', () => {
  const [first, ...others] = Object.keys(answers)
  const readable = Object.fromEntries(others.map(key => [key, answers[key] ?? null]))
  expect(ofPower({ readable })).toMatchObject({ score: null, isClosed: true })
  expect(ofPower({ readable: {} })).toMatchObject({ score: null, isClosed: true })
  const leftOut = { ...answers, [first ?? '']: null }
  expect(ofPower({ answers: leftOut, readable })).toMatchObject({ score: null, isClosed: true })
  const aboutEach = { 'power.other.1@sam': 3, ...answers }
  expect(ofPower({ answers: aboutEach, readable: answers })).toMatchObject({ score: null, isClosed: true })
  expect(isClosed({ answers: { meaning: 'both' }, readable: {} }, ['meaning', 'meaning.words'])).toBe(true)
  expect(isClosed({ answers: {}, readable: {} }, ['meaning', 'meaning.words'])).toBe(false)
})

test('what its readers know already stays as it was shown', () => {
  expect(ofPower({ readable: {}, shown: { power: 25 } })).toMatchObject({ score: 25, isClosed: false })
})

test('a place is said in words that match the line', () => {
  expect([0, 37, 38, 50, 62, 63, 100].map(placeOnLine)).toEqual([
    'lower',
    'lower',
    'middle',
    'middle',
    'middle',
    'upper',
    'upper',
  ])
})
