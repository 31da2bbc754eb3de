import type * as z from 'zod'
import type { Caller } from './caller.ts'

/** What a route is asked: who asks, what stands in the path and the query, and the checked body. */
export interface Call<Body> {
  caller: Caller
  path: Record<string, string>
  query: Record<string, string>
  body: Body
  /** The token of the cookie that `caller` came by, if any. */
  signIn: string | null
}

/** A cookie to set or, with a null token, to take back. */
export interface CookieChange {
  name: string
  token: string | null
  maxAgeS: number
}

/** What a route answers. At most one of `json` and `bytes`. */
export interface Answer {
  status: number
  json?: unknown
  bytes?: Uint8Array
  headers?: Record<string, string>
  cookie?: CookieChange
}

/** What the body of a request must be, and how many bytes it may have. */
export type BodyRule<Body> =
  | { kind: 'none' }
  | { kind: 'json'; schema: z.ZodType<Body>; limit: number }
  | { kind: 'bytes'; type: string; limit: number }

/** Doors that strangers knock at; each has its own limit for one address. */
export type Door = 'sign-in' | 'claim' | 'door'

/**
 * One row of the protocol's tables. `caller` says who may ask at all: `nobody` means anybody, `reader` an account or a
 * seat. `Records` is what the handler works on. The path has the form `/api/cases/:case`.
 */
export interface Route<Records, Body = unknown> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  caller: 'nobody' | 'account' | 'seat' | 'reader'
  body: BodyRule<Body>
  door?: Door
  answer(records: Records, call: Call<Body>): Promise<Answer>
}

/** A route as one of many: the body's type is settled where the route is written. */
export const route = <Records, Body>(row: Route<Records, Body>): Route<Records> =>
  row as unknown as Route<Records>

/** The rule for a JSON body. Without a limit, 16 KiB. */
export const json = <Body>(schema: z.ZodType<Body>, limit = 16_384): BodyRule<Body> => ({
  kind: 'json',
  schema,
  limit,
})

/** The rule for a request without a body. */
export const noBody: BodyRule<null> = { kind: 'none' }
