// `npm run bench`: measures Groundwork beside peers and beside the bare libraries, and prints one table. Ctrl+C stops it.
// `node bench/run.mjs saves start` measures only those rows; `--quick` takes fewer pairs and writes no figures.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const must = (command, args, cwd = root) => {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

must(process.execPath, [join(root, 'scripts/prepare.mjs')])
// The peers have a lock of their own, so that the product never installs them.
if (!existsSync(join(here, 'node_modules/survey-core')) || !existsSync(join(here, 'node_modules/alex')))
  must('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], here)

const { build } = await import('vite')
const place = join(root, `node_modules/.bench-${process.pid}`)
mkdirSync(place, { recursive: true })
process.on('exit', () => rmSync(place, { recursive: true, force: true }))
const quiet = { configFile: false, logLevel: 'error' }
await build({
  ...quiet,
  build: {
    ssr: true,
    rollupOptions: {
      input: { program: join(here, 'program.ts'), bare: join(here, 'bare-hono.ts') },
      output: { entryFileNames: '[name].js' },
    },
    outDir: place,
    emptyOutDir: false,
    target: 'node20',
  },
})
await build({
  ...quiet,
  build: {
    lib: { entry: join(here, 'opening-page.ts'), formats: ['es'], fileName: () => 'opening-page.js' },
    outDir: join(place, 'web'),
    emptyOutDir: false,
  },
})
const { main } = await import(pathToFileURL(join(place, 'program.js')).href)
process.exitCode = await main(process.argv.slice(2), { root, place })
