import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { stdin } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { dataFiles, isEmptyFolder } from '../platform/data-folder.ts'
import { Refusal } from '../platform/refusal.ts'
import { openSealedFile } from '../platform/sealed-file.ts'
import { parseSecrets } from '../platform/secrets.ts'
import { countDamage } from '../platform/sqlite.ts'
import { syncFolder } from '../platform/write-file-whole.ts'
import { openDatabase } from '../records/records.ts'
import { endAllSignIns } from '../records/sign-ins.ts'
import { need, readArguments } from './arguments.ts'
import type { CommandIo } from './command.ts'

export const help = `groundwork restore: put a backup into an empty folder, whole or not at all.

  --from FILE        the sealed database (….database.age)
  --secrets FILE     the sealed secrets (….secrets.age)
  --data DIR         the folder to fill; it must be empty or missing
  --code-file FILE   two lines: the database's code, then the secrets'; without it they are asked for
  --json             the outcome as JSON

All sign-ins end: everybody signs in again. Run groundwork verify afterwards.`

const readCodes = async (file: string | undefined, io: CommandIo): Promise<[string, string]> => {
  if (file !== undefined) {
    const [database, secrets] = readFileSync(file, 'utf8')
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    if (!database || !secrets)
      throw new Refusal(
        400,
        'codes-missing',
        'The code file has two lines: the database’s code, then the secrets’.',
      )
    return [database, secrets]
  }
  const lines = createInterface({ input: stdin })[Symbol.asyncIterator]()
  const ask = async (what: string): Promise<string> => {
    io.err(what)
    const { value, done } = await lines.next()
    if (done) throw new Refusal(400, 'codes-missing', 'No code was given.')
    return value.trim()
  }
  try {
    return [await ask('Code of the database file:'), await ask('Code of the secrets file:')]
  } finally {
    stdin.destroy()
  }
}

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readArguments(args, { from: 'text', secrets: 'text', data: 'text', 'code-file': 'text' })
  const from = need('from', options.from)
  const secrets = need('secrets', options.secrets)
  const folder = resolve(need('data', options.data))
  if (!isEmptyFolder(folder))
    throw new Refusal(409, 'folder-not-empty', `The folder ${folder} is not empty. Nothing was changed.`)
  const [databaseCode, secretsCode] = await readCodes(options['code-file'], io)
  mkdirSync(dirname(folder), { recursive: true })
  const partial = `${folder}.restoring`
  // What an interrupted restore left behind.
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  try {
    const files = dataFiles(partial)
    await openSealedFile(secrets, files.secrets, secretsCode)
    parseSecrets(readFileSync(files.secrets, 'utf8'))
    await openSealedFile(from, files.database, databaseCode)
    chmodSync(files.database, 0o600)
    if (countDamage(files.database) > 0)
      throw new Refusal(400, 'backup-damaged', 'The database in this backup is damaged. Nothing was changed.')
    const database = await openDatabase(files.database)
    try {
      await endAllSignIns(database)
    } finally {
      await database.destroy()
    }
    syncFolder(partial)
    try {
      rmdirSync(folder)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    renameSync(partial, folder)
    syncFolder(dirname(folder))
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error
  }
  io.out(options.json ? JSON.stringify({ ok: true, data: folder }) : `Restored into ${folder}`)
  return 0
}
