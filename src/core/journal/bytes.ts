import { invariant } from '../model/invariant.ts'

/** Text as UTF-8 bytes. */
export const fromText = (text: string): Uint8Array => new TextEncoder().encode(text)

/** UTF-8 bytes as text. @throws TypeError where they are not UTF-8. */
export const toText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** The given byte strings, one after the other. */
export const concat = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A whole number from 0 to 2^32 - 1 as four bytes, the largest first. */
export const fromUint32 = (value: number): Uint8Array => {
  invariant(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, 'a 32-bit number')
  return new Uint8Array([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255])
}

/** The 32-bit number that stands at `at`, the largest byte first. */
export const toUint32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)

/** Bytes as unpadded base64url (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Bytes of unpadded base64url; null where the text is not that, or not in its one canonical spelling. */
export const fromBase64Url = (text: string): Uint8Array | null => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, char => char.charCodeAt(0))
  return toBase64Url(bytes) === text ? bytes : null
}

/** Bytes of base64url text that was checked before. @throws where it was not. */
export const mustFromBase64Url = (text: string): Uint8Array => {
  const bytes = fromBase64Url(text)
  invariant(bytes, 'base64url that was checked before')
  return bytes
}

/** Whether two byte strings are the same; the time taken depends only on their lengths. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}
