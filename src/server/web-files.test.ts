import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WebFiles, loadWebFiles } from './web-files.ts'

let folder: string
let web: WebFiles
const script = 'export const a = 1\n'.repeat(50)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  for (const audience of ['app', 'p']) {
    mkdirSync(join(folder, audience, 'assets'), { recursive: true })
    writeFileSync(join(folder, audience, 'index.html'), `<!doctype html><title>${audience}</title>`)
    writeFileSync(join(folder, audience, 'assets', 'main-abc.js'), script)
    writeFileSync(join(folder, audience, 'assets', 'main-abc.js.br'), brotliCompressSync(script))
  }
  writeFileSync(join(folder, 'p', 'worker.js'), 'self')
  writeFileSync(join(folder, 'build.txt'), 'abc123')
  web = loadWebFiles(folder) as WebFiles
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string, headers: Record<string, string> = {}) =>
  web.answer(path, new Request(`http://localhost${path}`, { headers }))

test('each audience has its own page at its own paths, and nothing else is a page', async () => {
  expect(await get('/p')?.text()).toContain('<title>p<')
  expect(await get('/p/')?.text()).toContain('<title>p<')
  expect(await get('/app/cases/abc')?.text()).toContain('<title>app<')
  expect(get('/')?.headers.get('location')).toBe('/app/')
  for (const none of ['/x', '/app/none.js', '/p/../secrets.json', '/..%2fsecrets.json', '/application'])
    expect([none, get(none)]).toEqual([none, null])
})

test('a page may run its own scripts only, and may not be kept without asking', () => {
  for (const path of ['/p', '/app/']) {
    const policy = get(path)?.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(get(path)?.headers.get('cache-control')).toBe('no-cache')
  }
  expect(get('/p')?.headers.get('content-security-policy')).not.toContain('wasm')
  expect(get('/p/worker.js')?.headers.get('service-worker-allowed')).toBe('/p')
})

test('what stands in a page may run by its hash, and nothing else that is put into it', () => {
  const inner = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  mkdirSync(join(inner, 'p'))
  const [early, main, style] = ['start()', "say('<b>')", 'p{margin:0}']
  writeFileSync(
    join(inner, 'p', 'index.html'),
    `<script>${early}</script><script src="/p/a.js"></script><style>${style}</style><script type="module">${main}</script>`,
  )
  const policy =
    loadWebFiles(inner)
      ?.answer('/p', new Request('http://localhost/p'))
      ?.headers.get('content-security-policy') ?? ''
  rmSync(inner, { recursive: true })
  const of = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(policy).toContain(`script-src 'self' ${of(early)} ${of(main)};`)
  expect(policy).toContain(`style-src 'self' ${of(style)};`)
})

test('a page names what comes next in the language that is asked for', () => {
  const inner = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  mkdirSync(join(inner, 'p'))
  const later = JSON.stringify({ en: ['/p/a.en.js', '/p/b.js'], fr: ['/p/a.fr.js'] })
  writeFileSync(
    join(inner, 'p', 'index.html'),
    `<script type="application/json" id="later">${later}</script>`,
  )
  const page = loadWebFiles(inner)
  rmSync(inner, { recursive: true })
  const link = (languages: string) =>
    page
      ?.answer('/p', new Request('http://localhost/p', { headers: { 'accept-language': languages } }))
      ?.headers.get('link')
  expect(link('fr-CA,fr;q=0.9,en;q=0.8')).toBe('</p/a.fr.js>; rel=modulepreload')
  for (const languages of ['en-CA,fr;q=0.5', 'de', ''])
    expect(link(languages)).toBe('</p/a.en.js>; rel=modulepreload, </p/b.js>; rel=modulepreload')
  expect(get('/p')?.headers.get('link')).toBeNull()
})

test('a hashed file is sent compressed where that is understood, and may be kept for good', async () => {
  const path = '/app/assets/main-abc.js'
  const small = get(path, { 'accept-encoding': 'gzip, br' })
  expect(small?.headers.get('content-encoding')).toBe('br')
  expect(small?.headers.get('vary')).toBe('accept-encoding')
  expect(brotliDecompressSync(new Uint8Array(await (small as Response).arrayBuffer())).toString()).toBe(
    script,
  )
  expect(await get(path)?.text()).toBe(script)
  expect(small?.headers.get('cache-control')).toContain('immutable')
  const etag = get('/p')?.headers.get('etag') ?? ''
  expect(get('/p', { 'if-none-match': etag })?.status).toBe(304)
})

test('the build is known by its own text', () => {
  expect(web.build).toBe('abc123')
  expect(loadWebFiles(join(folder, 'none'))).toBeNull()
})
