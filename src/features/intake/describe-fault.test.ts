import { expect, test } from 'vitest'
import { describeFaults } from './describe-fault.ts'

test('what was seen is named once, however often it was', () => {
  expect(describeFaults([{ code: 'gap' }, { code: 'altered' }, { code: 'gap' }, { code: 'fork' }])).toEqual([
    'missing',
    'changed',
  ])
})

test('no fault, nothing to say', () => {
  expect(describeFaults([])).toEqual([])
})
