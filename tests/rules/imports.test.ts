import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import {
  checkImports,
  type Packages,
  readPackages,
  readSourceFiles,
  run,
} from '../../scripts/check-imports.ts'

const project = resolve(import.meta.dirname, '../..')
const packages: Packages = { run: ['zod', 'react', 'hono', 'kysely', 'idb'], develop: ['fast-check', 'vite'] }

/** A file of each room. */
const files = {
  core: 'src/core/plan/next.ts',
  vault: 'src/vault/ports.ts',
  platform: 'src/platform/clock.ts',
  records: 'src/records/cases.ts',
  client: 'src/client/store.ts',
  ui: 'src/ui/button.tsx',
  feature: 'src/features/intake/intake.ts',
  api: 'src/features/intake/intake.api.ts',
  routes: 'src/features/intake/intake.routes.ts',
  page: 'src/features/intake/intake.page.tsx',
  server: 'src/server/app.ts',
  web: 'src/web/app/main.tsx',
  serve: 'src/cli/serve.ts',
  verify: 'src/cli/verify.ts',
  report: 'src/cli/report.ts',
  demo: 'src/cli/demo.ts',
  tests: 'tests/support/server.ts',
}
type Named = keyof typeof files

/** The table of ARCHITECTURE.md, written a second time by hand: the checker does not read it from here. */
const table: Partial<Record<Named, Named[]>> = {
  core: ['core'],
  vault: ['core', 'vault'],
  platform: ['core', 'platform'],
  records: ['core', 'platform', 'records'],
  client: ['core', 'vault', 'client'],
  ui: ['core', 'ui'],
  feature: ['core', 'feature', 'api'],
  api: ['core', 'feature', 'api'],
  routes: ['core', 'feature', 'api', 'routes', 'records', 'platform'],
  page: ['core', 'feature', 'api', 'page', 'ui', 'client', 'vault'],
  server: ['routes', 'records', 'platform', 'core', 'server'],
  web: ['page', 'ui', 'client', 'vault', 'core', 'web'],
  serve: ['server', 'records', 'platform', 'core', 'serve', 'verify'],
  verify: ['server', 'records', 'platform', 'core', 'serve', 'verify'],
  report: ['feature', 'api', 'core', 'report'],
}
const names = Object.keys(files) as Named[]

/** A file that imports `to` on its third line, in the way given. */
const plant = (from: string, to: string, write = (path: string) => `import { x } from '${path}'`) => {
  const path = relative(dirname(from), to)
  return { path: from, text: `// one\n// two\n${write(path.startsWith('.') ? path : `./${path}`)}\n` }
}
const refuse = (from: string, to: string, write?: (path: string) => string) =>
  checkImports([plant(from, to, write)], packages)

describe.each(Object.entries(table) as [Named, Named[]][])('%s', (room, allowed) => {
  test.each(names.filter(name => !allowed.includes(name)))('may not import %s', other => {
    const refused = refuse(files[room], files[other])
    expect(refused).toHaveLength(1)
    expect(refused[0]).toContain(`${files[room]}:3: ${files[other]}: `)
    expect(refused[0]).toMatch(/Mend: .{10}/)
  })
  test.each(allowed)('may import %s', other => {
    expect(refuse(files[room], files[other])).toEqual([])
  })
})

test.each([
  ["export { x } from '%'"],
  ["export * from '%'"],
  ["import '%'"],
  ["import type { X } from '%'"],
  ["import { type X } from '%'"],
  ["const x = await import('%')"],
  ['const x = await import(`%`)'],
  ["const x: import('%').X = 1"],
  ["const x = new URL('%', import.meta.url)"],
  ["const x = require('%')"],
])('an import is seen in every form: %s', form => {
  const refused = refuse(files.core, files.records, path => form.replace('%', path))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toContain(`${files.core}:3:`)
})

test('an import that is worked out when the program runs is refused', () => {
  expect(refuse(files.page, files.ui, () => 'const x = await import(somewhere)')[0]).toMatch(
    /cannot be checked/,
  )
  expect(refuse(files.page, files.ui, () => "const x = import.meta.glob('./*.ts')")[0]).toMatch(
    /cannot be checked/,
  )
})

test('words that only look like an import are let be', () => {
  const text = `// import { x } from '../../records/cases.ts'\nexport const say = "import { x } from '../../records/cases.ts'"\n`
  expect(checkImports([{ path: files.core, text }], packages)).toEqual([])
})

test.each(['x.ts', 'x.routes.ts', 'x.page.tsx', 'x.test.ts'])(
  'features never import each other: %s',
  file => {
    for (const other of ['y.ts', 'y.routes.ts', 'y.page.tsx']) {
      const refused = refuse(`src/features/intake/${file}`, `src/features/session/${other}`)
      // A page may know the shape of another feature's reply, and no more.
      expect(refused.join()).toMatch(/features never import each other|may take only the type/)
    }
  },
)

test('a page takes only the type of a route, its own or another feature’s', () => {
  const page = 'src/features/intake/intake.page.tsx'
  for (const route of ['src/features/intake/intake.routes.ts', 'src/features/session/session.routes.ts']) {
    expect(refuse(page, route)[0]).toMatch(/only the type of a route/)
    expect(refuse(page, route, path => `import type { Reply } from '${path}'`)).toEqual([])
  }
})

