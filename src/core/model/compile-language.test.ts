import { expect, test } from 'vitest'
import { compileLanguage } from './compile-language.ts'
import type { ModelFile } from './model-file.ts'

const five = (text: string) =>
  ['one', 'two', 'three', 'four', 'five'].map(word => `  - ${text} ${word}.`).join('\n')

const rule = `id: promise-i-promise
kind: promise
language: en
element: commitments
sign: null
origin: ours
pattern:
  - i promise
reason: { en: A promise., fr: Une promesse. }
sayInstead: null
flag:
${five('I promise')}
pass:
${five('We spoke of')}
`
const kind = `id: promise
element: commitments
sign: null
by: rules
confidence: 0.8
origin: ours
reason: { en: A promise., fr: Une promesse. }
sayInstead: null
`
const list = `id: late-word
language: en
about: Words of lateness.
origin: ours
words: [late, tardy]
`
const files = (changes: Record<string, string | undefined> = {}): ModelFile[] =>
  Object.entries({
    'model/language/promise/promise-i-promise.yaml': rule,
    'model/language/promise/kind.yaml': kind,
    'model/language/words/late-word.yaml': list,
    ...changes,
  }).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))

const refusals = (changes: Record<string, string | undefined>): string => {
  const compiled = compileLanguage(files(changes))
  return compiled.ok ? '' : compiled.issues.map(({ message }) => message).join('\n')
}
const RULE = 'model/language/promise/promise-i-promise.yaml'

test('rules, kinds and lists become one bundle; examples stay out of it', () => {
  const compiled = compileLanguage(files())
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('\n'))
  const { bundle, examples } = compiled.value
  expect(bundle.rules.map(({ id, speaker, gives }) => [id, speaker, gives])).toEqual([
    ['promise-i-promise', 'partner', 'finding'],
  ])
  expect(bundle.words.en.lists['late-word']).toEqual(['late', 'tardy'])
  expect(JSON.stringify(bundle)).not.toContain('I promise one')
  expect(examples[0]?.flag).toHaveLength(5)
})

test.each([
  [
    'a missing reason',
    { [RULE]: rule.replace(/^reason.*\n/m, '') },
    /promise-i-promise\.yaml:\d+: `reason` is missing\. Mend:/,
  ],
  [
    'a missing translation',
    { [RULE]: rule.replace(', fr: Une promesse.', '') },
    /`reason\.fr` is missing\. Mend:/,
  ],
  [
    'too few examples',
    { [RULE]: rule.replace('  - I promise five.\n', '') },
    /yaml:\d+: `flag` has too few.*Mend: it takes at least 5/,
  ],
  [
    'a source without its name',
    { [RULE]: rule.replace('origin: ours', 'origin: source') },
    /`source` is missing/,
  ],
  [
    'an unreadable pattern',
    { [RULE]: rule.replace('- i promise', '- (i promise') },
    /yaml:8: the pattern.*not closed\. Mend: close it/,
  ],
  [
    'a list that is not there',
    { [RULE]: rule.replace('- i promise', '- i promise "@nowhere"').replace('"@nowhere"', '@nowhere') },
    /no list of words.*`@nowhere`\. Mend: write model\/language\/words\/nowhere\.yaml/,
  ],
  [
    'a kind that is not described',
    { 'model/language/promise/kind.yaml': undefined },
    /yaml:2: the kind `promise` is not described\. Mend: write/,
  ],
  [
    'a rule in the folder of another kind',
    { [RULE]: undefined, 'model/language/hint/promise-i-promise.yaml': rule },
    /stands in the folder of another\. Mend: move it to model\/language\/promise/,
  ],
  [
    'an id that its file does not have',
    { [RULE]: rule.replace('id: promise-i-promise', 'id: promise-other') },
    /not named after its id.*Mend: rename/,
  ],
  [
    'weights that are not JSON',
    { 'model/language/weights/x.json': '{' },
    /weights\/x\.json:1: this is not JSON\. Mend:/,
  ],
  [
    'weights of another shape',
    { 'model/language/weights/x.json': '{"id":"x"}' },
    /x\.json:1: `language` is not as a model's weights are/,
  ],
])('%s is refused with place, cause and mend', (_what, changes, refusal) => {
  expect(refusals(changes)).toMatch(refusal)
})
