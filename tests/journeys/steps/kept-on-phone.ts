import type { Page } from '@playwright/test'

/** Everything that a page's origin keeps on the phone, as text. The page's own files, the same for everybody, are told apart. */
export const keptOnPhone = (page: Page): Promise<{ places: number; outsideThePage: string }> =>
  page.evaluate(async () => {
    const found: string[] = []
    const put = (value: unknown): void => {
      if (value instanceof Uint8Array) found.push(new TextDecoder('latin1').decode(value))
      else if (value instanceof CryptoKey) found.push(`key:${value.extractable}`)
      else found.push(typeof value === 'string' ? value : JSON.stringify(value))
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
      for (const store of database.objectStoreNames)
        await new Promise<void>((done, fail) => {
          const request = database.transaction(store).objectStore(store).openCursor()
          request.onsuccess = () => {
            const cursor = request.result
            if (!cursor) return done()
            put(cursor.key)
            put(cursor.value)
            cursor.continue()
          }
          request.onerror = () => fail(request.error)
        })
      database.close()
    }
    for (const storage of [localStorage, sessionStorage])
      for (const [key, value] of Object.entries(storage)) found.push(key, String(value))
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(request.url)
    found.push(document.cookie, location.href, JSON.stringify(history.state), document.title)
    return { places: found.length, outsideThePage: found.join('\n') }
  })
