// Finds a Chromium for the journeys, or gets one. The journeys are never skipped for want of a browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** What the search may touch; tests give their own. */
const thisMachine = {
  env: process.env,
  exists: existsSync,
  isRoot: process.getuid?.() === 0,
  /** Runs a command. True where it ended well. */
  run: (command, args) =>
    spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], timeout: 300_000 }).status === 0,
  /** Whether a browser starts at all: one without its libraries does not. */
  starts: path => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0,
  playwrightPath: async () => (await import('@playwright/test')).chromium.executablePath(),
}

/** Looks on this machine, asks Playwright for one, and as root on Debian asks apt. @returns its path, or null */
export const findBrowser = async (machine = thisMachine) => {
  const { env, exists, run, starts } = machine
  const named = env.CHROMIUM_PATH
  if (named) return exists(named) && starts(named) ? named : null
  const onPath = () =>
    (env.PATH ?? '')
      .split(delimiter)
      .flatMap(folder => names.map(name => join(folder, name)))
      .find(path => exists(path) && starts(path))
  const here = onPath()
  if (here) return here

  const own = await machine.playwrightPath()
  if (exists(own) && starts(own)) return own
  console.error('No browser was found. Asking Playwright for one …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  if (run(process.execPath, [cli, 'install', 'chromium']) && exists(own) && starts(own)) return own

  if (machine.isRoot && exists('/usr/bin/apt-get')) {
    console.error("Asking Debian's packages for one …")
    run('apt-get', ['update', '-q'])
    if (run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']))
      return onPath() ?? null
  }
  return null
}

/** What to say where there is none. */
export const noBrowser =
  'The journeys need a browser, and none was found or could be installed. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one that starts.'

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await findBrowser()
  if (!path) console.error(noBrowser)
  else console.log(path)
  process.exit(path ? 0 : 1)
}
