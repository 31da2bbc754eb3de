import { resolve } from 'node:path'
import { readModelFiles } from '../../../scripts/read-model-files.ts'
import { compileModel } from '../../../src/core/model/compile-model.ts'
import type { Model } from '../../../src/core/model/schema.ts'

const compiled = compileModel(readModelFiles(resolve(import.meta.dirname, '../../..')))
if (!compiled.ok) throw new Error(compiled.issues.map(issue => issue.message).join('\n'))

/** The clinical model, from the same files as the pages under test were built from. */
export const model: Model = compiled.value
