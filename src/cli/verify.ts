import { resolve } from 'node:path'
import { invariant } from '../core/model/invariant.ts'
import { existingDataFiles } from '../platform/data-folder.ts'
import { refusalOfDatabaseError } from '../platform/database-error.ts'
import { countDamage } from '../platform/sqlite.ts'
import { openDatabaseToRead } from '../records/records.ts'
import { type Verification, verifyJournals } from '../records/verify-journals.ts'
import { readArguments } from './arguments.ts'
import type { CommandIo } from './command.ts'

export const help = `groundwork verify: check every entry that is stored, also while the server runs.

  --data DIR   the server's data (default: data)
  --json       what was found as JSON

It checks the database's file, and of each entry its form, place, hash, signature, device certificate and chain.
What is lost or broken is named by its place. Exit code 1 where anything is.`

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readArguments(args, { data: 'text' })
  const { database: file } = existingDataFiles(resolve(options.data ?? 'data'))
  const damage = countDamage(file)
  const found = await readAll(file, damage > 0)
  if (damage > 0) {
    // What can still be read is checked by its signatures, so that its therapist learns what is lost.
    if (options.json)
      io.out(JSON.stringify({ ok: false, code: 'file-damaged', fileDamage: damage, ...found }))
    else {
      io.err('The database’s file is damaged. Restore it from a backup.')
      if (found) say(found, io.err)
    }
    return 1
  }
  invariant(found, 'a sound file can be read')
  const ok = found.broken.length === 0
  if (options.json) io.out(JSON.stringify({ ok, ...found }))
  else {
    say(found, io.err, io.out)
    if (ok) io.out('Everything holds.')
  }
  return ok ? 0 : 1
}

const say = (found: Verification, err: CommandIo['err'], out = err): void => {
  out(`${found.cases} cases, ${found.journals} journals, ${found.entries} entries`)
  for (const { code, position, ...place } of found.broken)
    err(`${code}: case ${place.case} journal ${place.journal} entry ${position}`)
}

/** What is found in the file; null where it is damaged so that not even its journals can be counted. */
const readAll = async (file: string, salvage: boolean): Promise<Verification | null> => {
  let database: ReturnType<typeof openDatabaseToRead> | undefined
  try {
    database = openDatabaseToRead(file, { salvage })
    return await verifyJournals(database, { salvage })
  } catch (error) {
    // Without its first pages a file may be a database without a table.
    if (salvage && refusalOfDatabaseError(error)) return null
    throw error
  } finally {
    await database?.destroy()
  }
}
