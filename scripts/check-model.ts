import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileAcademy } from '../src/core/model/compile-academy.ts'
import { compileLanguage } from '../src/core/model/compile-language.ts'
import { compileModel } from '../src/core/model/compile-model.ts'
import { checkPublished, LOCK_PATH } from '../src/core/model/published-lock.ts'
import { staleHelplines } from '../src/core/model/stale-helplines.ts'
import { readLanguageFiles } from './read-language-files.ts'
import { readModelFiles } from './read-model-files.ts'

/**
 * Compiles the clinical model (shape, ids, both languages, reading grade, gendered words) what sessions are read with and what is learned, and holds it to the lock of what was
 * published. With `GROUNDWORK_NIGHTLY` it looks at the calendar too: a helpline not called for a year is refused.
 */
export function run(root: string, nightly = process.env.GROUNDWORK_NIGHTLY === '1'): string[] {
  const model = compileModel(readModelFiles(root))
  if (!model.ok) return model.issues.map(issue => issue.message)
  const language = compileLanguage(readLanguageFiles(root))
  if (!language.ok) return language.issues.map(issue => issue.message)
  const academy = compileAcademy(readModelFiles(root))
  if (!academy.ok) return academy.issues.map(issue => issue.message)
  const lock = join(root, LOCK_PATH)
  const published = checkPublished(model.value, existsSync(lock) ? readFileSync(lock, 'utf8') : '')
  if (!published.ok) return published.issues.map(issue => issue.message)
  if (!nightly) return []
  return staleHelplines(model.value, new Date().toISOString().slice(0, 10)).map(
    line =>
      `model/safety/helplines.yaml: ${line.id} was last checked on ${line.checked ?? 'no day'}. Mend: call it, and write the day`,
  )
}
