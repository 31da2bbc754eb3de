// Makes a checkout ready to run with only Node: installs when the lock changed, builds when a source did.
// It has no dependencies, as it runs before there are any.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const onlyInstall = process.argv.includes('--only-install')

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Groundwork needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const files = path => {
  const full = join(root, path)
  if (!existsSync(full) || /\.test\.tsx?$/.test(path)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap(name => files(join(path, name)))
}
const digest = paths => {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(files))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}
const marked = path => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
const mark = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const run = (what, command, args) => {
  console.error(what)
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (done.status === 0) return
  console.error((done.stdout ?? '') + (done.stderr ?? ''))
  console.error(`${what.replace(/ …$/, '')}: this did not work. What the command printed stands above.`)
  process.exit(1)
}

const lock = digest(['package-lock.json'])
if (marked('node_modules/.groundwork-lock') !== lock) {
  run('Installing …', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  mark('node_modules/.groundwork-lock', lock)
}

if (!onlyInstall) {
  const sources = digest([
    'package-lock.json',
    'src',
    'model',
    'scripts',
    'vite.app.config.ts',
    'vite.partner.config.ts',
    'vite.cli.config.ts',
  ])
  if (marked('dist/.groundwork-sources') !== sources) {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    for (const part of ['cli', 'app', 'partner'])
      run(`Building: ${part} …`, process.execPath, [
        vite,
        'build',
        '--config',
        `vite.${part}.config.ts`,
        '--logLevel',
        'warn',
      ])
    mark('dist/web/build.txt', digest(['dist/web/app', 'dist/web/p']))
    mark('dist/.groundwork-sources', sources)
  }
}
