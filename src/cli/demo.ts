import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../platform/refusal.ts'
import { readArguments, readNumber } from './arguments.ts'
import type { CommandIo } from './command.ts'
import { interrupted } from './interrupted.ts'
import { playDemo } from './demo-practice.ts'
import { run as serve } from './serve.ts'

export const help = `groundwork demo: a practice with simulated cases, to look around in.

  --data DIR     where the data lie (default: a folder that is removed at the end)
  --couples N    how many cases, 1 to 50 (default 3)
  --seed N       which people are invented (default 1)
  --port N       default 8420

Nobody in it is real. It runs until it is interrupted.`

interface Served {
  address: string
  setUpCode: string | null
}

/** Serves a practice that it has just played; `until` is awaited once everything stands. */
export const run = async (
  args: string[],
  io: CommandIo,
  until: () => Promise<void> = interrupted,
): Promise<number> => {
  const options = readArguments(args, { data: 'text', couples: 'text', seed: 'text', port: 'text' })
  const couples = readNumber('couples', options.couples ?? '3', 1, 50)
  const seed = readNumber('seed', options.seed ?? '1', 0, 2 ** 32 - 1)
  if (options.data && existsSync(options.data) && readdirSync(options.data).length > 0)
    throw new Refusal(
      409,
      'folder-not-empty',
      `${options.data} is not empty: the demo begins in a fresh folder.`,
    )
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'groundwork-demo-'))
  let served: Served | null = null
  const hear = {
    out: (text: string) => {
      served = JSON.parse(text) as Served
    },
    err: () => {},
  }
  try {
    return await serve(['--data', data, '--port', options.port ?? '8420', '--json'], hear, async () => {
      const { address, setUpCode } = served as unknown as Served
      if (!setUpCode)
        throw new Refusal(409, 'folder-not-empty', 'There is an account in this folder already.')
      if (!options.json)
        io.out(`Playing ${couples} ${couples === 1 ? 'case' : 'cases'}. This takes a moment.`)
      const { signInName, passphrase, links } = await playDemo(address, setUpCode, couples, seed)
      const paths = links.map(path => address + path)
      if (options.json) io.out(JSON.stringify({ address, signInName, passphrase, links: paths }))
      else
        io.out(
          [
            `The demo is open at ${address}`,
            `Sign-in name: ${signInName}`,
            `Passphrase:   ${passphrase}`,
            ...paths.map(path => `A partner's link that nobody has opened yet: ${path}`),
            'Nobody in it is real.',
          ].join('\n'),
        )
      await until()
    })
  } finally {
    if (!options.data) rmSync(data, { recursive: true, force: true })
  }
}
