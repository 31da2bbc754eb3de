import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const root = resolve(import.meta.dirname, '../..')

/** The built server in a process and a data folder of its own. */
export interface ServerProcess {
  /** E.g. `http://127.0.0.1:41234`, without a slash at the end. */
  address: string
  /** The port it listens on, on this computer: another than the address's behind a proxy. */
  port: number
  /** The one-time code for the first account; null once there is one. */
  setUpCode: string | null
  folder: string
  /** Every line that it wrote to its log. */
  lines: string[]
  /** Stops it and removes its folder. */
  stop(): Promise<void>
}

/** Starts the built server on a free port, with further arguments of `serve`. @throws where it ends before it says its address */
export const startServer = async (more: string[] = []): Promise<ServerProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-journey-'))
  const child = spawn(
    process.execPath,
    [join(root, 'bin/groundwork.mjs'), 'serve', '--port', '0', '--data', folder, '--json', ...more],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const lines: string[] = []
  createInterface(child.stderr).on('line', line => void lines.push(line))
  const ended = new Promise<void>(done => child.once('close', () => done()))
  const first = new Promise<string>(done => createInterface(child.stdout).once('line', done))
  const said = await Promise.race([first, ended])
  if (!said) throw new Error(`The server ended before it began:\n${lines.join('\n')}`)
  const { address, port, setUpCode } = JSON.parse(said) as Pick<
    ServerProcess,
    'address' | 'port' | 'setUpCode'
  >
  return {
    address,
    port,
    setUpCode,
    folder,
    lines,
    stop: async () => {
      child.kill('SIGTERM')
      const hurry = setTimeout(() => child.kill('SIGKILL'), 6000)
      await ended
      clearTimeout(hurry)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
