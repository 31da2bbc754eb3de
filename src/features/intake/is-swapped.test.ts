import { expect, test } from 'vitest'
import { Refused } from '../../vault/ports.ts'
import { isSwapped } from './is-swapped.ts'

test('what the vault refuses as swapped is told from a link that ran out and from a dead network', () => {
  for (const code of ['welcome-swapped', 'keyring-swapped', 'pin-answer-swapped'])
    expect(isSwapped(new Refused(409, code))).toBe(true)
  for (const other of [
    new Refused(404, 'not-found'),
    new Refused(409, 'link-spent'),
    new Error('x'),
    'swapped',
    null,
  ])
    expect(isSwapped(other)).toBe(false)
})
