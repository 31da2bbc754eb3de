import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { readTurns } from './read-turns.ts'
import type { Turn } from './reading.ts'

const compiled = compileLanguage(readLanguageFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))
const { bundle } = compiled.value
const withoutMoves = {
  ...bundle,
  models: bundle.models.filter(({ id }) => id !== 'moves-en' && id !== 'questions-en'),
}

const partner = (text: string): Turn => ({ speaker: 'A', role: 'partner', text })
const therapist = (text: string): Turn => ({ speaker: 'T', role: 'therapist', text })

const talk: Turn[] = [
  therapist('What would you like to be different between you?'),
  partner('I want him to listen when I talk about my mother.'),
  therapist('So you want him to listen when you talk about your mother.'),
  partner('Yes. He looks at his phone.'),
  therapist('Mm-hmm.'),
  partner('And then I stop talking.'),
  therapist('Did you tell him that?'),
]

test.each([
  ['with the models', bundle],
  ['without the models, by rules', withoutMoves],
] as const)('plain turns are told apart %s', (_name, from) => {
  const { turns, summary } = readTurns(talk, from, { language: 'en' })
  expect(turns.map(({ move }) => move)).toEqual([
    'question',
    undefined,
    'reflection',
    undefined,
    'other',
    undefined,
    'question',
  ])
  expect(turns[0]?.question).toBe('open')
  expect(turns[6]?.question).toBe('closed')
  expect(summary.therapist).toMatchObject({ questions: 2, open: 1, reflections: 1 })
})

test.each([
  ['with the models', bundle],
  ['without the models, by rules', withoutMoves],
] as const)('a question is heard where no mark is written, %s', (_name, from) => {
  const said = [therapist('okay so how did that feel for you'), partner('bad')]
  expect(readTurns(said, from, { language: 'en' }).turns[0]).toMatchObject({
    move: 'question',
    question: 'open',
  })
})

test('a build has the models of moves, and each has its card', () => {
  expect(bundle.models.map(({ id }) => id)).toEqual(expect.arrayContaining(['moves-en', 'questions-en']))
})

test('French turns are read by rules', () => {
  const said = [
    therapist('Qu’est-ce que vous aimeriez changer ?'),
    partner('Je veux qu’il m’écoute.'),
    therapist('Oui, d’accord.'),
    therapist('Avez-vous dormi ?'),
  ]
  const { turns } = readTurns(said, bundle, { language: 'fr' })
  expect(turns.map(({ move }) => move)).toEqual(['question', undefined, 'other', 'question'])
  expect(turns[0]?.question).toBe('open')
  expect(turns[3]?.question).toBe('closed')
})

test('whatever is said, every turn of the therapist has a move and no partner’s turn has one', () => {
  const turn = fc.record({
    speaker: fc.constantFrom('A', 'B', 'T'),
    role: fc.constantFrom('partner' as const, 'therapist' as const),
    text: fc.oneof(
      fc.string(),
      fc.lorem({ maxCount: 12 }),
      fc.constantFrom('', '?', '...', '-', 'so', 'what'),
    ),
  })
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 8 }),
      fc.constantFrom('en' as const, 'fr' as const),
      (turns, language) => {
        for (const from of [bundle, withoutMoves]) {
          const reading = readTurns(turns, from, { language })
          expect(reading.turns).toHaveLength(turns.length)
          for (const [i, { role }] of turns.entries())
            expect(reading.turns[i]?.move !== undefined).toBe(role === 'therapist')
        }
      },
    ),
    { numRuns: 60 },
  )
})
