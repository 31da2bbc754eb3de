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

/** What has been said in this hour, which nobody says again if they can help it, and in whose company. */
export interface SaidBefore {
  said: Readonly<Record<string, number>>
  texts: readonly string[]
  memory: { alone: string | null; spokenLast: string | null }
}

/** Whom somebody speaks of as the other: who spoke last, else the first beside them; who stays away, where they come alone. */
const otherOf = (couple: SimulatedCouple, speaker: string, last: string | null): string => {
  const others = couple.people.filter(({ id }) => id !== speaker)
  return (others.find(({ id }) => id === last) ?? others[0])?.name ?? couple.away ?? ''
}

/** Whether words need the other in the room: they are spoken to, looked at or given the word. */
const needsPresent = (text: string, other: string): boolean =>
  new RegExp(
    `(?:^|[.?] )${other}, |, ${other}[.?]|(?:looks|glances|smiles) at ${other}|see ${other}'s face|${other} looking|waiting for ${other}|${other}'s turn|${other} (?:can )?(?:begin|start|explain|go on)|would like to go on|[Aa]sk ${other}|hear ${other}|tell ${other} that|so that ${other} hears`,
  ).test(text)

/** Every way of saying a line: one of each `{a|b}`, and `{other}` as the name of the other. At most `MOST_WAYS`, spread evenly. */
const waysToSay = (other: string, say: string): string[] => {
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
  const other = otherOf(couple, speaker, before.memory.spokenLast)
  const absent = before.memory.alone !== null || couple.people.length === 1
  const sayable = (way: string) => !said.has(way) && !(absent && needsPresent(way, other))
  const byTimes = [...new Set(lines.map(times))].sort((a, b) => a - b)
  for (const fewest of byTimes) {
    const fresh = lines
      .filter(line => times(line) === fewest)
      .map(line => ({ line, ways: waysToSay(other, line.say).filter(sayable) }))
      .filter(({ ways }) => ways.length > 0)
    if (fresh.length === 0) continue
    const { line, ways } = pick(random, fresh)
    return { key: line.key, text: pick(random, ways), asserts: line.asserts }
  }
  return null
}
