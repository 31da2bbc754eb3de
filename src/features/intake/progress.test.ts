import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeProgress } from './progress.ts'

test('a couple begins with about twenty minutes ahead', () => {
  expect(describeProgress(0, 55)).toEqual({ words: 'begun', minutes: 19 })
  expect(describeProgress(54, 55)).toEqual({ words: 'near', minutes: 5 })
})

test('going on never adds minutes, and never promises none while something is left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(199), (total, step) => {
      fc.pre(step < total)
      const before = describeProgress(step, total)
      const after = describeProgress(step + 1, total)
      expect(after.minutes).toBeLessThanOrEqual(before.minutes)
      expect(after.minutes).toBeGreaterThanOrEqual(1)
    }),
  )
})
