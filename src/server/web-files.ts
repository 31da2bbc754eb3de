import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type InPage, pagePolicy } from './security-headers.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface WebFile {
  type: string
  /** What it may do, where it is a page. */
  policy: string | null
  /** The files that a page asks for next, for each language. */
  later: Record<string, string[]> | null
  etag: string
  plain: Uint8Array<ArrayBuffer>
  br?: Uint8Array<ArrayBuffer>
  gzip?: Uint8Array<ArrayBuffer>
}

/** The built pages, read once at the start: nothing asked for can reach outside them. */
export interface WebFiles {
  /** What the build is known by: the text of `build.txt`, or a hash over all files. */
  build: string
  answer(path: string, request: Request): Response | null
}

const read = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file))

/** The hashes (base64) of what stands between the tags of a page that we built: no script names a source and has words too. */
const readInPage = (page: string): InPage => {
  const hashesOf = (tag: 'script' | 'style') =>
    [...page.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(
      ([, text = '']) => createHash('sha256').update(text).digest('base64'),
    )
  return { scripts: hashesOf('script'), styles: hashesOf('style') }
}

/** The files that a page we built says it asks for next, for each language; null where it says nothing. */
const readLater = (page: string): Record<string, string[]> | null => {
  const told = /<script type="application\/json" id="later">([^<]*)<\/script>/.exec(page)?.[1]
  return told ? (JSON.parse(told) as Record<string, string[]>) : null
}

/** Names what comes next before the page itself has come, in the language that the browser asks for. */
const linkHeader = (later: Record<string, string[]>, languages: string): string | null => {
  const files = later[/^\s*fr\b/i.test(languages) ? 'fr' : 'en'] ?? []
  return files.length > 0 ? files.map(file => `<${file}>; rel=modulepreload`).join(', ') : null
}

const readFolder = (folder: string): Map<string, WebFile> => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
  const present = new Set(names)
  const files = new Map<string, WebFile>()
  for (const name of names) {
    if (codings.some(([, ending]) => name.endsWith(ending))) continue
    const plain = read(join(folder, name))
    const audience = name.startsWith(`app${sep}`) ? 'therapist' : 'partner'
    const page = name.endsWith('.html') ? Buffer.from(plain).toString('utf8') : null
    const file: WebFile = {
      policy: page === null ? null : pagePolicy(audience, readInPage(page)),
      later: page === null ? null : readLater(page),
      type: types[extname(name)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
    }
    for (const [coding, ending] of codings)
      if (present.has(name + ending)) file[coding] = read(join(folder, name + ending))
    files.set(`/${name.split(sep).join('/')}`, file)
  }
  return files
}

/** The page that stands at a path: the partner's under `/p`, the therapist's under `/app`. */
const pageOf = (path: string): string | null => {
  if (/\.[a-z0-9]+$/i.test(path)) return null
  const audience = /^\/(app|p)(\/|$)/.exec(path)?.[1]
  return audience ? `/${audience}/index.html` : null
}

/** Loads a folder of built pages; null where there is none. Siblings ending in `.br` and `.gz` are sent compressed. */
export const loadWebFiles = (folder: string): WebFiles | null => {
  let files: Map<string, WebFile>
  try {
    files = readFolder(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const build = createHash('sha256')
  for (const [name, { plain }] of files) build.update(`${name}\n${plain.length}\n`).update(plain)
  const stated = files.get('/build.txt')
  return {
    build: stated ? Buffer.from(stated.plain).toString('utf8').trim() : build.digest('hex'),
    answer: (path, request) => {
      if (path === '/') return new Response(null, { status: 302, headers: { location: '/app/' } })
      const name = files.has(path) ? path : pageOf(path)
      const file = name === null ? undefined : files.get(name)
      if (!name || !file) return null
      const headers: Record<string, string> = {
        'content-type': file.type,
        etag: file.etag,
        vary: 'accept-encoding',
        'cache-control': name.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      }
      if (file.policy) headers['content-security-policy'] = file.policy
      if (file.later) {
        headers['vary'] = 'accept-encoding, accept-language'
        const link = linkHeader(file.later, request.headers.get('accept-language') ?? '')
        if (link) headers['link'] = link
      }
      // A link says `/p`, without the slash; the worker that keeps the page for bad networks must have that too.
      if (name === '/p/worker.js') {
        headers['service-worker-allowed'] = '/p'
        // A worker lives under its own policy, and this one fetches the page's files.
        headers['content-security-policy'] = "default-src 'none'; connect-src 'self'"
      }
      if (request.headers.get('if-none-match') === file.etag)
        return new Response(null, { status: 304, headers })
      const accepted = request.headers.get('accept-encoding') ?? ''
      const coding = codings.find(([known]) => file[known] && accepted.includes(known))?.[0]
      const body = (coding && file[coding]) || file.plain
      if (coding) headers['content-encoding'] = coding
      headers['content-length'] = String(body.length)
      return new Response(request.method === 'HEAD' ? null : body, { headers })
    },
  }
}
