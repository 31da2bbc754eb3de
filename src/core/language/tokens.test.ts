import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSentences, type Sentence } from './sentences.ts'
import { addTokens, emptyTokens, mark } from './tokens.ts'
import { openVocabulary } from './vocabulary.ts'

const forms = { "don't": 'do not', dont: 'do not', "'ll": 'will', "j'": 'je' }
const vocabulary = openVocabulary(
  ['do', 'not', 'she', 'will', 'cafe', 'know', 'je', "l'", 'aime', 'intimite', '0', "'s", 'wife', 'mr'],
  forms,
)
const read = (text: string, language: 'en' | 'fr' = 'en') => {
  const tokens = emptyTokens(4)
  const after = addTokens(tokens, text, vocabulary, language)
  const words = Array.from(tokens.ids.subarray(0, tokens.count), id => vocabulary.words[id] ?? '')
  return { tokens, after, words }
}

test('a written form stands for its words, with any apostrophe and in any case', () => {
  for (const text of ["don't know", 'DON’T KNOW', 'dont know'])
    expect(read(text).words).toEqual(['do', 'not', 'know'])
  expect(read('She’ll').words).toEqual(['she', 'will'])
  expect(read("wife's").words).toEqual(['wife', "'s"])
})

test('accents are folded and French beginnings are words of their own', () => {
  expect(read('Café').words).toEqual(['cafe'])
  expect(read("J’aime l'intimité", 'fr').words).toEqual(['je', 'aime', "l'", 'intimite'])
})

test('places are those of the text: what stands there is the word, whatever surrounds it', () => {
  const word = fc.constantFrom('she', 'Know', 'WIFE', 'café', 'zebra', '42')
  const between = fc.constantFrom(' ', ', ', '... ', ' 😀 ', '\n\n', ' — ', '!? ', ' "')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between), { maxLength: 30 }), parts => {
      const text = parts.flat().join('')
      const { tokens } = read(text)
      const found = Array.from({ length: tokens.count }, (_none, i) =>
        text.slice(tokens.starts[i], tokens.ends[i]),
      )
      expect(found).toEqual(parts.map(([word]) => word))
    }),
    { numRuns: 200 },
  )
})

test('any text at all is read without a throw, and its places run forwards', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('en' as const, 'fr' as const),
      (text, language) => {
        const { tokens } = read(text, language)
        let last = 0
        for (let i = 0; i < tokens.count; i++) {
          if ((tokens.marks[i] as number) & mark.inside) continue
          expect(tokens.starts[i]).toBeGreaterThanOrEqual(last)
          expect(tokens.ends[i]).toBeGreaterThan(tokens.starts[i] as number)
          last = tokens.ends[i] as number
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: 300 },
  )
})

const sentencesOf = (text: string) => {
  const { tokens, after } = read(text)
  const sentences: Sentence[] = []
  addSentences(sentences, tokens, 0, 0, after, {
    abbreviations: new Set([vocabulary.numberOf('mr')]),
    openers: new Set([vocabulary.numberOf('she')]),
  })
  return sentences.map(({ start, end }) => text.slice(start, end))
}

test('sentences end at marks, blank lines and nowhere in a name', () => {
  expect(sentencesOf('She knows. Do you? Yes')).toEqual(['She knows', 'Do you', 'Yes'])
  expect(sentencesOf('Mr. Smith knows 3.5 things e.g. this')).toEqual([
    'Mr. Smith knows 3.5 things e.g',
    'this',
  ])
  expect(sentencesOf('one\n\ntwo')).toEqual(['one', 'two'])
})

test('text without any mark is cut, so that no sentence grows without end', () => {
  const sentences = sentencesOf('word '.repeat(1000))
  expect(Math.max(...sentences.map(sentence => sentence.split(' ').length))).toBeLessThan(90)
  expect(sentences.join(' ').split(' ')).toHaveLength(1000)
})
