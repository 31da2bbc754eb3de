import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PatternFault, parsePattern, type Step } from './pattern.ts'
import { compileAutomaton, type Hit } from './rule-automaton.ts'
import { addTokens, emptyTokens } from './tokens.ts'
import { openVocabulary } from './vocabulary.ts'

const words = ['i', 'you', 'am', 'not', 'sorry', 'so', 'never', 'always', 'late']
const vocabulary = openVocabulary(words)
const lists = { often: ['never', 'always'] }
const listNames = Object.keys(lists)
const listsOf = vocabulary.words.map(word => (lists.often.includes(word) ? [0] : []))
const symbols = {
  numberOf: vocabulary.numberOf,
  listNumber: (list: string) => listNames.indexOf(list),
  listsOf,
}

const stepsOf = (pattern: string): Step[] => {
  const steps = parsePattern(pattern, {}, 'en')
  if (!Array.isArray(steps)) throw new Error(steps.cause)
  return steps
}
const matches = (patterns: string[], text: string) => {
  const automaton = compileAutomaton(
    patterns.map((pattern, output) => ({ steps: stepsOf(pattern), output })),
    symbols,
  )
  const tokens = emptyTokens()
  addTokens(tokens, text, vocabulary, 'en')
  const hits: Hit[] = []
  automaton.match(tokens, 0, tokens.count, hits)
  return hits.map(hit => [hit.output, text.slice(tokens.starts[hit.begin()], tokens.ends[hit.to - 1])])
}

test.each([
  ['i am sorry', 'well I am sorry', 'I am sorry'],
  ['i am (so|not)? sorry', 'i am so sorry', 'i am so sorry'],
  ['i am (so|not)? sorry', 'i am sorry', 'i am sorry'],
  ['you are? @often', 'you never', 'you never'],
  ['i ..2 sorry', 'i am really sorry', 'i am really sorry'],
  ['i ..2 sorry', 'i i am sorry', 'i am sorry'],
  ['^ sorry', 'sorry i am late', 'sorry'],
  ['late $', 'you are late', 'late'],
  ['(i am|you are) (so late|sorry)', 'you are so late', 'you are so late'],
])('%s is found in "%s"', (pattern, text, found) => {
  const known = [...words, 'are', 'really', 'well']
  expect(matchesWith(known, pattern, text)).toEqual([found])
})

/** With a vocabulary that holds every word of the pattern. */
function matchesWith(known: string[], pattern: string, text: string): string[] {
  const own = openVocabulary(known)
  const ownLists = own.words.map(word => (lists.often.includes(word) ? [0] : []))
  const automaton = compileAutomaton([{ steps: stepsOf(pattern), output: 0 }], {
    numberOf: own.numberOf,
    listNumber: () => 0,
    listsOf: ownLists,
  })
  const tokens = emptyTokens()
  addTokens(tokens, text, own, 'en')
  const hits: Hit[] = []
  automaton.match(tokens, 0, tokens.count, hits)
  return hits.map(hit => text.slice(tokens.starts[hit.begin()], tokens.ends[hit.to - 1]))
}

test.each([
  ['i ..2 sorry', 'i am so very sorry'],
  ['^ sorry', 'i am sorry'],
  ['late $', 'late i am'],
  ['i am sorry', 'i am not sorry'],
])('%s is not found in "%s"', (pattern, text) => {
  expect(matches([pattern], text)).toEqual([])
})

test('many patterns walked at once find what each finds alone', () => {
  const patterns = [
    'i am sorry',
    'i ..3 late',
    'you @often',
    'not (sorry|late)',
    '@often late',
    'so sorry',
    'i am ..1 sorry',
    '^ you',
    'sorry $',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, 'zebra'), { minLength: 1, maxLength: 14 }), said => {
      const text = said.join(' ')
      const together = matches(patterns, text)
      const alone = patterns.flatMap((pattern, output) =>
        matches([pattern], text).map(([, found]) => [output, found]),
      )
      expect(together.toSorted()).toEqual(alone.toSorted())
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['(a|b', /not closed/],
  ['a ..9 b', /out of range/],
  ['..2 a', /without a word/],
  ['a | b', /outside parentheses/],
  ['a (b|) c', /choice is empty/],
  ['a % b', /not part of the pattern language/],
  ['a?', /without a word/],
])('%s is refused with its cause and its mend', (pattern, cause) => {
  const fault = parsePattern(pattern, {}, 'en') as PatternFault
  expect(fault.cause).toMatch(cause)
  expect(fault.mend).not.toBe('')
})
