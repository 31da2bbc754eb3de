import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { readTurns } from './read-turns.ts'

const root = resolve(import.meta.dirname, '../../..')
const files = readLanguageFiles(root)
const compile = (wanted: (path: string) => boolean) => {
  const compiled = compileLanguage(files.filter(({ path }) => wanted(path)))
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('\n'))
  return compiled.value.bundle
}
const own = (path: string) => /\/(words|forms|intimacy)\//.test(path)
const bundle = compile(path => own(path) || path.endsWith('intimacy-en.json'))
const mentions = (text: string, from = bundle) =>
  readTurns([{ speaker: 'A', role: 'partner', text }], from, { language: 'en' }).findings.filter(
    ({ kind }) => kind === 'intimacy',
  )

test.each([
  ['We have not been intimate in months.', 'sex'],
  ['He stopped and I felt rejected. She never wants to be intimate with me anymore.', 'sex'],
  ['I long for emotional intimacy with somebody who knows me.', 'closeness'],
  ['It was a small and intimate wedding at the lake.', 'other'],
  ['I am intimately familiar with that software.', 'other'],
  ['Her father intimidates me.', 'other'],
])('%s', (text, sense) => {
  expect(mentions(text).map(finding => finding.sense)).toEqual([sense])
})

test('only sex is offered the plain word', () => {
  for (const text of [
    'We were intimate twice last week.',
    'We had an intimate conversation about our fears.',
  ])
    for (const finding of mentions(text)) expect(finding.sayInstead === null).toBe(finding.sense !== 'sex')
})

test('every form has a finding at its place, in any writing', () => {
  const text = 'INTIMACY, intimate; Intimately? intimacies… and intimidating'
  expect(mentions(text).map(({ quote, start }) => [quote, start])).toEqual([
    ['INTIMACY', 0],
    ['intimate', 10],
    ['Intimately', 20],
    ['intimacies', 32],
    ['intimidating', 48],
  ])
})

test('without the weights mentions are still found, and their sense is left open', () => {
  const [finding] = mentions('I miss our intimacy.', compile(own))
  expect(finding).toMatchObject({ quote: 'intimacy', sense: 'unclear', sayInstead: null })
})
