import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentenceAround } from './sentence-around.ts'

const around = (text: string, quote: string) => {
  const start = text.indexOf(quote)
  return sentenceAround(text, start, start + quote.length)
}

it('gives the sentence a quote stands in', () => {
  const text = 'It was late. I promise I will call on Monday, before noon. Is that all right? Yes'
  expect(around(text, 'I promise')).toBe('I promise I will call on Monday, before noon.')
  expect(around(text, 'It')).toBe('It was late.')
  expect(around(text, 'all right?')).toBe('Is that all right?')
  expect(around(text, 'Yes')).toBe('Yes')
})

it('is not taken in by a point inside a number', () => {
  expect(around('We owe 3.5 and you never pay. So', 'never')).toBe('We owe 3.5 and you never pay.')
})

it('always holds the quote, and stays short where nobody wrote a full stop', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), fc.nat(), fc.nat(40), (text, at, length) => {
      const start = text.length ? at % text.length : 0
      const end = Math.min(text.length, start + length)
      const said = sentenceAround(text, start, end)
      expect(said).toContain(text.slice(start, end).trim())
      expect(said.length).toBeLessThanOrEqual(1000 + length)
    }),
  )
  const endless = 'word '.repeat(4000)
  const said = sentenceAround(endless, 10_000, 10_004)
  expect(said.length).toBeLessThan(1010)
  expect(said).toMatch(/^word .* word$/)
})
