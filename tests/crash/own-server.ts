import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { TestServer } from '../support/test-server.ts'

const root = resolve(import.meta.dirname, '../..')

/** The server's program as its sources are now, built into a place of its own. */
export interface Program {
  entry: string
  remove(): void
}

export const buildServer = async (): Promise<Program> => {
  // Inside the project, so that the program finds its libraries.
  const place = join(root, `node_modules/.crash-test-${process.pid}`)
  mkdirSync(place, { recursive: true })
  writeFileSync(
    join(place, 'entry.ts'),
    `import { run } from ${JSON.stringify(join(root, 'src/cli/serve.ts'))}
     await run(process.argv.slice(2), { out: console.log, err: console.error })`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(place, 'entry.ts'), outDir: place, emptyOutDir: false, target: 'node20' },
  })
  return { entry: join(place, 'entry.js'), remove: () => rmSync(place, { recursive: true, force: true }) }
}

/** A server in a process of its own. */
export interface OwnServer {
  address: string
  setUpCode: string | null
  /** What it said on standard error. */
  lines: string[]
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Servers that a test which failed did not stop. */
const running = new Set<ChildProcess>()
export const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL')
}

const spawnServer = (program: Program, folder: string) => {
  const child = spawn(process.execPath, [program.entry, '--data', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const lines: string[] = []
  createInterface(child.stderr).on('line', line => void lines.push(line))
  const ended = once(child, 'close').then(() => void running.delete(child))
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return { child, lines, ended, end }
}

/** Starts the program on a folder. @throws where it ends before it says its address */
export const startOwn = async (program: Program, folder: string): Promise<OwnServer> => {
  const { child, lines, ended, end } = spawnServer(program, folder)
  const first = new Promise<string>(done => createInterface(child.stdout).once('line', done))
  const said = await Promise.race([first, ended])
  if (!said) throw new Error(`The server ended before it began:\n${lines.join('\n')}`)
  return {
    ...(JSON.parse(said) as { address: string; setUpCode: string | null }),
    lines,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Starts the program and kills it after so many milliseconds, wherever in its start that is. */
export const killWhileStarting = async (program: Program, folder: string, afterMs: number): Promise<void> => {
  const { end } = spawnServer(program, folder)
  await new Promise(done => setTimeout(done, afterMs))
  await end('SIGKILL')
}

/** A way to the server that follows it to a new port; `to` is changed when it has started again. */
export interface Way extends Pick<TestServer, 'fetch'> {
  to: string
}
export const wayTo = (address: string): Way => {
  const way: Way = {
    to: address,
    fetch: async request => {
      const { method, headers } = request
      const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null
      return fetch(request.url.replace('http://localhost', way.to), { method, headers, body })
    },
  }
  return way
}
