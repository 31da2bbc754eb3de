import { describe, expect, it } from 'vitest'
import { hourWith, couples } from '../../../tests/rehearsal/people.ts'
import { beginRehearsal, replayTurns } from '../../core/simulation/take-turn.ts'
import { innerChanges, observationsToKeep, skillPhrase } from './rehearsal-hour.ts'

const [couple] = couples
if (!couple) throw new Error('There is nobody to rehearse with')
const rehearsal = hourWith(couple, 7)
const texts = [
  'What would you each like to be different?',
  'It sounds as if that hurts.',
  'You should talk more.',
]

describe('an hour that is kept', () => {
  it('counts only what was said anew where it goes on from another', () => {
    const turns = replayTurns(rehearsal, texts)
    const whole = observationsToKeep(turns, null)
    const anew = observationsToKeep(turns, { turns: 2 })
    expect(new Set(whole.map(({ turn }) => turn))).toEqual(new Set([1, 2, 3]))
    expect(anew).toEqual(whole.filter(({ turn }) => turn === 3))
    expect(observationsToKeep([], null)).toEqual([])
  })

  it('says what a turn moved within each person', () => {
    const begun = beginRehearsal(rehearsal).state
    const [insult] = replayTurns(rehearsal, ['You are both pathetic.'])
    if (!insult) throw new Error('No turn')
    const changes = innerChanges(begun, insult.state)
    expect(changes.map(({ who }) => who)).toEqual(couple.people.map(({ id }) => id))
    expect(changes.some(({ moved }) => moved.includes('trust-fell'))).toBe(true)
    expect(innerChanges(begun, begun).every(({ moved, told }) => moved.length + told.length === 0)).toBe(true)
  })
})

describe('what is said of a skill', () => {
  it('is nothing before it was seen, and no place while little was', () => {
    expect(skillPhrase({ value: 0.5, band: 0.5, n: 0 })).toBe('unseen')
    expect(skillPhrase({ value: 0.9, band: 0.3, n: 4 })).toBe('too-few')
    expect(skillPhrase({ value: 0.9, band: 0.1, n: 40 })).toBe('mostly')
    expect(skillPhrase({ value: 0.1, band: 0.1, n: 40 })).toBe('seldom')
  })
})
