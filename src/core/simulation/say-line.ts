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

/** Every way of saying a line: one of each `{a|b}`, and `{other}` as the name of the other. At most `MOST_WAYS`, spread evenly. */
const waysToSay = (couple: SimulatedCouple, speaker: string, say: string): string[] => {
  const other = couple.people.find(({ id }) => id !== speaker)?.name ?? ''
  let ways = ['']
  for (const part of say.replaceAll('{other}', other).split(/(\{[^{}]*\|[^{}]*\})/)) {
    const choices = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1).split('|') : [part]
    ways = ways.flatMap(begun => choices.map(choice => begun + choice)).slice(0, MOST_WAYS)
  }
  return ways.map(text =>
    text
      .replace(/\s+/g, ' ')
      .replace(/ ([,.?])/g, '$1')
      .trim(),
  )
}
const MOST_WAYS = 120

/** One of the lines that were said least, in words not said yet; null where every way of saying every line was used. */
export const sayLine = (
  random: SeededRandom,
  couple: SimulatedCouple,
  speaker: string,
  lines: readonly Sayable[],
  before: SaidBefore,
): Said | null => {
  const said = new Set(before.texts)
  const times = ({ key }: Sayable) => before.said[key] ?? 0
  const byTimes = [...new Set(lines.map(times))].sort((a, b) => a - b)
  for (const fewest of byTimes) {
    const fresh = lines
      .filter(line => times(line) === fewest)
      .map(line => ({ line, ways: waysToSay(couple, speaker, line.say).filter(way => !said.has(way)) }))
      .filter(({ ways }) => ways.length > 0)
    if (fresh.length === 0) continue
    const { line, ways } = pick(random, fresh)
    return { key: line.key, text: pick(random, ways), asserts: line.asserts }
  }
  return null
}
