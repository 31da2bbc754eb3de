/** What the vault asks of the world around it; `client/` supplies it in a browser, tests and the demo in Node. */

/** A request to the server, and what came back. Paths start with `/api/`. */
export interface ServerRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  json?: unknown
  /** Frames of entries; excludes `json`. */
  bytes?: Uint8Array
  /** The seat that asks, where it is one. */
  seat?: string
}
export interface ServerReply {
  status: number
  /** The body parsed where it is JSON, else null. */
  json: unknown
  bytes: Uint8Array
  /** How many entries the journal holds up to and with those in `bytes`. */
  position: number
}
/** Sends a request. Throws `Offline` when no answer came, whatever the reason. */
export type Transport = (request: ServerRequest) => Promise<ServerReply>

/** No answer came from the server: the network is down, or the server is. What was kept stays kept. */
export class Offline extends Error {
  constructor() {
    super('No answer from the server')
    this.name = 'Offline'
  }
}

/** The server said no, with a stable code (`core/protocol`). */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(status: number, code: string) {
    super(`The server refused: ${code}`)
    this.name = 'Refused'
    this.code = code
    this.status = status
  }
}

/**
 * Keeps bytes on this device under string keys. A write of several keys is whole or not at all.
 * Throws `StoreFull` when there is no room.
 */
export interface Store {
  get(key: string): Promise<Uint8Array | undefined>
  /** All pairs whose key starts with `prefix` and does not come before `prefix` followed by `from`, by key. */
  list(prefix: string, from?: string): Promise<[string, Uint8Array][]>
  /** `undefined` deletes. */
  write(changes: [string, Uint8Array | undefined][]): Promise<void>
}

export class StoreFull extends Error {
  constructor() {
    super('This device has no room left')
    this.name = 'StoreFull'
  }
}

/** Seals bytes under a key that never leaves this device (a non-extractable WebCrypto key, where it is a browser). */
export interface DeviceLock {
  seal(bytes: Uint8Array): Promise<Uint8Array>
  /** null where this device's key is not the one that sealed it. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>
}

/** The outside world of one vault. */
export interface World {
  transport: Transport
  store: Store
  deviceLock: DeviceLock
  /** Milliseconds since 1970. */
  now(): number
  /** Whether this tab may write under the name; another tab that already does makes it false. */
  holdAlone(name: string): Promise<boolean>
}

/** Another tab of this browser has it open: one tab writes at a time, or a device's chain would fork. */
export class OpenElsewhere extends Error {
  constructor() {
    super('Open in another tab')
    this.name = 'OpenElsewhere'
  }
}
