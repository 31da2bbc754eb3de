import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelFile } from '../src/core/model/model-file.ts'

/** Every YAML file under `model/` of the project at `root`, in order of path. */
export function readModelFiles(root: string): ModelFile[] {
  return readdirSync(join(root, 'model'), { recursive: true, encoding: 'utf8' })
    .map(path => `model/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.yaml'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
