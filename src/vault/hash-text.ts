import { fromText, toBase64Url } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'

/** SHA-256 of a text as base64url: how a consent names exactly what was shown. */
export const hashText = (text: string): string => toBase64Url(cryptography.sha256(fromText(text)))
