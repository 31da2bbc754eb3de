import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBrowserBundle, checkExternals, checkServerBundle } from '../../scripts/check-bundles.ts'
import { type ModuleList, moduleListPlugin } from '../../scripts/module-list-plugin.ts'

const list = (chunks: Record<string, string[]>, edges: Record<string, string[]> = {}): ModuleList => ({
  chunks: Object.fromEntries(Object.entries(chunks).map(([name, modules]) => [name, { modules }])),
  modules: Object.fromEntries(
    Object.values(chunks)
      .flat()
      .map(id => [id, { imports: edges[id] ?? [], lazy: [] }]),
  ),
  external: [],
})

test.each([
  'src/records/cases.ts',
  'src/platform/clock.ts',
  'src/server/create-app.ts',
  '__vite-browser-external',
])('a browser bundle may not hold %s', id => {
  expect(
    checkBrowserBundle('partner', list({ 'index.js': ['src/web/partner/main.tsx', 'src/vault/pin.ts'] })),
  ).toEqual([])
  const refused = checkBrowserBundle(
    'partner',
    list({ 'index.js': ['src/web/partner/main.tsx'], 'later.js': [id] }),
  )
  expect(refused).toHaveLength(1)
  expect(refused[0]).toContain(`partner: later.js holds ${id}. Mend:`)
})

test('a list with nothing in it is no list that passed', () => {
  expect(checkBrowserBundle('app', list({}))).toHaveLength(1)
  expect(checkServerBundle(list({}))).toHaveLength(1)
})

test('a package outside the program must be installed with it', () => {
  const built = { ...list({}), external: ['node:fs', 'hono/cookie', '@noble/hashes/sha2.js', 'vite'] }
  expect(checkExternals('cli', built, ['hono', '@noble/hashes'])).toEqual([
    expect.stringMatching(/^cli: vite is not/),
  ])
})

describe('the command line, built', () => {
  let root: string
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const vault = 'src/vault/open.ts'
  const buildWith = async (serve: string): Promise<ModuleList> => {
    put('src/cli/serve.ts', serve)
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [moduleListPlugin(join(root, 'modules.json'), root)],
      build: { ssr: join(root, 'src/cli/groundwork.ts'), outDir: join(root, 'dist'), minify: false },
    })
    return JSON.parse(readFileSync(join(root, 'modules.json'), 'utf8')) as ModuleList
  }
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'groundwork-bundle-'))
    put(
      'src/cli/groundwork.ts',
      "export const commands = { serve: () => import('./serve.ts'), demo: () => import('./demo.ts') }",
    )
    put(
      'src/cli/demo.ts',
      "import { open } from '../vault/open.ts'\nimport { run } from './serve.ts'\nexport const demo = () => run(open)",
    )
    put(vault, 'export const open = () => console.log(1)')
    put('src/records/cases.ts', 'export const cases = () => console.log(2)')
    put('src/records/later.ts', "export const later = () => import('../vault/open.ts')")
  })
  afterAll(() => rmSync(root, { recursive: true }))

  test('the demo may hold the vault: it plays both sides', async () => {
    const built = await buildWith(
      "import { cases } from '../records/cases.ts'\nexport const run = (x) => cases(x)",
    )
    expect(Object.values(built.chunks).flatMap(chunk => chunk.modules)).toContain(vault)
    expect(checkServerBundle(built)).toEqual([])
  })

  test.each([
    ['at once', "import { open } from '../vault/open.ts'\nexport const run = () => open()"],
    ['later', "export const run = async () => (await import('../vault/open.ts')).open()"],
    [
      'by way of another file, later',
      "import { later } from '../records/later.ts'\nexport const run = () => later()",
    ],
  ])('the server may not load it %s', async (_how, serve) => {
    const refused = checkServerBundle(await buildWith(serve))
    expect(refused.join()).toContain('src/cli/serve.ts loads')
    expect(refused.join()).toContain(`which holds ${vault}. Mend:`)
  })
})
