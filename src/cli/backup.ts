import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { existingDataFiles } from '../platform/data-folder.ts'
import { Refusal } from '../platform/refusal.ts'
import { makeSealCode, sealFile } from '../platform/sealed-file.ts'
import { copySqlite } from '../platform/sqlite.ts'
import { need, readArguments } from './arguments.ts'
import type { CommandIo } from './command.ts'

export const help = `groundwork backup: make a sealed copy of the data, also while the server runs.

  --data DIR   the server's data (default: data)
  --to DIR     where the two sealed files go
  --json       the files and their codes as JSON

It writes two age files, the database's and the secrets', each with a code of its own that is shown this once.
Keep the two files and the two codes apart: only together do they make a server.`

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readArguments(args, { data: 'text', to: 'text' })
  const to = resolve(need('to', options.to))
  const folder = resolve(options.data ?? 'data')
  const files = existingDataFiles(folder)
  if (!existsSync(files.secrets))
    throw new Refusal(
      404,
      'secrets-missing',
      `The file ${files.secrets} is missing; a backup without it is of no use.`,
    )
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const name = `groundwork-${new Date()
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')}`
  const sealed = { database: join(to, `${name}.database.age`), secrets: join(to, `${name}.secrets.age`) }
  if (existsSync(sealed.database) || existsSync(sealed.secrets))
    throw new Refusal(409, 'backup-exists', `There is a backup of this very second in ${to} already.`)
  const codes = { database: makeSealCode(), secrets: makeSealCode() }
  // The copy lies beside the data, where nobody reads who may not read those.
  const copy = join(folder, `${name}.copy`)
  try {
    copySqlite(files.database, copy)
    await sealFile(copy, sealed.database, codes.database)
    await sealFile(files.secrets, sealed.secrets, codes.secrets)
  } catch (error) {
    for (const file of Object.values(sealed)) rmSync(file, { force: true })
    throw error
  } finally {
    rmSync(copy, { force: true })
  }
  if (options.json) io.out(JSON.stringify({ ok: true, files: sealed, codes }))
  else
    io.out(
      [
        `${sealed.database}`,
        `  code: ${codes.database}`,
        `${sealed.secrets}`,
        `  code: ${codes.secrets}`,
        'Write both codes down now: they are shown this once and kept nowhere.',
      ].join('\n'),
    )
  return 0
}
