import { toBase64Url } from '../../core/journal/bytes.ts'

/** A fresh random id for something of a case. */
export const newId = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
