import { expect, test } from 'vitest'
import { frenchSpacing } from './french-spacing.ts'

test('a quotation mark or a question mark never stands alone at a line’s edge', () => {
  expect(frenchSpacing('Choisir « Plus tard » ; et après ?')).toBe(
    'Choisir «\u00a0Plus tard\u00a0»\u00a0; et après\u00a0?',
  )
})
