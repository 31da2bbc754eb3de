import { describe, expect, it } from 'vitest'
import { compileCue, foldWords } from './cue-pattern.ts'

const finds = (pattern: string, text: string) => compileCue(pattern).test(foldWords(text))

describe('a cue pattern', () => {
  it('finds whole words, in either case, with either apostrophe', () => {
    expect(finds("you don't listen", 'You don’t  listen to her')).toBe(true)
    expect(finds('pain', 'painting helps')).toBe(false)
  })
  it('offers alternatives, optional words, endings and gaps within a sentence', () => {
    expect(finds('you (should|ought to) (really )?talk', 'I think you ought to talk')).toBe(true)
    expect(finds('it sounds like?', 'It sounds hard')).toBe(true)
    expect(finds('sooth*', 'that soothes me')).toBe(true)
    expect(finds('what ... like for you', 'What was that whole week like for you?')).toBe(true)
    expect(finds('what ... like for you', 'What now? It is fine. I like for you to go.')).toBe(false)
  })
  it('keeps the start of a sentence apart', () => {
    expect(finds('^do you', 'Right. Do you talk about it?')).toBe(true)
    expect(finds('^do you', 'What do you think?')).toBe(false)
  })
})
