import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { SimulatedCouple } from '../../src/core/model/couple-schema.ts'
import { estimateSkills } from '../../src/core/simulation/estimate-skills.ts'
import { pick, type SeededRandom, seededRandom } from '../../src/core/simulation/seeded-random.ts'
import type { SessionState } from '../../src/core/simulation/session-state.ts'
import {
  beginRehearsal,
  type Rehearsal,
  type RehearsalTurn,
  takeTurn,
} from '../../src/core/simulation/take-turn.ts'

type Wording = 'lines' | 'variants'
type Lines = Record<Wording, string[]>
type Bots = { skilled: Record<string, Lines> } & Record<string, Lines>

const bots = parse(readFileSync(join(import.meta.dirname, 'bots.yaml'), 'utf8')) as Bots

/** Every habit that is not the skilled one. */
export const otherHabits = Object.keys(bots).filter(name => name !== 'skilled')

/** The first clause of what was said, turned round: "I never know" becomes "you never know". */
const turnRound = (said: string): string => {
  const clause = (
    said
      .replace(/\([^)]*\)/g, '')
      .split(/(?<=[.?])\s+/)
      .toSorted((a, b) => b.length - a.length)[0] ?? said
  ).replace(/[.?…]+$/, '')
  const swap: Record<string, string> = {
    i: 'you',
    "i'm": 'you are',
    "i've": 'you have',
    "i'd": 'you would',
    "i'll": 'you will',
    me: 'you',
    my: 'your',
    mine: 'yours',
    we: 'you',
    us: 'you',
    our: 'your',
    am: 'are',
    myself: 'yourself',
    "we're": 'you are',
  }
  const turned = clause.replace(/[A-Za-z’']+/g, word => swap[word.toLowerCase().replace('’', "'")] ?? word)
  return turned.charAt(0).toLowerCase() + turned.slice(1)
}

const fill = (couple: SimulatedCouple, state: SessionState, line: string): string => {
  const last = state.partners.find(({ id }) => id === state.memory.spokenLast) ?? state.partners[0]
  const name = couple.people.find(({ id }) => id === last?.id)?.name ?? ''
  const other = couple.people.find(({ id }) => id !== last?.id)?.name ?? name
  return line
    .replaceAll('{name}', name)
    .replaceAll('{other}', other)
    .replaceAll('{piece}', turnRound(last?.lastSaid ?? ''))
}

/** Which part of the skilled habit the moment calls for. It sees what a trainee sees: what was said, and how. */
const skilledPart = (couple: SimulatedCouple, state: SessionState, before: RehearsalTurn[]): string => {
  const last = before.at(-1)
  const said = before.flatMap(({ replies }) => replies)
  const { memory, turn } = state
  if (turn === 0) return 'opening'
  if (last?.replies.some(({ manner }) => manner === 'sharply')) return 'slow'
  if (last?.replies.some(({ text }) => /\bintima/i.test(text)) && !last.text.includes('intima'))
    return 'meaning'
  if (memory.alone) return memory.screened.length ? 'hear' : 'screen'
  if (
    couple.people.length > 1 &&
    (turn === 4 || (said.filter(({ manner }) => manner === 'quietly').length === 1 && !memory.announcedAlone))
  )
    return 'alone'
  const part = turn % 4
  if (part === 0 && couple.people.length > 1) return 'turn'
  return part === 2 ? 'element' : 'hear'
}

/** One whole session of a habit with a couple. */
export const playBot = (
  rehearsal: Rehearsal,
  habit: string,
  turns: number,
  wording: Wording = 'lines',
): { mean: number; opened: number; turns: RehearsalTurn[]; start: SessionState } => {
  const random: SeededRandom = seededRandom(rehearsal.seed * 7919 + habit.length)
  const begun = beginRehearsal(rehearsal)
  let { state } = begun
  const played: RehearsalTurn[] = []
  for (let i = 0; i < turns; i++) {
    const { couple } = rehearsal
    const lines =
      habit === 'skilled'
        ? (bots.skilled[skilledPart(couple, state, played)] as Lines)
        : (bots[habit] as Lines)
    const turn = takeTurn(rehearsal, state, fill(couple, state, pick(random, lines[wording])))
    played.push(turn)
    state = turn.state
  }
  const skills = Object.values(estimateSkills(state.observations))
  const openness = (at: SessionState) =>
    at.partners.reduce((sum, one) => sum + one.openness, 0) / at.partners.length
  return {
    mean: skills.reduce((sum, { value }) => sum + value, 0) / skills.length,
    opened: openness(state) - openness(begun.state),
    turns: played,
    start: begun.state,
  }
}

/** The chance that one of `above` is higher than one of `below`, ties counted half: the area under the ROC curve (Mann and Whitney 1947). */
export const aucOf = (above: number[], below: number[]): number => {
  let won = 0
  for (const a of above) for (const b of below) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / (above.length * below.length)
}
