import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Empties the database's log of writes into its file, so that nothing that was overwritten there stays in the log. It does
 * not wait: where somebody is reading at this moment (a backup), or the disk is full, the next one does it.
 */
export const emptyLog = (database: Kysely<Tables>): Promise<void> =>
  database.connection().execute(async connection => {
    try {
      await sql`pragma busy_timeout = 0`.execute(connection)
      await sql`pragma wal_checkpoint(truncate)`.execute(connection)
    } catch {
      // Whatever is wrong with the disk or the file is said by the next thing that needs them.
    } finally {
      await sql`pragma busy_timeout = 5000`.execute(connection)
    }
  })
