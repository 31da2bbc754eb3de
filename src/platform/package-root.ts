import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invariant } from '../core/model/invariant.ts'

/** The folder of Groundwork's own package, found from this file upwards, built or not. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    invariant(dirname(folder) !== folder, 'the program runs from inside its package')
    folder = dirname(folder)
  }
  return folder
}
