import { expect, test } from 'vitest'
import { allPlays, type Play, pairedPlays, playName } from '../support/plays.ts'

const circumstances = ['device', 'input', 'language', 'theme'] as const

/** Every pair of values that a play brings together. */
const pairsOf = (play: Play): string[] =>
  circumstances.flatMap((first, at) =>
    circumstances.slice(at + 1).map(second => `${play[first]} ${play[second]}`),
  )

test('the few plays bring every two values together, as all sixteen do', () => {
  expect(new Set(allPlays.map(playName)).size).toBe(16)
  expect(new Set(pairedPlays.flatMap(pairsOf))).toEqual(new Set(allPlays.flatMap(pairsOf)))
})

test('none of the few could be left out', () => {
  const needed = new Set(allPlays.flatMap(pairsOf)).size
  for (const left of pairedPlays)
    expect(new Set(pairedPlays.filter(play => play !== left).flatMap(pairsOf)).size).toBeLessThan(needed)
})
