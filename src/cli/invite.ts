import { resolve } from 'node:path'
import { existingDataFiles } from '../platform/data-folder.ts'
import { makeInvitation } from '../records/invitations.ts'
import { openDatabase } from '../records/records.ts'
import { readArguments } from './arguments.ts'
import type { CommandIo } from './command.ts'

export const help = `groundwork invite: make a code with which one colleague can make an account, within seven days.

  --data DIR   the server's data (default: data); the server may be running
  --json       the code as JSON`

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readArguments(args, { data: 'text' })
  const files = existingDataFiles(resolve(options.data ?? 'data'))
  const database = await openDatabase(files.database)
  try {
    const code = await makeInvitation({ database, now: Date.now }, 'operator')
    io.out(options.json ? JSON.stringify({ ok: true, code }) : code)
    return 0
  } finally {
    await database.destroy()
  }
}
