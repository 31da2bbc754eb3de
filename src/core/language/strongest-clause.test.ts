import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { readTurns } from './read-turns.ts'
import type { Turn } from './reading.ts'

const compiled = compileLanguage(readLanguageFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))
const { bundle } = compiled.value
const read = (text: string, language: 'en' | 'fr' = 'en') => {
  const turns: Turn[] = [{ speaker: 'A', role: 'partner', text }]
  return readTurns(turns, bundle, { language }).findings
}

describe('what a finding quotes', () => {
  const text =
    'We drove up on Friday and the lake was lovely. You always forget what matters to me, and then we cooked a long dinner with the neighbours.'

  test('is what stands in the turn, and never the whole turn where it has several sentences', () => {
    const findings = read(text)
    expect(findings.length).toBeGreaterThan(0)
    for (const { quote, start, end } of findings) {
      expect(text.slice(start, end)).toBe(quote)
      expect(quote.length).toBeLessThan(text.length / 2)
    }
  })

  test('says why, in the language of the reading', () => {
    for (const { reason } of read(text)) expect(reason).not.toBe('')
    const french = read('Tu oublies toujours mes affaires.', 'fr').find(({ kind }) => kind === 'absolute')
    expect(french?.reason).toContain('Toujours ou jamais')
    expect(french?.sayInstead).toContain('une fois')
  })
})

describe('near a danger', () => {
  test('risk stands first, and nothing is suggested', () => {
    const findings = read('You never listen. He said he would kill me if I left.')
    expect(findings[0]?.kind).toBe('risk')
    for (const { sayInstead } of findings) expect(sayInstead).toBeNull()
  })
})
