import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Bench } from './row.ts'

/** A program that says one line of JSON with its address when it is ready. */
export interface OwnProcess {
  address: string
  port: number
  said: Record<string, unknown>
  pid: number
  /** Resident memory in MiB; null where the system does not tell. */
  memoryMiB(): number | null
  stop(): Promise<void>
}

export const startProcess = async (
  bench: Bench,
  command: string,
  args: string[],
  cwd = bench.root,
): Promise<OwnProcess> => {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const kill = (signal: NodeJS.Signals) => {
    try {
      // Its whole group: npm starts a shell, and that a program.
      process.kill(-(child.pid ?? 0), signal)
    } catch {
      // It has ended already.
    }
  }
  bench.ends.push(() => kill('SIGKILL'))
  const ended = new Promise<null>(done => child.once('close', () => done(null)))
  const found = new Promise<Record<string, unknown>>(done =>
    createInterface(child.stdout).on('line', line => {
      if (line.startsWith('{')) done(JSON.parse(line) as Record<string, unknown>)
    }),
  )
  const said = await Promise.race([found, ended])
  if (!said) throw new Error(`${command} ${args.join(' ')} ended before it began`)
  const address = String(said['address'])
  const pid = child.pid ?? 0
  return {
    address,
    port: Number(new URL(address).port),
    said,
    pid,
    memoryMiB: () => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
      } catch {
        return null
      }
    },
    stop: async () => {
      kill('SIGTERM')
      const hurry = setTimeout(() => kill('SIGKILL'), 6000)
      await ended
      clearTimeout(hurry)
    },
  }
}

/** The built server on a data folder. */
export const startServer = (bench: Bench, data: string): Promise<OwnProcess> =>
  startProcess(bench, process.execPath, [
    'bin/groundwork.mjs',
    'serve',
    '--port',
    '0',
    '--data',
    data,
    '--json',
  ])