test('only records touches the database', () => {
  for (const room of ['server', 'routes', 'serve', 'demo'] as const) {
    expect(refuse(files[room], 'src/records/tables.ts')[0]).toMatch(/only records touches the database/)
    expect(refuse(files[room], '', () => "import { sql } from 'kysely'")[0]).toMatch(
      /only records touches the database/,
    )
  }
  for (const room of ['server', 'routes'] as const)
    expect(refuse(files[room], 'src/platform/sqlite.ts')[0]).toMatch(/only records touches the database/)
  expect(refuse(files.records, 'src/platform/sqlite.ts')).toEqual([])
})

test('a reading command renders the blueprint, and nothing else of the pages', () => {
  expect(refuse(files.report, 'src/ui/blueprint/blueprint.tsx')).toEqual([])
  expect(refuse(files.report, files.ui)[0]).toMatch(/renders only/)
})

test('the command line’s index loads every command when it is asked for, and holds none', () => {
  const index = 'src/cli/groundwork.ts'
  for (const command of [files.serve, files.report, files.demo]) {
    expect(refuse(index, command, path => `const x = () => import('${path}')`)).toEqual([])
    expect(refuse(index, command)).toHaveLength(1)
  }
  expect(refuse(files.serve, files.demo, path => `const x = () => import('${path}')`)).toHaveLength(1)
  expect(refuse('src/cli/new-command.ts', files.records)[0]).toMatch(
    /name that command in scripts\/import-rules\.ts/,
  )
})

test('only a test may use what is made for tests', () => {
  expect(refuse(files.core, 'src/core/plan/sheets-for-tests.ts')[0]).toMatch(/only a test/)
  expect(refuse('src/core/plan/next.test.ts', 'src/core/plan/sheets-for-tests.ts')).toEqual([])
  expect(refuse('src/core/plan/next.test.ts', 'tests/support/server.ts')).toEqual([])
  expect(refuse('src/vault/spine.test.ts', 'src/cli/memory-world.ts')).toEqual([])
  expect(refuse('src/core/plan/next.test.ts', files.page)[0]).toMatch(/a test of core may import/)
})

test('packages: core has few, a browser none of the server’s, nobody one that is not listed', () => {
  const use = (room: Named, name: string) => refuse(files[room], '', () => `import x from '${name}'`)
  expect(use('core', 'node:fs')[0]).toMatch(/core is pure/)
  expect(use('core', 'react')[0]).toMatch(/core is pure/)
  for (const room of ['vault', 'client', 'ui', 'feature', 'page', 'web'] as const)
    for (const name of ['node:crypto', 'hono', 'kysely'])
      expect(use(room, name)[0]).toMatch(/a browser loads/)
  expect(use('server', 'vite')[0]).toMatch(/development package/)
  expect(use('server', 'left-pad')[0]).toMatch(/does not list left-pad/)
  expect(use('server', 'hono/cookie')).toEqual([])
  expect(use('platform', 'node:fs')).toEqual([])
})

test.each([
  ['Date.now()', 'Date.now'],
  ['new Date()', 'new Date()'],
  ['Date()', 'Date()'],
  ['Math.random()', 'Math.random'],
  ["fetch('/x')", 'fetch'],
  ['process.env.HOME', 'process'],
  ['performance.now()', 'performance'],
  ['crypto.getRandomValues(bytes)', 'crypto'],
  ['globalThis.Date', 'globalThis'],
  ['setTimeout(go, 1)', 'setTimeout'],
  ["console.log('x')", 'console'],
  ['document.title', 'document'],
])('core is pure: %s', (code, what) => {
  const refused = checkImports([{ path: files.core, text: `// one\nexport const x = ${code}\n` }], packages)
  expect(refused.join()).toContain(`${files.core}:2: ${what}`)
  // Elsewhere in the house the same line is nobody's concern.
  expect(checkImports([{ path: files.platform, text: `export const x = ${code}\n` }], packages)).toEqual([])
})

test('core may take the world as an argument, and a date that is given', () => {
  const text = `export const age = (now: number, crypto: { random(n: number): Uint8Array }) =>
  [new Date(now).getFullYear(), crypto.random(1), Date.parse('2026-11-23'), Math.max(1, 2)]
export interface Kept { process: string; location?: string }
export const read = (kept: Kept) => kept.process + kept.location\n`
  expect(checkImports([{ path: files.core, text }], packages)).toEqual([])
})

test('a file in no room of the house is refused', () => {
  expect(checkImports([{ path: 'src/helpers/thing.ts', text: '' }], packages)[0]).toMatch(
    /no room of the house/,
  )
})

describe('the project', () => {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true })))

  test('one violation planted in a copy of the whole is found, and it alone', () => {
    const root = mkdtempSync(join(tmpdir(), 'groundwork-rules-'))
    folders.push(root)
    for (const part of ['src', 'scripts', 'tests', 'package.json'])
      cpSync(join(project, part), join(root, part), { recursive: true })
    const before = run(root)
    mkdirSync(join(root, 'src/server'), { recursive: true })
    writeFileSync(join(root, 'src/server/planted.ts'), "export { openBox } from '../vault/sealed-box.ts'\n")
    const after = run(root).filter(line => !before.includes(line))
    expect(after).toHaveLength(1)
    expect(after[0]).toMatch(/^src\/server\/planted\.ts:1: src\/vault\/sealed-box\.ts: server may import/)
  })

  test('every file is read, and the rules hold', () => {
    expect(readSourceFiles(project).length).toBeGreaterThan(150)
    expect(checkImports(readSourceFiles(project), readPackages(project))).toEqual([])
  })
})
