import * as z from 'zod'

const pattern = (bytes: number) => new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`)

/** Exactly `length` bytes as unpadded base64url text. */
export const bytesSchema = (length: number) =>
  z.string().regex(pattern(length), `expected ${length} bytes as base64url`)

/** At most `limit` bytes as unpadded base64url text; at least one byte. */
export const sealedSchema = (limit: number) =>
  z
    .string()
    .min(2)
    .max(Math.ceil((limit * 4) / 3), `at most ${limit} bytes`)
    .regex(/^[A-Za-z0-9_-]+$/, 'expected base64url')

/** A random 16-byte id (case, journal, seat) as base64url. */
export const IdSchema = bytesSchema(16)
/** A 32-byte key, hash or token as base64url. */
export const Key32Schema = bytesSchema(32)
/** A 64-byte Ed25519 signature as base64url. */
export const SignatureSchema = bytesSchema(64)
