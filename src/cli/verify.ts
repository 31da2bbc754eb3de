import { resolve } from 'node:path'
import { existingDataFiles } from '../platform/data-folder.ts'
import { countDamage } from '../platform/sqlite.ts'
import { openDatabaseToRead } from '../records/records.ts'
import { verifyJournals } from '../records/verify-journals.ts'
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
  if (damage > 0) {
    // What a damaged file says of its entries cannot be relied on either way.
    if (options.json) io.out(JSON.stringify({ ok: false, code: 'file-damaged', fileDamage: damage }))
    else io.err('The database’s file is damaged. Restore it from a backup.')
    return 1
  }
  const database = openDatabaseToRead(file)
  try {
    const found = await verifyJournals(database)
    const ok = found.broken.length === 0
    if (options.json) io.out(JSON.stringify({ ok, ...found }))
    else {
      io.out(`${found.cases} cases, ${found.journals} journals, ${found.entries} entries`)
      for (const { code, position, ...place } of found.broken)
        io.err(`${code}: case ${place.case} journal ${place.journal} entry ${position}`)
      if (ok) io.out('Everything holds.')
    }
    return ok ? 0 : 1
  } finally {
    await database.destroy()
  }
}
