import academy from 'virtual:model/academy'
import learned from 'virtual:model/rehearsal'
import { describe, expect, it } from 'vitest'
import { sentenceKinds, therapistKinds, turnKinds } from '../../core/language/reading.ts'
import { academy as english } from './academy.en.ts'
import { academy as french } from './academy.fr.ts'

describe('the words of the academy', () => {
  it('are the same keys in both languages, none empty, none shouting, and the same values filled in', () => {
    const filled = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    for (const [key, text] of Object.entries(english)) {
      const other = french[key as keyof typeof english]
      expect([key, text.trim() !== '' && other.trim() !== '']).toEqual([key, true])
      expect([key, /!/.test(text + other)]).toEqual([key, false])
      expect([key, filled(other)]).toEqual([key, filled(text)])
    }
  })

  it('name everything that a typed card may be told it does', () => {
    const acts = [
      ...learned.rehearsal.cues.map(({ id }) => id),
      ...sentenceKinds,
      ...turnKinds,
      ...therapistKinds,
      ...academy.drills.flatMap(({ cards }) =>
        cards.flatMap(({ answer }) => (answer.kind === 'words' ? [...answer.shows, ...answer.avoids] : [])),
      ),
      'question',
      'reflection',
      'input',
      'other',
      'open',
      'closed',
    ]
    expect(acts.filter(id => !Object.hasOwn(english, `did.${id}`))).toEqual([])
  })
})
