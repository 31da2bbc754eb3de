import { readLanguageFiles } from '../scripts/read-language-files.ts'
import { readModelFiles } from '../scripts/read-model-files.ts'
import { readTurns } from '../src/core/language/read-turns.ts'
import { compileAcademy } from '../src/core/model/compile-academy.ts'
import { compileLanguage } from '../src/core/model/compile-language.ts'
import { beginRehearsal, openRehearsal, takeTurn } from '../src/core/simulation/take-turn.ts'
import { summarise } from './pairs.ts'
import type { Measure } from './row.ts'

/** What somebody who learns types in an hour: our own sentences, of several habits. */
const TYPED = [
  'What brings you here, each of you?',
  'It sounds lonely, waiting like that. What is it like for you?',
  'How do you ask each other for what you want, and what happens when one of you says no?',
  'You should plan one evening a week.',
  '',
  'When you say intimate, what do you mean?',
  'I think I got that wrong. Could you tell me again?',
  'As I do with everybody, I would like to see each of you alone.',
]
const GOAL_MS = 10

/** How long a reply with its feedback takes, in processor time, with every couple in turn. */
export const measureRehearsal: Measure = async ({ root, pairs }) => {
  const academy = compileAcademy(readModelFiles(root))
  const language = compileLanguage(readLanguageFiles(root))
  if (!academy.ok || !language.ok) throw new Error('The model was refused; npm run check model says why.')
  const { couples, rehearsal } = academy.value
  const read = (turns: Parameters<typeof readTurns>[0]) =>
    readTurns(turns, language.value.bundle, { language: 'en' })
  const times: number[] = []
  for (let round = 0; round <= pairs; round++)
    for (const couple of couples) {
      const hour = openRehearsal(couple, rehearsal, read, round + 1)
      let { state } = beginRehearsal(hour)
      for (const text of TYPED) {
        const before = process.cpuUsage()
        state = takeTurn(hour, state, text).state
        const { user, system } = process.cpuUsage(before)
        // The first round warms what a page has warm by its second turn.
        if (round > 0) times.push((user + system) / 1_000)
      }
    }
  const value = summarise(times)
  return [
    {
      row: 'rehearsal, a reply and its feedback',
      ratio: 'milliseconds of processor time for one turn',
      value,
      goal: { words: `at most ${GOAL_MS} ms`, reached: value.median <= GOAL_MS },
      figures: { turns: times.length, worstMs: Math.max(...times) },
    },
  ]
}
