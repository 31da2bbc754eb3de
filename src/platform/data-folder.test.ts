import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFiles, lockDataFolder } from './data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is one server’s at a time, and free again when that stops', () => {
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'folder-in-use' }))
  unlock()
  lockDataFolder(folder)()
})

test('a server that was killed leaves no lock behind', async () => {
  const library = createRequire(import.meta.url).resolve('@photostructure/sqlite')
  const program = `
    const { DatabaseSync } = require(${JSON.stringify(library)})
    globalThis.lock = new DatabaseSync(${JSON.stringify(dataFiles(folder).lock)})
    globalThis.lock.exec('begin exclusive')
    console.log('locked')
    setInterval(() => globalThis.lock.isOpen, 1000)`
  const other = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'folder-in-use' }))
  other.kill('SIGKILL')
  await once(other, 'exit')
  lockDataFolder(folder)()
})
