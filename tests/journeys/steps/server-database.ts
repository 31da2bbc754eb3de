import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { ServerProcess } from '../../support/server-process.ts'

/** Puts a state that only time would bring about into the server's database: its clock cannot be moved from outside. */
export const keepInDatabase = (
  server: ServerProcess,
  change: (database: InstanceType<typeof DatabaseSync>) => unknown,
): void => {
  const database = new DatabaseSync(join(server.folder, 'groundwork.sqlite'))
  try {
    database.exec('pragma busy_timeout = 5000')
    change(database)
  } finally {
    database.close()
  }
}
