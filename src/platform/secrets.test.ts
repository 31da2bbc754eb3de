import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  file = join(folder, 'secrets.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('secrets are made once, for the owner’s eyes, and are the same ever after', async () => {
  const made = await loadSecrets(file, true)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(made.oprfSeed.length).toBe(32)
  expect(await loadSecrets(file, false)).toEqual(made)
})

test('where accounts exist, lost or damaged secrets are said to be so and never made anew', async () => {
  await expect(loadSecrets(file, false)).rejects.toMatchObject({ code: 'secrets-missing' })
  for (const text of ['', '{', '{}', '{"version":1,"opaqueSetup":"x","oprfSeed":"y"}']) {
    writeFileSync(file, text)
    await expect(loadSecrets(file, true)).rejects.toMatchObject({ code: 'secrets-unreadable' })
  }
})
