/**
 * Keeps the partner's page itself on the phone, so that it opens and works without a network. It keeps files of the
 * build and nothing else: never a reply of `/api`, never an answer.
 */

/** The page and the files of this build; put here when it is built. */
declare const __PRECACHE__: string[]
export {}

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asking extends Waiting {
  readonly request: Request
  respondWith(reply: Promise<Response>): void
}
interface Worker {
  readonly location: { origin: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void
}
const worker = self as unknown as Worker

const files = __PRECACHE__
const page = files[0] as string
const folder = page.endsWith('/') ? page : `${page}/`
/** File names carry a hash of what is in them, so their list names the build. */
const cacheName = `page-${[...files.join()].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)}`

/** A reply that may answer any request later: one that was redirected may not open a page. */
const fetchWhole = async (path: string): Promise<[string, Response]> => {
  const reply = await fetch(path, { cache: 'reload', credentials: 'omit' })
  if (!reply.ok) throw new Error(`The page could not be kept: ${reply.status}`)
  const headers = new Headers(reply.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return [path, new Response(await reply.blob(), { headers })]
}

worker.addEventListener('install', event => {
  const keepAll = async () => {
    // All or nothing: half a build opens as a blank page.
    const replies = await Promise.all(files.map(fetchWhole))
    const cache = await caches.open(cacheName)
    for (const [path, reply] of replies) await cache.put(path, reply)
  }
  event.waitUntil(keepAll())
})

worker.addEventListener('activate', event => {
  const tidy = async () => {
    for (const old of await caches.keys())
      if (old.startsWith('page-') && old !== cacheName) await caches.delete(old)
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

const answer = async (request: Request, path: string): Promise<Response> => {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(path)
  if (kept) return kept
  const reply = await fetch(request)
  // Faces come after the first question, and are kept once they came.
  if (reply.ok && path.endsWith('.woff2')) await cache.put(path, reply.clone())
  return reply
}

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  const isPage = request.mode === 'navigate' && `${url.pathname}/`.replace('//', '/') === folder
  if (isPage) event.respondWith(answer(request, page))
  else if (url.pathname.startsWith(folder)) event.respondWith(answer(request, url.pathname))
})
