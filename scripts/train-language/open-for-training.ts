import type { ReadingLanguage } from '../../src/core/language/language-bundle.ts'
import { type Language, openLanguage } from '../../src/core/language/open-language.ts'
import { wordsOfForm } from '../../src/core/language/pattern.ts'
import { compileLanguage } from '../../src/core/model/compile-language.ts'
import { readLanguageFiles } from '../read-language-files.ts'

/**
 * The language as readers open it, with every word of the texts numbered, so that the same code that scores names the features.
 * Models that are there already are left out.
 * @param wanted which files of `model/language/` the model may lean on; all where it is left out. What it leans on must not change after it.
 */
export function openForTraining(
  root: string,
  language: ReadingLanguage,
  texts: Iterable<string>,
  wanted: (path: string) => boolean = () => true,
): Language {
  const compiled = compileLanguage(readLanguageFiles(root).filter(({ path }) => wanted(path)))
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('\n'))
  const bundle = { ...compiled.value.bundle, models: [] }
  const { forms } = bundle.words[language]
  const words = new Set<string>()
  for (const text of texts)
    for (const written of text.match(/[\p{L}\p{N}'’]+/gu) ?? [])
      for (const word of wordsOfForm(written, forms, language))
        words.add(word.replace(/^'+|'+$/g, '') || word)
  for (const ending of ["'s", "'d"]) words.add(ending)
  return openLanguage(bundle, language, { moreWords: words })
}
