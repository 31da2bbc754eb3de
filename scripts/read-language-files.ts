import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelFile } from '../src/core/model/model-file.ts'

/** Every YAML and JSON file under `model/language/` of the project at `root`, in order of path; none where the folder is missing. */
export function readLanguageFiles(root: string): ModelFile[] {
  const folder = join(root, 'model/language')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => `model/language/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.(yaml|json)$/.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
