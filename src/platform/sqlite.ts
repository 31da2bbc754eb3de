import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { type SqliteDatabase, type SqliteStatement, SqliteDialect } from 'kysely'
import { invariant } from '../core/model/invariant.ts'

type Connection = InstanceType<typeof DatabaseSync>

/**
 * Opens a SQLite file so that a commit that was acknowledged survives a crash and a power cut. `salvage` reads on in a
 * file that is shorter than it says it is: each row that lies in what is left can be read, any other throws.
 */
export const openSqlite = (
  file: string,
  options: { readOnly?: boolean; salvage?: boolean } = {},
): Connection => {
  // Made for its owner alone; the files that SQLite puts beside it take over who may read it.
  if (!options.readOnly) closeSync(openSync(file, 'a', 0o600))
  const connection = new DatabaseSync(file, {
    readOnly: options.readOnly ?? false,
    defensive: !options.salvage,
  })
  connection.exec('pragma busy_timeout = 5000')
  connection.exec('pragma foreign_keys = on')
  if (options.salvage) connection.exec('pragma writable_schema = on')
  if (options.readOnly) return connection
  connection.exec('pragma journal_mode = wal')
  connection.exec('pragma synchronous = full')
  // What is erased is overwritten, also in pages that nothing uses any more.
  connection.exec('pragma secure_delete = on')
  // With many cases each save touches pages far apart: 64 MiB of them are held, and 16 MiB of changes are put in at once.
  connection.exec('pragma cache_size = -65536')
  connection.exec('pragma wal_autocheckpoint = 4096')
  return connection
}

/** What may be bound; the library would store a Date as NULL and a boolean in its own way without a word. */
const refuseUnsafe = (parameters: readonly unknown[]): void => {
  for (const value of parameters)
    invariant(
      value === null ||
        typeof value === 'string' ||
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Uint8Array,
      'only text, numbers, bytes and null are bound',
    )
}

/** Statements kept ready at once: the program has far fewer, so none is prepared twice. */
const mostStatements = 500

/** Lets Kysely speak to a connection; statements are prepared once. */
export const sqliteDialect = (
  connection: Connection,
  options: { readOnly?: boolean } = {},
): SqliteDialect => {
  const statements = new Map<string, SqliteStatement>()
  const prepare = (text: string): SqliteStatement => {
    // Taking the write lock at the start: a transaction that has read cannot then find that it may not write.
    const statement = connection.prepare(text === 'begin' && !options.readOnly ? 'begin immediate' : text)
    const reader = statement.columns().length > 0
    return {
      reader,
      all: parameters => {
        refuseUnsafe(parameters)
        return statement.all(...parameters)
      },
      run: parameters => {
        refuseUnsafe(parameters)
        // On a full disk SQLite has rolled back by itself; a second time would hide why.
        if (text === 'rollback' && !connection.isTransaction) return { changes: 0, lastInsertRowid: 0 }
        return statement.run(...parameters)
      },
      iterate: parameters => {
        refuseUnsafe(parameters)
        return connection.prepare(text).iterate(...parameters)
      },
    }
  }
  const database: SqliteDatabase = {
    prepare: text => {
      const known = statements.get(text)
      if (known) return known
      if (statements.size >= mostStatements) statements.clear()
      const statement = prepare(text)
      statements.set(text, statement)
      return statement
    },
    close: () => connection.close(),
  }
  return new SqliteDialect({ database })
}

/** Copies a database as it is at this moment into a new file, while others may write to it. */
export const copySqlite = (from: string, to: string): void => {
  const connection = openSqlite(from, { readOnly: true })
  try {
    connection.prepare('vacuum into ?').run(to)
  } finally {
    connection.close()
  }
}

const damageCodes = [10, 11, 26]
const damageTexts = ['disk I/O error', 'database disk image is malformed', 'file is not a database']

/**
 * Whether an error says that the file itself is damaged: it cannot be read to its end, or is no database. What reads
 * several rows gives the library's errors without their number.
 */
export const isDamage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { errcode } = error as { errcode?: number }
  return errcode === undefined ? damageTexts.includes(error.message) : damageCodes.includes(errcode % 256)
}

/** In how many places SQLite itself finds a file damaged; 0 where it is sound. */
export const countDamage = (file: string): number => {
  let connection: Connection | undefined
  try {
    connection = openSqlite(file, { readOnly: true })
    const rows = connection.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    return rows.filter(row => row.integrity_check !== 'ok').length
  } catch (error) {
    if (isDamage(error)) return 1
    throw error
  } finally {
    connection?.close()
  }
}
