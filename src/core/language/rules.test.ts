import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLanguageFiles } from '../../../scripts/read-language-files.ts'
import { compileLanguage } from '../model/compile-language.ts'
import { openLanguage } from './open-language.ts'
import { readSession } from './read-session.ts'

const compiled = compileLanguage(readLanguageFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))
const { bundle, examples } = compiled.value
const languages = { en: openLanguage(bundle, 'en'), fr: openLanguage(bundle, 'fr') }

/** Whether the rule hits somewhere in the text, said by whom the rule listens to. */
const hits = ({ id, language, speaker }: (typeof examples)[number]['rule'], text: string): boolean => {
  const role = speaker === 'therapist' ? 'therapist' : 'partner'
  const session = readSession([{ speaker: 'A', role, text }], languages[language])
  return session.turns.some(turn =>
    turn.sentences.some(sentence =>
      sentence.hits.some(hit => languages[language].rules[hit.rule]?.id === id),
    ),
  )
}

describe.each(examples.map(example => [example.rule.id, example] as const))(
  '%s',
  (_id, { rule, flag, pass }) => {
    test.each(flag)('flags: %s', text => {
      expect(hits(rule, text)).toBe(true)
    })
    test.each(pass)('passes: %s', text => {
      expect(hits(rule, text)).toBe(false)
    })
  },
)
