import type { ReadingLanguage } from '../../core/language/language-bundle.ts'
import type { Reading, Turn } from '../../core/language/reading.ts'

/** Reads turns, in this browser. */
export type Reader = (turns: readonly Turn[], language?: ReadingLanguage) => Reading

/** The reader and its language, fetched once and only where something is read. */
export const loadReader = async (): Promise<Reader> => {
  const [{ readTurns }, { default: bundle }] = await Promise.all([
    import('../../core/language/read-turns.ts'),
    import('virtual:model/language'),
  ])
  return (turns, language) => readTurns(turns, bundle, language ? { language } : {})
}

/** Gets the reader ready in both languages while the person is still busy with something else: the first reading then waits for nothing. */
export const warmReader = (): void =>
  void loadReader().then(
    read => {
      for (const language of ['en', 'fr'] as const)
        read([{ speaker: '', role: 'partner', text: '' }], language)
    },
    () => undefined,
  )
