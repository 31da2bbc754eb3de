import type { DeviceLock, World } from '../vault/ports.ts'
import { browserStore, openBrowserDatabase } from './browser-store.ts'
import { httpTransport } from './http-transport.ts'

/** Seals under an AES-GCM key that WebCrypto will not hand out again, made at first use. */
const browserLock = (database: ReturnType<typeof openBrowserDatabase>): DeviceLock => {
  const keyOf = async (): Promise<CryptoKey> => {
    const known = await (await database).get('keys', 'device')
    if (known) return known
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await (await database).put('keys', fresh, 'device')
    return fresh
  }
  return {
    async seal(bytes) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        await keyOf(),
        new Uint8Array(bytes),
      )
      return new Uint8Array([...iv, ...new Uint8Array(sealed)])
    },
    async open(sealed) {
      try {
        const box = new Uint8Array(sealed)
        return new Uint8Array(
          await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: box.subarray(0, 12) },
            await keyOf(),
            box.subarray(12),
          ),
        )
      } catch {
        return null
      }
    },
  }
}

/** Held until the tab closes; resolves at once with whether this tab got it. */
const holdAlone = (name: string): Promise<boolean> => {
  if (held.has(name)) return Promise.resolve(true)
  return new Promise(resolve => {
    void navigator.locks.request(name, { ifAvailable: true }, lock => {
      resolve(lock !== null)
      if (lock === null) return undefined
      held.add(name)
      return new Promise(() => {})
    })
  })
}
const held = new Set<string>()

/** The browser as a vault's outside world; `name` keeps the audiences' databases apart. */
export const browserWorld = (name: string): World => {
  const database = openBrowserDatabase(name)
  return {
    transport: httpTransport,
    store: browserStore(database),
    deviceLock: browserLock(database),
    now: () => Date.now(),
    holdAlone,
  }
}
