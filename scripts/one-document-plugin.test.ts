import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, expect, test } from 'vitest'
import { oneDocumentPlugin } from './one-document-plugin.ts'

let root = ''
afterEach(() => rmSync(root, { recursive: true, force: true }))

const files = {
  'index.html':
    '<!doctype html><html><head><title>x</title><link rel="stylesheet" href="./a.css"><script type="module" src="./early.ts"></script><script type="module" src="./main.ts"></script></head><body></body></html>',
  'a.css': 'p { margin: 3px }',
  'early.ts': "globalThis.early = 'early'",
  'main.ts':
    "import { told } from './told.ts'\ntold.push('</script>')\nglobalThis.later = () => import('./later.ts')\nglobalThis.words = () => import('./words.en.ts')",
  'told.ts': 'export const told: string[] = []',
  'later.ts': "import { told } from './told.ts'\nexport const seen = () => told",
  'words.en.ts': "export const words = 'hello'",
}
const make = async (change: Partial<typeof files> = {}) => {
  root = mkdtempSync(join(tmpdir(), 'groundwork-page-'))
  for (const [name, text] of Object.entries({ ...files, ...change })) writeFileSync(join(root, name), text)
  await build({
    root,
    base: '/p/',
    configFile: false,
    logLevel: 'silent',
    plugins: [
      oneDocumentPlugin({
        html: 'index.html',
        base: '/p/',
        early: 'early',
        first: 'index',
        later: { en: ['/words.en.ts', 'later'] },
      }),
    ],
    build: {
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: join(root, 'index.html'), early: join(root, 'early.ts') } },
    },
  })
  return readFileSync(join(root, 'dist/index.html'), 'utf8')
}

test('the page holds its style and its first scripts, and waits for nothing else', async () => {
  const page = await make()
  expect(page).toMatch(/<style>p\{margin:3px\}<\/style>/)
  expect(page).not.toMatch(/<script[^>]* src=|<link/)
  // Its own words cannot end a script: what comes later, and two scripts.
  expect(page.match(/<script/g)).toHaveLength(3)
  expect(page.match(/<\/script>/g)).toHaveLength(3)
  expect(page.indexOf('early')).toBeLessThan(page.indexOf('<title>'))
  const words = readdirSync(join(root, 'dist/assets')).find(name => name.startsWith('words.en'))
  expect(page).toContain(`{"en":["/p/assets/${words}","/p/assets/later`)
})

test('what comes later shares with the page what it was built with, and is not loaded twice', async () => {
  const page = await make()
  const script = /<script type="module">([\s\S]*)<\/script>/.exec(page)?.[1] ?? ''
  const assets = join(root, 'dist/assets')
  const [later = ''] = /\/p\/assets\/later[^`'"]*\.js/.exec(script) ?? []
  expect(later).not.toBe('')
  writeFileSync(join(assets, 'package.json'), '{"type":"module"}')
  const run = join(assets, 'run.js')
  writeFileSync(run, script)
  await import(/* @vite-ignore */ run)
  const module = (await import(/* @vite-ignore */ join(assets, later.replace('/p/assets/', '')))) as {
    seen(): string[]
  }
  expect(module.seen()).toEqual(['</script>'])
})

test('a first script that waits for another file fails the build', async () => {
  await expect(make({ 'early.ts': "import { told } from './told.ts'\ntold.push('early')" })).rejects.toThrow(
    /must be whole in itself/,
  )
})
