import model from 'virtual:model/partner'
import { expect, test } from 'vitest'
import { ownResults, placeOnLine } from './own-results.ts'

const people = [
  { seat: 'kim', label: 'Kim' },
  { seat: 'noor', label: 'Noor' },
]
const power = model.elements.find(element => element.id === 'power')
if (!power) throw new Error('the model has seven elements')

test('one person sees their own places from their own answers alone', () => {
  const answers = Object.fromEntries(power.items.map(item => [item.id, item.reversed ? 5 : 1]))
  const results = ownResults(model.elements, people, 'kim', answers)
  expect(results.map(result => result.id)).toEqual(model.elements.map(element => element.id))
  expect(results.find(result => result.id === 'power')).toMatchObject({ score: 0 })
  expect(results.find(result => result.id === 'values')).toMatchObject({ score: null })
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
