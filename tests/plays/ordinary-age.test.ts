import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run as backup } from '../../src/cli/backup.ts'
import { makeSealCode, openSealedFile, sealFile } from '../../src/platform/sealed-file.ts'
import { plainCase, playTherapist, setStage, type Stage } from '../support/play-stage.ts'

/** The `age` that a distribution packages, in Go: it shares no code with what sealed the files. */
const openWithAge = (file: string, to: string, code: string): { status: number | null; said: string } => {
  // It asks for a passphrase at a terminal and nowhere else; `script` gives it one.
  const command = `age --decrypt --output '${to}' '${file}'`
  const done = spawnSync('script', ['-qec', command, '/dev/null'], { input: `${code}\n`, encoding: 'utf8' })
  return { status: done.status, said: `${done.stdout}${done.stderr}` }
}

let folder: string
let stage: Stage
beforeAll(async () => {
  const found = spawnSync('age', ['--version'], { encoding: 'utf8' })
  if (found.error)
    throw new Error('This test needs the program `age` on the path: on Debian, apt-get install age')
  folder = mkdtempSync(join(tmpdir(), 'groundwork-age-'))
  stage = await setStage()
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await stage.server.remove()
})

test('an ordinary age opens both files of a backup with their codes, and finds the database whole', async () => {
  const therapist = await playTherapist(stage, 'Practice on the hill')
  await therapist.vault.createCase(plainCase)
  const said: string[] = []
  const io = { out: (text: string) => void said.push(text), err: () => {} }
  expect(await backup(['--data', stage.server.folder, '--to', folder, '--json'], io)).toBe(0)
  const { files, codes } = JSON.parse(said[0] ?? '') as Record<'files' | 'codes', Record<string, string>>
  const [database, secrets] = [join(folder, 'opened.sqlite'), join(folder, 'opened.json')]
  expect(openWithAge(files['database'] ?? '', database, codes['database'] ?? '').status).toBe(0)
  expect(openWithAge(files['secrets'] ?? '', secrets, codes['secrets'] ?? '').status).toBe(0)
  expect(readFileSync(database).subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(readFileSync(secrets)).toEqual(readFileSync(join(stage.server.folder, 'secrets.json')))
  // One file's code does not open the other.
  expect(openWithAge(files['secrets'] ?? '', join(folder, 'none'), codes['database'] ?? '').status).not.toBe(
    0,
  )
})

test('an ordinary age refuses a file that was changed, and so do we', async () => {
  const [plain, sealed] = [join(folder, 'plain'), join(folder, 'sealed.age')]
  writeFileSync(plain, 'words '.repeat(30_000))
  const code = makeSealCode()
  await sealFile(plain, sealed, code)
  expect(openWithAge(sealed, join(folder, 'again'), code).status).toBe(0)
  expect(readFileSync(join(folder, 'again'))).toEqual(readFileSync(plain))
  const bytes = readFileSync(sealed)
  bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] ?? 0) ^ 1
  writeFileSync(sealed, bytes)
  expect(openWithAge(sealed, join(folder, 'bent'), code).status).not.toBe(0)
  await expect(openSealedFile(sealed, join(folder, 'bent too'), code)).rejects.toMatchObject({
    code: 'seal-wrong',
  })
})

test('what an ordinary age has sealed, we open: the format is age’s and not our own', async () => {
  const [plain, sealed, opened] = ['words', 'words.age', 'opened'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(plain, 'sealed elsewhere')
  const command = `age --passphrase --output '${sealed}' '${plain}'`
  const code = 'a-code-that-was-typed-twice'
  execFileSync('script', ['-qec', command, '/dev/null'], { input: `${code}\n${code}\n` })
  await openSealedFile(sealed, opened, code)
  expect(readFileSync(opened, 'utf8')).toBe('sealed elsewhere')
})
