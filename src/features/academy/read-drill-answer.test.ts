import academy from 'virtual:model/academy'
import language from 'virtual:model/language'
import learned from 'virtual:model/rehearsal'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../core/language/reading.ts'
import { readTurns } from '../../core/language/read-turns.ts'
import { compileCues } from '../../core/simulation/trainee-act.ts'
import { readChoice, readWordsAnswer } from './read-drill-answer.ts'

const cues = compileCues(learned.rehearsal.cues)
const read = (turns: Turn[], spoken: 'en' | 'fr') => readTurns(turns, language, { language: spoken })
const words = (shows: string[], avoids: string[] = []) => ({
  kind: 'words' as const,
  shows,
  avoids,
  example: { en: 'x', fr: 'x' },
})

describe('a typed answer', () => {
  it('is told what it did, by cues, findings and moves', () => {
    const answer = words(['asks-meaning', 'offers-plain-word'], ['advises'])
    const good = readWordsAnswer(answer, cues, read, 'What does “intimate” mean to you?', 'en')
    expect(good).toMatchObject({ did: ['asks-meaning'], strayed: [], holds: true, suggested: 3 })
    const advice = readWordsAnswer(answer, cues, read, 'You should plan an evening together.', 'en')
    expect(advice).toMatchObject({ did: [], strayed: ['advises'], holds: false, suggested: 1 })
  })

  it('may be a sentence that a partner would say', () => {
    const answer = words(['request'], ['hint', 'demand'])
    const plain = 'Could you please put your phone away at dinner on Sunday?'
    expect(readWordsAnswer(answer, cues, read, plain, 'en').holds).toBe(true)
    const hint = 'It would be nice if somebody emptied the dishwasher for once.'
    expect(readWordsAnswer(answer, cues, read, hint, 'en').holds).toBe(false)
  })

  it('says plainly where it cannot be read in French', () => {
    expect(
      readWordsAnswer(words(['asks-meaning']), cues, read, 'Que veut dire ce mot ?', 'fr').readable,
    ).toBe(false)
    expect(readWordsAnswer(words(['request']), cues, read, 'Peux-tu m’appeler lundi ?', 'fr').readable).toBe(
      true,
    )
  })

  it('is read whatever it is', () => {
    for (const text of ['', ' ', '🙂', 'x'.repeat(5000), '?!?'])
      expect(readWordsAnswer(words(['request']), cues, read, text, 'en').holds).toBe(false)
  })
})

describe('the cards of the drills', () => {
  const typed = academy.drills.flatMap(({ cards }) =>
    cards.flatMap(({ answer }) => (answer.kind === 'words' ? [answer] : [])),
  )

  it('have examples of their own that the reader takes, nearly all of them', () => {
    for (const spoken of ['en', 'fr'] as const) {
      const answers = typed
        .map(answer => readWordsAnswer(answer, cues, read, answer.example[spoken], spoken))
        .filter(({ readable }) => readable)
      expect(answers.length).toBeGreaterThan(30)
      expect(answers.filter(({ holds }) => holds).length / answers.length).toBeGreaterThan(0.9)
    }
  })

  it('do not take what the card warns of', () => {
    const request = typed.find(({ shows }) => shows.includes('request'))
    if (!request) throw new Error('There is no card that wants a request')
    for (const text of [
      'You never do the dishes.',
      'It would be nice if somebody did the dishes.',
      'Lovely weather.',
    ])
      expect([text, readWordsAnswer(request, cues, read, text, 'en').holds]).toEqual([text, false])
  })
})

describe('a choice', () => {
  const answer = { kind: 'choice' as const, choices: [], right: ['a', 'b'] }
  it('wants all that fit and nothing else', () => {
    expect(readChoice(answer, ['b', 'a'])).toMatchObject({ holds: true, suggested: 3 })
    expect(readChoice(answer, ['a'])).toMatchObject({ holds: false, missed: ['b'], suggested: 2 })
    expect(readChoice(answer, ['c'])).toMatchObject({ missed: ['a', 'b'], strayed: ['c'], suggested: 1 })
  })
})
