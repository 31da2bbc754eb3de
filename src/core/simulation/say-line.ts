import type { Line, SimulatedCouple } from '../model/couple-schema.ts'
import { pick, type SeededRandom } from './seeded-random.ts'

/** A line that somebody can say, with the place in the data that it is remembered by. */
export interface Sayable {
  key: string
  say: string
  /** Ids of the facts it states. */
  asserts: readonly string[]
}

export const sayables = (place: string, lines: readonly Line[] | undefined): Sayable[] =>
  (lines ?? []).map((line, index) => ({
    key: `${place}/${index}`,
    ...(typeof line === 'string' ? { say: line, asserts: [] } : line),
  }))

/** A line as it was said. */
export interface Said {
  key: string
  text: string
  asserts: readonly string[]
}

/** What has been said in this hour, which nobody says again if they can help it. */
export interface SaidBefore {
  said: Readonly<Record<string, number>>
  texts: readonly string[]
}

/** The line as this person says it: one of each `{a|b}`, and `{other}` as the name of the other. */
const fill = (random: SeededRandom, couple: SimulatedCouple, speaker: string, say: string): string => {
  const other = couple.people.find(({ id }) => id !== speaker)?.name ?? ''
  return say
    .replaceAll('{other}', other)
    .replaceAll(/\{([^{}]*\|[^{}]*)\}/g, (_all, choices: string) => pick(random, choices.split('|')))
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?])/g, '$1')
    .trim()
}

/** How often a line is filled anew in the search for one that was not said yet. */
const TRIES = 8

/** One of the lines that were said least, in words not said yet where there are any; null where there are no lines. */
export const sayLine = (
  random: SeededRandom,
  couple: SimulatedCouple,
  speaker: string,
  lines: readonly Sayable[],
  before: SaidBefore,
): Said | null => {
  if (lines.length === 0) return null
  const times = ({ key }: Sayable) => before.said[key] ?? 0
  const fewest = Math.min(...lines.map(times))
  const fresh = lines.filter(line => times(line) === fewest)
  let found: Said | null = null
  for (let i = 0; i < TRIES; i++) {
    const line = pick(random, i < TRIES / 2 ? fresh : lines)
    found = { key: line.key, text: fill(random, couple, speaker, line.say), asserts: line.asserts }
    if (!before.texts.includes(found.text)) return found
  }
  return found
}
