import { resolve } from 'node:path'
import { test } from 'vitest'
import { readModelFiles } from '../../../scripts/read-model-files.ts'
import { compileModel } from './compile-model.ts'

test('compiles', () => {
  const r = compileModel(readModelFiles(resolve(import.meta.dirname, '../../..')))
  if (!r.ok) throw new Error(r.issues.map(i => i.message).join('\n'))
})
