import type { Problem } from '../core/protocol/case-protocol.ts'
import { refusalOfDatabaseError } from '../platform/database-error.ts'
import { Refusal } from '../platform/refusal.ts'

/** The refusal that an error stands for. Whatever is no refusal and no database's error is a bug: 500, nothing told. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal
    ? error
    : (refusalOfDatabaseError(error) ??
      new Refusal(500, 'internal', 'Something went wrong on the server. Nothing of this was saved.'))

/** A refusal as `application/problem+json` (RFC 9457). The same refusal has the same bytes. */
export const problemResponse = (refusal: Refusal, detail?: string): Response => {
  const problem: Problem = {
    type: 'about:blank',
    title: refusal.message,
    status: refusal.status,
    code: refusal.code,
    ...(detail ? { detail } : {}),
  }
  return new Response(JSON.stringify(problem), {
    status: refusal.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(refusal.retryAfterS === null ? {} : { 'retry-after': String(refusal.retryAfterS) }),
    },
  })
}
