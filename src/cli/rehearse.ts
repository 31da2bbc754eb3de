import language from 'virtual:model/language'
import learned from 'virtual:model/rehearsal'
import { readTurns } from '../core/language/read-turns.ts'
import type { SimulatedCouple } from '../core/model/couple-schema.ts'
import {
  beginRehearsal,
  openRehearsal,
  type Rehearsal,
  type RehearsalTurn,
  takeTurn,
} from '../core/simulation/take-turn.ts'
import { summariseSession } from '../core/simulation/summarise-session.ts'
import { parseArgs } from 'node:util'
import { readNumber, WrongUsage } from './arguments.ts'
import type { CommandIo } from './command.ts'
import { splitLines } from './read-split-lines.ts'
import {
  openingAsText,
  repliesAsJson,
  summaryAsJson,
  summaryAsText,
  turnAsJson,
  turnAsText,
} from './rehearse-text.ts'

export const help = `Usage: groundwork rehearse COUPLE [--seed N] [--difficulty 1|2|3] [--language en|fr] [--json]
       groundwork rehearse --list [--json]

Practice with a simulated couple: what you type is answered, and you are told what your words did. Each line of standard
input is a turn of yours; an empty line is silence; /end, or the end of the input, ends the hour. The people speak English;
what you are told about your words is in English or French.

  --list        whom you can practise with
  --seed        a whole number: the same seed and the same words give the same hour (1)
  --difficulty  how hard they are to reach, in the place of the couple's own
  --json        an object for each turn, {"replies": [{"who", "text", "manner"}], "stage", "feedback": [{"what", "why", "better"}]},
                the first with "opening" too, and at the end {"summary": {"skills": {NAME: {"value", "band", "n"}}, "well", "tryNext"}, "state"}

The people are invented. Nothing is kept and nothing is sent. Exit codes: 0 done, 1 bad input, 2 wrong usage.`

const listCouples = (json: boolean, io: CommandIo): number => {
  const lines = learned.couples.map(({ id, title, brief, difficulty, structure, people }) => ({
    id,
    title,
    brief,
    difficulty,
    structure,
    people: people.map(({ name, age }) => ({ name, age })),
  }))
  if (json) io.out(JSON.stringify(lines))
  else for (const line of lines) io.out(`${line.id} (difficulty ${line.difficulty})\n  ${line.brief.en}`)
  return 0
}

interface Wanted {
  couple: SimulatedCouple
  seed: number
  language: 'en' | 'fr'
  json: boolean
}

/** @throws WrongUsage */
const readUsage = (args: string[]): 'list' | Wanted => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const given = () => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: { list: flag, json: flag, seed: text, difficulty: text, language: text },
      })
    } catch (error) {
      throw new WrongUsage(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`)
    }
  }
  const { values, positionals } = given()
  if (values.list) return 'list'
  const [id, ...others] = positionals
  const couple = learned.couples.find(one => one.id === id)
  if (!couple || others.length)
    throw new WrongUsage(
      'Please name one couple. groundwork rehearse --list says whom you can practise with.',
    )
  const difficulty =
    values.difficulty === undefined ? couple.difficulty : readNumber('difficulty', values.difficulty, 1, 3)
  const spoken = values.language ?? 'en'
  if (spoken !== 'en' && spoken !== 'fr') throw new WrongUsage('--language is en or fr.')
  return {
    couple: { ...couple, difficulty: difficulty as 1 | 2 | 3 },
    seed: values.seed === undefined ? 1 : readNumber('seed', values.seed, 0, 2 ** 31),
    language: spoken,
    json: values.json === true,
  }
}

const playHour = async (
  rehearsal: Rehearsal,
  { language: told, json }: Wanted,
  io: CommandIo,
): Promise<void> => {
  const { couple, model } = rehearsal
  const begun = beginRehearsal(rehearsal)
  const turns: RehearsalTurn[] = []
  if (!json) io.out(openingAsText(couple, begun.replies, told))
  let { state } = begun
  for await (const line of splitLines(process.stdin)) {
    if (line.trim() === '/end') break
    const turn = takeTurn(rehearsal, state, line)
    state = turn.state
    turns.push(turn)
    const opening = turns.length === 1 ? { opening: repliesAsJson(couple, begun.replies) } : {}
    io.out(
      json
        ? JSON.stringify({ ...opening, ...turnAsJson(couple, turn, told) })
        : turnAsText(couple, turn, told),
    )
  }
  const summary = summariseSession(model, couple, begun.state, turns)
  io.out(
    json ? JSON.stringify(summaryAsJson(couple, summary, told)) : summaryAsText(model, couple, summary, told),
  )
}

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const usage = readUsage(args)
  if (usage === 'list') return listCouples(args.includes('--json'), io)
  const read = (turns: Parameters<typeof readTurns>[0]) => readTurns(turns, language, { language: 'en' })
  await playHour(openRehearsal(usage.couple, learned.rehearsal, read, usage.seed), usage, io)
  return 0
}
