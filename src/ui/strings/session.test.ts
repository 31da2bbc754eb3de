import { describe, expect, it } from 'vitest'
import { session as english } from './session.en.ts'
import { session as french } from './session.fr.ts'

describe('the words of the session pages', () => {
  it('have a letter of their own for each thing that is kept at one stroke', () => {
    for (const strings of [english, french]) {
      const letters = Object.entries(strings).filter(([key]) => key.startsWith('capture.key.'))
      expect(new Set(letters.map(([, letter]) => letter)).size).toBe(letters.length)
    }
  })
  it('are the same keys in both languages, none empty, none shouting, and the same values filled in', () => {
    const filled = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    for (const [key, text] of Object.entries(english)) {
      const other = french[key as keyof typeof english]
      expect([key, text.trim() !== '' && other.trim() !== '']).toEqual([key, true])
      expect([key, /!/.test(text + other)]).toEqual([key, false])
      expect([key, filled(other)]).toEqual([key, filled(text)])
    }
  })
})
