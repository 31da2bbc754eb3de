import { fromText, mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { cryptography } from '../platform/cryptography.ts'

/** A new random secret of 32 bytes as base64url: a cookie's token, an attempt. */
export const makeToken = (): string => toBase64Url(cryptography.random(32))

/** SHA-256 of a token's bytes, base64url: all that the database keeps of it. */
export const hashToken = (token: string): string => toBase64Url(cryptography.sha256(mustFromBase64Url(token)))

/** SHA-256 of a text, base64url. */
export const hashText = (text: string): string => toBase64Url(cryptography.sha256(fromText(text)))

/** A new random id of 16 bytes as base64url. */
export const makeId = (): string => toBase64Url(cryptography.random(16))
