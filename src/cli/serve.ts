import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import type { ServerState } from '../core/protocol/account-protocol.ts'
import { dataFiles, lockDataFolder, makeDataFolder } from '../platform/data-folder.ts'
import { lineLog } from '../platform/log.ts'
import { packageRoot } from '../platform/package-root.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { makeSetUpCode } from '../records/invitations.ts'
import { openRecords } from '../records/records.ts'
import { isLoopback } from '../server/check-origin.ts'
import { createApp } from '../server/create-app.ts'
import { loadWebFiles } from '../server/web-files.ts'
import { WrongUsage, readArguments, readNumber } from './arguments.ts'
import type { CommandIo } from './command.ts'
import { interrupted } from './interrupted.ts'

export const help = `groundwork serve: run the server until it is interrupted.

  --data DIR          where the data lie (default: data)
  --port N            default 8420
  --host ADDRESS      default 127.0.0.1: this computer only
  --public-url URL    the https address at which partners' phones reach it, through a TLS proxy
  --json              say the address and the set-up code as JSON

Until the first account exists it prints a one-time set-up code.`

/** A public address as an origin. @throws WrongUsage */
const readPublicUrl = (text: string | undefined): string | null => {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new WrongUsage('--public-url is an address like https://room.example.org, without a path.')
  return url.origin
}

/** Where links may be made: a browser seals only on https, or on this very computer. */
const linksFor = (host: string, publicUrl: string | null): ServerState['links'] => {
  if (publicUrl?.startsWith('https:')) return 'public'
  return isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))
    ? 'this-computer-only'
    : 'refused'
}

const version = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Serves until `until` resolves. */
export const run = async (
  args: string[],
  io: CommandIo,
  until: () => Promise<void> = interrupted,
): Promise<number> => {
  const options = readArguments(args, { data: 'text', port: 'text', host: 'text', 'public-url': 'text' })
  const host = options.host ?? '127.0.0.1'
  const port = readNumber('port', options.port ?? '8420', 0, 65_535)
  const publicUrl = readPublicUrl(options['public-url'])
  const links = linksFor(host, publicUrl)
  const folder = resolve(options.data ?? 'data')
  const root = packageRoot()
  const files = dataFiles(folder)
  makeDataFolder(folder)
  const unlock = lockDataFolder(folder)
  try {
    const records = await openRecords(files.database, Date.now, fresh => loadSecrets(files.secrets, fresh))
    try {
      const web = loadWebFiles(join(root, 'dist', 'web'))
      const app = createApp({
        records,
        log: lineLog(io.err, Date.now),
        now: Date.now,
        publicUrl,
        links,
        hosts: [host],
        version: version(root),
        web,
      })
      const server = await listen(app.fetch, host, port)
      const address = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`
      const setUpCode = await makeSetUpCode(records)
      if (options.json) io.out(JSON.stringify({ address, port: server.port, links, setUpCode }))
      else io.out(welcome(address, links, setUpCode, web !== null))
      await until()
      await server.close()
      return 0
    } finally {
      await records.database.destroy()
    }
  } finally {
    unlock()
  }
}

const welcome = (
  address: string,
  links: ServerState['links'],
  setUpCode: string | null,
  hasPages: boolean,
): string =>
  [
    `Groundwork is running at ${address}`,
    ...(setUpCode ? [`Set-up code for the first account: ${setUpCode}`] : []),
    ...(links === 'this-computer-only'
      ? ["To try it out: partners' links open on this computer only. For phones, see --public-url."]
      : []),
    ...(links === 'refused'
      ? ['Links for partners are not made here: they need --public-url with an https address.']
      : []),
    ...(hasPages ? [] : ['The pages are not built yet: run node scripts/prepare.mjs']),
  ].join('\n')

/** Listens, and stops kindly: what is under way is finished, for at most five seconds. */
const listen = (
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> =>
  new Promise((done, fail) => {
    // Longer than a proxy or a client keeps a connection that it may use again, so that no request meets one that is just being shut.
    const serverOptions = { keepAliveTimeout: 65_000 }
    const server = serve({ fetch, hostname, port, serverOptions }, (info: AddressInfo) =>
      done({
        port: info.port,
        close: () =>
          new Promise<void>(closed => {
            const hurry = setTimeout(
              () => 'closeAllConnections' in server && server.closeAllConnections(),
              5000,
            )
            server.close(() => {
              clearTimeout(hurry)
              closed()
            })
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      }),
    )
    server.once('error', fail)
  })
