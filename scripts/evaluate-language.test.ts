import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowsOf, tables, turnsOf } from './evaluate-language.ts'

const root = resolve(import.meta.dirname, '..')

describe.each(['sentences', 'turns', 'therapist'] as const)('the rows of %s', table => {
  const rows = rowsOf(root, table)

  test('hold at least 40 to score of each kind', () => {
    for (const kind of tables[table]) {
      const scored = rows.filter(
        ({ half, labels, contested }) =>
          half === 'test' && labels.includes(kind) && !contested.includes(kind),
      )
      expect(scored.length).toBeGreaterThanOrEqual(40)
    }
  })

  test('are each of one half, with ids of their own and labels that their table knows', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { half, labels, turns } of rows) {
      expect(['dev', 'test']).toContain(half)
      expect(tables[table]).toEqual(expect.arrayContaining(labels))
      for (const { text } of turns) expect(text).not.toBe('')
    }
  })

  test('hold ordinary talk as well', () => {
    expect(rows.filter(({ half, labels }) => half === 'test' && labels.length === 0).length).toBeGreaterThan(
      40,
    )
  })
})

test('turns are written with who speaks', () => {
  expect(turnsOf('A: I am late. | T: What happened?')).toEqual([
    { speaker: 'A', role: 'partner', text: 'I am late.' },
    { speaker: 'T', role: 'therapist', text: 'What happened?' },
  ])
  expect(turnsOf('I am late.')).toEqual([{ speaker: 'A', role: 'partner', text: 'I am late.' }])
})
