import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { readTurns } from './read-turns.ts'
import { type Turn, turnKinds } from './reading.ts'

const compiled = compileLanguage(readLanguageFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))
const { bundle } = compiled.value

const said = (...texts: string[]): Turn[] =>
  texts.map(text => ({
    speaker: text.slice(0, 1),
    role: text.startsWith('T') ? 'therapist' : 'partner',
    text: text.slice(3),
  }))

const found = (turns: Turn[], language: 'en' | 'fr' = 'en') =>
  readTurns(turns, bundle, { language }).findings.filter(({ kind }) =>
    (turnKinds as readonly string[]).includes(kind),
  )

describe('each kind stands at the answer, with its words, its reason and something to say', () => {
  test.each([
    ['dodge', said('A: You forgot to call me.', 'B: Anyway, the gutter leaks.'), 1],
    ['pursue-withdraw', said('A: Talk to me, please.', 'B: Leave me alone.'), 1],
    [
      'escalation',
      said('A: You are late.', 'B: Here we go.', 'A: You are impossible!', 'B: And you are a liar!'),
      2,
    ],
    ['repair', said('A: You never help me!', 'B: You have a point. Can we start over?'), 1],
    ['fear-received', said('A: I am scared that you will leave.', 'B: I hear that. I am here.'), 1],
    ['fear-missed', said('A: I am scared that you will leave.', 'B: You are overreacting.'), 1],
  ] as const)('%s', (kind, turns, turn) => {
    const [finding, ...others] = found(turns)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind, turn })
    expect(finding?.quote).toBe(turns[turn]?.text.slice(finding?.start, finding?.end))
    expect(finding?.reason).not.toBe('')
    expect(finding?.sayInstead).toBeTruthy()
  })
})

test.each([
  ['a plain answer to a complaint', said('A: You were late today.', 'B: I was, the bridge was closed.')],
  ['joy that is loud', said('A: We won!', 'B: We won! What a game!', 'A: Amazing!', 'B: Amazing!')],
  ['a fear of spiders', said('A: I am scared of spiders.', 'B: What time is it?')],
  ['a break that is agreed', said('A: Can we talk tonight?', 'B: Yes, after supper.')],
  ['the same person going on', said('A: I am scared you will leave.', 'A: Anyway, that is all.')],
])('nothing is found in %s', (_name, turns) => {
  expect(found(turns)).toEqual([])
})

test('a therapist may receive a fear, and is told where it was missed', () => {
  expect(found(said('A: I am afraid of being alone.', 'T: How long have you carried that?'))[0]?.kind).toBe(
    'fear-received',
  )
  expect(found(said('A: I am afraid of being alone.', 'T: Let us go back to the budget.'))[0]?.kind).toBe(
    'fear-missed',
  )
})

test('French is read too', () => {
  expect(found(said('A: J’ai peur que tu partes.', 'B: Je t’entends, je reste.'), 'fr')[0]?.kind).toBe(
    'fear-received',
  )
  expect(found(said('A: Tu m’as menti.', 'B: Au fait, le chien a mangé ?'), 'fr')[0]?.kind).toBe('dodge')
})

test('one long quarrel is one finding, and a retort in it is no dodge', () => {
  const turns = said(
    'A: You forgot the milk.',
    'B: You forgot it yesterday, you idiot!',
    'A: Shut up, you liar!',
    'B: I am sick of you!',
    'A: I hate you!',
    'B: Get out!',
  )
  expect(found(turns).map(({ kind }) => kind)).toEqual(['escalation'])
})

test('near a risk nothing is suggested', () => {
  const turns = said('A: I am scared, he said he would kill me.', 'B: You are overreacting.')
  const { findings } = readTurns(turns, bundle, { language: 'en' })
  expect(findings[0]?.kind).toBe('risk')
  expect(findings.length).toBeGreaterThan(1)
  for (const { sayInstead } of findings) expect(sayInstead).toBeNull()
})
