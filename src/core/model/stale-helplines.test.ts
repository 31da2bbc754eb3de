import { expect, test } from 'vitest'
import model from 'virtual:model'
import { staleHelplines } from './stale-helplines.ts'

const checkedOn = (checked: string) => ({ helplines: [{ ...model.helplines[0]!, checked }] })

test('a number is stale a year and a day after it was checked, not before', () => {
  expect(staleHelplines(checkedOn('2026-11-23'), '2027-11-23')).toEqual([])
  expect(staleHelplines(checkedOn('2026-11-23'), '2027-11-24')).toHaveLength(1)
  expect(staleHelplines(checkedOn('2024-02-29'), '2025-03-01')).toHaveLength(1)
})
