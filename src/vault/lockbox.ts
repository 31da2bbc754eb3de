import { fromBase64Url, fromText, toBase64Url, toText } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'
import { openBox, sealBox } from './sealed-box.ts'
import type { AccountSecrets } from './therapist-keyring.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A recovery code: 160 random bits in Crockford's base 32, eight groups of four characters, so that it can be written
 * by hand and read aloud.
 */
export const makeRecoveryCode = (): string => {
  const letters = [...cryptography.random(32)].map(byte => alphabet[byte % 32]).join('')
  return (letters.match(/.{4}/g) as string[]).join('-')
}

/** The code as typed, made canonical: case, spaces and easily confused letters do not matter. */
export const canonicalRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')

/** What follows from a recovery code: the key of its lockbox, and the token that proves it to the server (32 bytes each). */
export const recoveryKeys = (code: string): { key: Uint8Array; token: Uint8Array } => {
  const secret = fromText(canonicalRecoveryCode(code))
  return {
    key: cryptography.hkdf(secret, 'groundwork/recovery/lockbox/1'),
    token: cryptography.hkdf(secret, 'groundwork/recovery/token/1'),
  }
}

/** The key of the passphrase's lockbox, from OPAQUE's export key (base64url, as the library gives it). */
export const passphraseKey = (exportKey: string): Uint8Array => {
  const bytes = fromBase64Url(exportKey)
  return cryptography.hkdf(bytes ?? fromText(exportKey), 'groundwork/lockbox/1')
}

/** Seals an account's secrets under one way of opening them; base64url. */
export const sealLockbox = (key: Uint8Array, secrets: AccountSecrets): string =>
  toBase64Url(sealBox(key, 'groundwork/lockbox/1', fromText(JSON.stringify(secrets))))

/** Opens a lockbox; null under another key. */
export const openLockbox = (key: Uint8Array, lockbox: string): AccountSecrets | null => {
  const box = fromBase64Url(lockbox)
  const bytes = box && openBox(key, 'groundwork/lockbox/1', box)
  return bytes ? (JSON.parse(toText(bytes)) as AccountSecrets) : null
}
