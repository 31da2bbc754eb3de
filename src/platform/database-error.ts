import { Refusal } from './refusal.ts'

/**
 * A database's error as a refusal: 507 where the disk is full, 503 for all else, so that what was sent can be sent
 * again. null where the error is not a database's. The error's own text stays out of it.
 */
export const refusalOfDatabaseError = (error: unknown): Refusal | null => {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR') return null
  const full = 13
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === full
    ? new Refusal(507, 'disk-full', 'The server has no room left. Nothing of this was saved.')
    : new Refusal(
        503,
        'database',
        'The server could not save or read this just now. Nothing of this was saved.',
        5,
      )
}
