import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { readTurns } from './read-turns.ts'
import { type Turn, therapistKinds } from './reading.ts'

const compiled = compileLanguage(readLanguageFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))
const { bundle } = compiled.value

const said = (...texts: string[]): Turn[] =>
  texts.map(text => ({
    speaker: text.slice(0, 1),
    role: text.startsWith('T') ? 'therapist' : 'partner',
    text: text.slice(3),
  }))
const kinds = (turns: Turn[], language: 'en' | 'fr' = 'en') =>
  readTurns(turns, bundle, { language })
    .findings.filter(({ kind }) => (therapistKinds as readonly string[]).includes(kind))
    .map(({ kind }) => kind)

test.each([
  ['side-taking', 'T: I agree with your wife on this.', 'en'],
  ['side-taking', 'T: Vous lui devez des excuses.', 'fr'],
  ['two-questions', 'T: When did it begin? Who noticed it first?', 'en'],
  ['two-questions', 'T: What was that like, and what did you do next?', 'en'],
  ['two-questions', 'T: Qu’avez-vous fait ? Qu’a-t-il dit ?', 'fr'],
  ['sex-before-foundations', 'T: How often do you have sex?', 'en'],
  ['sex-before-foundations', 'T: Avez-vous des orgasmes ?', 'fr'],
  ['intimacy-for-sex', 'T: How often are you two intimate?', 'en'],
  ['intimacy-for-sex', 'T: Avez-vous des rapports intimes ?', 'fr'],
] as const)('%s: %s', (kind, text, language) => {
  expect(kinds(said(text), language)).toEqual([kind])
})

test.each([
  'T: What did you hear her say?',
  'T: He says you were late; you say the bridge was closed.',
  'T: You were tired, right?',
  'T: What does intimacy mean to you?',
  'T: You both want the same thing.',
])('nothing is found in: %s', text => {
  expect(kinds(said(text))).toEqual([])
})

test('sexual detail is never counted where a partner raised sex', () => {
  expect(
    kinds(said('A: We have not had sex in a year.', 'T: How often would you like to have sex?')),
  ).toEqual([])
})

test.each([
  'T: Is there any pain when you have sex?',
  'T: Are you ever afraid to say no to sex?',
  'T: Were you forced to have sex?',
  'T: Has a doctor looked at the bleeding after sex?',
])('pain, fear, force and health are never held back: %s', text => {
  expect(kinds(said(text))).toEqual([])
})

test('once the foundations were talked about, sex may be asked about', () => {
  const before = said(
    'A: I feel heard by him now.',
    'B: We fight less than we did.',
    'A: He keeps what he promised.',
    'B: I am scared of growing old, and she knows.',
  )
  const question = said('T: How often do you have sex?')
  expect(kinds([...before, ...question])).toEqual([])
  expect(kinds([...before.slice(0, 2), ...question])).toEqual(['sex-before-foundations'])
})

test('the summary counts sexual detail before the foundations', () => {
  const { summary } = readTurns(said('T: Do you have orgasms?', 'A: Sometimes.'), bundle, { language: 'en' })
  expect(summary.therapist.sexBeforeFoundations).toBe(1)
})

test('what a partner says is never counted as the therapist’s', () => {
  expect(kinds(said('A: How often do you have sex? When? I agree with your wife.'))).toEqual([])
})
