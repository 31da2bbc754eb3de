import { framesType } from '../core/journal/frames.ts'
import { cryptography } from '../vault/cryptography.ts'
import { Offline, type Transport, type World } from '../vault/ports.ts'
import { openBox, sealBox } from '../vault/sealed-box.ts'

/** A device that lives as long as its process: what the demo and the tests play therapists and partners on. */
export interface MemoryWorld extends World {
  /** What the device keeps, as its store would hold it. */
  kept: Map<string, Uint8Array>
  cookies: Map<string, string>
  /** Cuts the network while true. */
  offline: boolean
  /** Every request this device made: what an eye on the wire can count. */
  requests: { method: string; path: string; sent: number; received: number }[]
}

const httpTransport =
  (world: MemoryWorld, send: (request: Request) => Promise<Response>, origin: string): Transport =>
  async ({ method, path, json, bytes, seat }) => {
    if (world.offline) throw new Offline()
    const body = bytes ? new Uint8Array(bytes) : json === undefined ? null : JSON.stringify(json)
    const headers: Record<string, string> = {
      cookie: [...world.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    if (seat) headers['x-groundwork-seat'] = seat
    if (body !== null) headers['content-type'] = bytes ? framesType : 'application/json'
    const response = await send(new Request(origin + path, { method, headers, body })).catch(() => {
      throw new Offline()
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name && value) world.cookies.set(name, value)
      else if (name) world.cookies.delete(name)
    }
    const received = new Uint8Array(await response.arrayBuffer())
    world.requests.push({ method, path, sent: body === null ? 0 : body.length, received: received.length })
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      json: isJson ? (JSON.parse(new TextDecoder().decode(received)) as unknown) : null,
      bytes: received,
      position: Number(response.headers.get('x-groundwork-position') ?? 0),
    }
  }

/** A fresh device. `send` reaches a server: `fetch`, or an app in this process. */
export const memoryWorld = (
  send: (request: Request) => Promise<Response>,
  now: () => number,
  origin = 'http://localhost',
): MemoryWorld => {
  const kept = new Map<string, Uint8Array>()
  const deviceKey = cryptography.random(32)
  const world: MemoryWorld = {
    kept,
    cookies: new Map(),
    offline: false,
    requests: [],
    transport: request => transport(request),
    store: {
      get: async key => kept.get(key),
      list: async (prefix, from = '') =>
        [...kept]
          .filter(([key]) => key.startsWith(prefix) && key >= prefix + from)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      write: async changes => {
        for (const [key, value] of changes)
          if (value) kept.set(key, value)
          else kept.delete(key)
      },
    },
    deviceLock: {
      seal: async bytes => sealBox(deviceKey, 'device', bytes),
      open: async sealed => openBox(deviceKey, 'device', sealed),
    },
    now,
    holdAlone: async () => true,
  }
  const transport = httpTransport(world, send, origin)
  return world
}
