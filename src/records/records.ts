import { Kysely } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import { ExpiringMap } from '../platform/expiring-map.ts'
import { Limiter } from '../platform/limiter.ts'
import type { Secrets } from '../platform/secrets.ts'
import { openSqlite, sqliteDialect } from '../platform/sqlite.ts'
import { AppendQueue } from './append-queue.ts'
import { emptyLog } from './empty-log.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

/** All that the functions of this folder work on. */
export interface Records {
  database: Kysely<Tables>
  secrets: Secrets
  now: Clock
  appends: AppendQueue
  /** Sign-ins whose first step was answered, by attempt. Gone at a restart: the person begins again. */
  attempts: ExpiringMap<{ account: string | null; state: string }>
  /** Challenges given to devices, by the challenge. */
  challenges: ExpiringMap<{ seat: string; device: string }>
  /** Guesses at one sign-in name, from wherever they come. */
  signInTries: Limiter
  /** PIN evaluations of seats that are signed in. */
  pinEvaluations: Limiter
}

const minuteMs = 60_000

/** Opens the database's file and brings it up to date. */
export const openDatabase = async (file: string): Promise<Kysely<Tables>> => {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) })
  try {
    await migrate(database)
    // After a crash the log may still hold what was erased.
    await emptyLog(database)
    return database
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/**
 * Opens a database's file to look at it as it is, also while a server writes to it; with `salvage`, a damaged one as far
 * as it can be read.
 */
export const openDatabaseToRead = (file: string, options: { salvage?: boolean } = {}): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: sqliteDialect(openSqlite(file, { readOnly: true, ...options }), { readOnly: true }),
  })

/** Opens all that the server's records need. `loadSecrets` is told whether no account exists yet. */
export const openRecords = async (
  file: string,
  now: Clock,
  loadSecrets: (fresh: boolean) => Promise<Secrets>,
): Promise<Records> => {
  const database = await openDatabase(file)
  try {
    const account = await database.selectFrom('accounts').select('account_id').limit(1).executeTakeFirst()
    return {
      database,
      secrets: await loadSecrets(account === undefined),
      now,
      appends: new AppendQueue(database),
      attempts: new ExpiringMap(now, 5 * minuteMs),
      challenges: new ExpiringMap(now, 2 * minuteMs),
      signInTries: new Limiter(now, 60, 60 * minuteMs),
      pinEvaluations: new Limiter(now, 20, 60 * minuteMs),
    }
  } catch (error) {
    await database.destroy()
    throw error
  }
}
