import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileModel } from '../src/core/model/compile-model.ts'
import { LOCK_PATH, publishVersions } from '../src/core/model/published-lock.ts'
import { readModelFiles } from './read-model-files.ts'

/** Locks the new versions of the model at `root`. Gives the messages of what was refused, none when the lock was written. */
export function publishModel(root: string): string[] {
  const model = compileModel(readModelFiles(root))
  if (!model.ok) return model.issues.map(issue => issue.message)
  const path = join(root, LOCK_PATH)
  const lock = publishVersions(model.value, existsSync(path) ? readFileSync(path, 'utf8') : '')
  if (!lock.ok) return lock.issues.map(issue => issue.message)
  writeFileSync(path, lock.value)
  return []
}

/** `node scripts/run-check.mjs publish-model` */
export const run = publishModel
