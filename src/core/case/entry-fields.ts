import * as z from 'zod/mini'

/** What bodies of entries are made of: shapes that more than one kind uses. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
/** The hash of an entry or of a text, base64url. */
export const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
export const words = z.string().check(z.maxLength(20_000))
export const label = z.string().check(z.minLength(1), z.maxLength(60))
/** The writer's clock, for showing only: the order of entries never follows from it. */
export const at = z.iso.datetime()
export const elementId = z.enum([
  'communication',
  'values',
  'commitments',
  'self-management',
  'power',
  'conflict',
  'existential',
])
