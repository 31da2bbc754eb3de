import { fromText, mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import type { Account, Keyring } from '../core/protocol/account-protocol.ts'
import { cryptography } from './cryptography.ts'
import type { Store } from './ports.ts'
import { openBox, sealBox } from './sealed-box.ts'
import { slowKey } from './slow-key.ts'
import type { AccountSecrets } from './therapist-keyring.ts'

/** What this device keeps of an account, so that it can be opened without the network. Nothing in it is readable. */
export interface KeptAccount {
  account: Account
  keyring: Keyring
  /** base64url salt, and OPAQUE's export key sealed under Argon2id of the passphrase. */
  salt: string
  exportKey: string
}

const purpose = 'groundwork/local-passphrase/1'
const accountKey = (signInName: string): string => `a/${signInName.trim().toLowerCase()}`

/** What this device keeps of the account with this sign-in name, if anything. */
export const readKept = async (store: Store, signInName: string): Promise<KeptAccount | null> => {
  const bytes = await store.get(accountKey(signInName))
  return bytes ? (JSON.parse(toText(bytes)) as KeptAccount) : null
}

/** Keeps an account on this device, to be opened later by the same passphrase without the network. */
export const keepAccount = async (
  store: Store,
  account: Account,
  keyring: Keyring,
  passphrase: string,
  exportKey: string,
): Promise<void> => {
  const salt = cryptography.random(16)
  const sealed = sealBox(await slowKey(passphrase, salt), purpose, fromText(exportKey))
  const kept: KeptAccount = { account, keyring, salt: toBase64Url(salt), exportKey: toBase64Url(sealed) }
  await store.write([
    [accountKey(account.signInName), fromText(JSON.stringify(kept))],
    ['last-sign-in', fromText(account.signInName)],
  ])
}

/** Keeps the newest keyring beside what is already kept. */
export const keepKeyring = async (store: Store, signInName: string, keyring: Keyring): Promise<void> => {
  const kept = await readKept(store, signInName)
  if (kept) await store.write([[accountKey(signInName), fromText(JSON.stringify({ ...kept, keyring }))]])
}

/** OPAQUE's export key by the passphrase alone; null when it is another passphrase. */
export const openKept = async (kept: KeptAccount, passphrase: string): Promise<string | null> => {
  const bytes = openBox(
    await slowKey(passphrase, mustFromBase64Url(kept.salt)),
    purpose,
    mustFromBase64Url(kept.exportKey),
  )
  return bytes && toText(bytes)
}

/** This browser's device seed for the account, made at first use. An evicted store means a new device, not a fork. */
export const deviceSeed = async (
  store: Store,
  account: string,
  secrets: AccountSecrets,
): Promise<Uint8Array> => {
  const key = cryptography.hkdf(mustFromBase64Url(secrets.masterSeed), 'groundwork/device-store/1')
  const at = `d/${account}`
  const kept = await store.get(at)
  const seed = kept && openBox(key, at, kept)
  if (seed) return seed
  const fresh = cryptography.random(32)
  await store.write([[at, sealBox(key, at, fresh)]])
  return fresh
}
