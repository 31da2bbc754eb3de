import later from 'virtual:model/partner/later'
import { expect, test } from 'vitest'
import { dropLength } from '../../vault/safety-drop.ts'
import { emptySafetyAnswers } from './safety-answers.ts'
import { LONGEST_SAFETY_WORDS } from './longest-safety-words.ts'

test('a screen left out whole holds every question, so that it is sent like any other', () => {
  const answers = emptySafetyAnswers(later.safety.questions)
  for (const question of later.safety.questions) expect(answers[question.id]).toBeNull()
  expect(answers['safety.contact.words']).toBeNull()
})

test('the longest answers in any script fit the one size of every drop', () => {
  const answers = emptySafetyAnswers(later.safety.questions)
  for (const { id, words, choices } of later.safety.questions) {
    answers[id] = choices.map(choice => choice.id).reduce((a, b) => (a.length > b.length ? a : b))
    // Control characters take the most room in JSON: six bytes each.
    if (words) answers[`${id}.words`] = '\u0001'.repeat(LONGEST_SAFETY_WORDS)
  }
  expect(new TextEncoder().encode(JSON.stringify(answers)).length).toBeLessThanOrEqual(dropLength - 4)
})
