import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Store, StoreFull } from '../vault/ports.ts'

interface Schema extends DBSchema {
  kept: { key: string; value: Uint8Array }
  keys: { key: string; value: CryptoKey }
}

/** This browser's database of one audience; the name tells nothing of what it is for. */
export const openBrowserDatabase = (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('kept')
      database.createObjectStore('keys')
    },
  })

/** Keeps bytes in IndexedDB; each write is one transaction, on disk before it resolves. */
export const browserStore = (database: Promise<IDBPDatabase<Schema>>): Store => ({
  async get(key) {
    return (await database).get('kept', key)
  },
  async list(prefix, from = '') {
    const range = IDBKeyRange.bound(prefix + from, `${prefix}\uffff`)
    const transaction = (await database).transaction('kept')
    const [keys, values] = await Promise.all([
      transaction.store.getAllKeys(range),
      transaction.store.getAll(range),
    ])
    return keys.map((key, i): [string, Uint8Array] => [key, values[i] as Uint8Array])
  },
  async write(changes) {
    const transaction = (await database).transaction('kept', 'readwrite', { durability: 'strict' })
    try {
      for (const [key, value] of changes)
        void (value ? transaction.store.put(value, key) : transaction.store.delete(key)).catch(() => {})
      await transaction.done
    } catch (error) {
      if (
        error instanceof DOMException &&
        (error.name === 'QuotaExceededError' || error.name === 'AbortError')
      )
        throw new StoreFull()
      throw error
    }
  },
})
