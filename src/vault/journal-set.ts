import type { OpenedEntry } from '../core/case/case-state.ts'
import { type EntryBody, type JournalKind, readEntryBody } from '../core/case/entry-kind.ts'
import { equalBytes, mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { type Certificate, certifyDevice } from '../core/journal/certificate.ts'
import { decodeEntry, writeEntry } from '../core/journal/entry.ts'
import { decodeFrames, encodeFrames } from '../core/journal/frames.ts'
import { frontier, type JournalReading, readJournal } from '../core/journal/read-journal.ts'
import { authorsOf } from '../core/journal/roster.ts'
import { invariant } from '../core/model/invariant.ts'
import type { Heads } from '../core/protocol/case-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import { Offline, Refused, type Store, StoreFull, type Transport } from './ports.ts'
import type { Fault, SyncState } from './therapist-vault.types.ts'

/** A journal that this member can open: its id, what it is, and its key of each epoch (base64url). */
export interface JournalKeys {
  journal: string
  kind: JournalKind
  /** The seat of a `private` or `own` journal. */
  of: string | null
  /** The newest epoch. */
  epoch: number
  keys: Record<number, string>
  /** Hashes that a signed checkpoint says exist; a server that does not show them has rolled back. */
  seen?: string[]
}

/** Who writes from this device: the member's master seed vouches for the device's. */
export interface Writer {
  masterSeed: Uint8Array
  deviceSeed: Uint8Array
  /** The seat that asks the server, or null for the therapist. */
  seat: string | null
}

interface Held {
  keys: JournalKeys
  /** Everything known of this journal, by hash, sent or not. */
  bytes: Map<string, Uint8Array>
  /** Entries written here that the server has not acknowledged, oldest first. */
  outbox: { sequence: number; hash: string }[]
  /** How many entries of the server's have been read. */
  position: number
  /** This device's newest entry here. */
  last: { sequence: number; hash: Uint8Array } | null
  reading: JournalReading
  opened: OpenedEntry[]
  rolledBack: boolean
  /** Whether the server has been asked for this journal: only then does it have to show what a checkpoint names. */
  asked: boolean
  /** Readings one after the other, so that an older one never stands over a newer. */
  busy: Promise<void>
}

const padded = (number: number): string => String(number).padStart(10, '0')
/** Entries sent in one request. */
const batch = 32

/**
 * The journals of one case on one device: writes each entry into the device's store before anything else, sends it when
 * the network lets it, fetches what others wrote, and keeps in memory what was verified and opened.
 */
export class JournalSet {
  sync: SyncState = 'sent'
  /** False while the server does not know the case yet: then nothing is sent. */
  known = true
  private readonly id: string
  private readonly writer: Writer
  private readonly therapist: Uint8Array
  private readonly world: { transport: Transport; store: Store }
  private readonly held = new Map<string, Held>()
  private readonly verified = new Set<string>()
  private readonly listeners = new Set<() => void>()
  private readonly certificate: Certificate
  private writing: Promise<unknown> = Promise.resolve()
  private sending: Promise<void> | null = null
  private again = false

  /** `therapist` is the therapist's master key: the one whose rosters count. */
  constructor(
    id: string,
    writer: Writer,
    therapist: Uint8Array,
    world: { transport: Transport; store: Store },
  ) {
    this.id = id
    this.writer = writer
    this.therapist = therapist
    this.world = world
    this.certificate = certifyDevice(
      cryptography,
      writer.masterSeed,
      cryptography.publicKey(writer.deviceSeed),
    )
  }

  /** Begins to hold a journal, with what this device's store keeps of it. */
  async hold(keys: JournalKeys): Promise<void> {
    if (this.held.has(keys.journal)) return
    const at = `${this.id}/${keys.journal}/`
    const { store } = this.world
    const [entries, outbox, position] = await Promise.all([
      store.list(`e/${at}`),
      store.list(`o/${at}`),
      store.get(`p/${at}`),
    ])
    const held: Held = {
      keys,
      bytes: new Map(entries.map(([key, bytes]) => [key.slice(at.length + 2), bytes])),
      outbox: outbox.map(([key, hash]) => ({
        sequence: Number(key.slice(at.length + 2)),
        hash: toBase64Url(hash),
      })),
      position: position ? Number(new TextDecoder().decode(position)) : 0,
      last: null,
      reading: { entries: [], faults: [] },
      opened: [],
      rolledBack: false,
      asked: position !== undefined,
      busy: Promise.resolve(),
    }
    for (const bytes of held.bytes.values()) {
      const entry = decodeEntry(cryptography, bytes)
      if (!entry.ok || !equalBytes(entry.value.device, this.certificate.device)) continue
      if (!held.last || entry.value.sequence > held.last.sequence)
        held.last = { sequence: entry.value.sequence, hash: entry.value.hash }
    }
    this.held.set(keys.journal, held)
    await this.read(held)
  }

  /** The journal of this kind (and seat), if it is held. */
  find(kind: JournalKind, of: string | null = null): JournalKeys | undefined {
    for (const { keys } of this.held.values()) if (keys.kind === kind && keys.of === of) return keys
    return undefined
  }

  /** Every opened entry by a known author, journal by journal, in order of cause. */
  get entries(): OpenedEntry[] {
    return [...this.held.values()].flatMap(held => held.opened)
  }

  /** What does not hold in what was shown. */
  get faults(): Fault[] {
    return [...this.held.values()].flatMap(({ keys, reading, rolledBack }) => [
      ...reading.faults.map(
        ({ code, entry }): Fault => ({
          code: code === 'not-an-entry' ? 'unreadable' : code,
          journal: keys.journal,
          entry,
        }),
      ),
      ...(rolledBack ? [{ code: 'rolled-back' as const, journal: keys.journal, entry: null }] : []),
    ])
  }

  /** The newest hashes of each journal, for a signed checkpoint. */
  get checkpoints(): Record<string, string[]> {
    const nobody = new Uint8Array(32)
    return Object.fromEntries(
      [...this.held.values()].map(({ keys, reading }) => [
        keys.journal,
        frontier(reading.entries, nobody).map(toBase64Url),
      ]),
    )
  }

  /** Whether everything written here has been acknowledged by the server. */
  get allSent(): boolean {
    return [...this.held.values()].every(held => held.outbox.length === 0)
  }

  /**
   * Keeps an entry on this device, then sends it when it can; resolves with the entry's hash (base64url) once kept.
   * @throws StoreFull when there is no room: then nothing was kept.
   */
  append(
    kind: JournalKind,
    of: string | null,
    body: EntryBody,
    type: 'entry' | 'leave' = 'entry',
  ): Promise<string> {
    const keys = this.find(kind, of)
    invariant(keys, `a journal of kind ${kind} that this member holds`)
    const written = this.writing.then(() => this.write(this.held.get(keys.journal) as Held, body, type))
    this.writing = written.catch(() => {})
    return written
  }

  private async write(held: Held, body: EntryBody, type: 'entry' | 'leave'): Promise<string> {
    const { keys } = held
    const sequence = held.last ? held.last.sequence + 1 : 0
    const header = {
      type,
      case: mustFromBase64Url(this.id),
      journal: mustFromBase64Url(keys.journal),
      epoch: keys.epoch,
      device: this.certificate.device,
      sequence,
      previous: held.last?.hash ?? new Uint8Array(32),
      certificate: sequence === 0 ? this.certificate : null,
    }
    const content = { heads: frontier(held.reading.entries, this.certificate.device), body }
    const entry = writeEntry(
      cryptography,
      header,
      content,
      mustFromBase64Url(keys.keys[keys.epoch] as string),
      this.writer.deviceSeed,
    )
    const hash = toBase64Url(entry.hash)
    const at = `${this.id}/${keys.journal}/`
    try {
      await this.world.store.write([
        [`e/${at}${hash}`, entry.bytes],
        [`o/${at}${padded(sequence)}`, entry.hash],
      ])
    } catch (error) {
      if (error instanceof StoreFull) this.tell('full')
      throw error
    }
    held.bytes.set(hash, entry.bytes)
    held.outbox.push({ sequence, hash })
    held.last = { sequence, hash: entry.hash }
    await this.read(held)
    this.tell('waiting')
    void this.send()
    return hash
  }

  /** Sends what waits. One sending at a time; never throws: what happened shows in `sync`. */
  send(): Promise<void> {
    if (!this.known) return Promise.resolve()
    if (this.sending) {
      this.again = true
      return this.sending
    }
    this.sending = this.sendAll().finally(() => {
      this.sending = null
      if (!this.again) return
      this.again = false
      return this.send()
    })
    return this.sending
  }

  private async sendAll(): Promise<void> {
    try {
      for (const held of this.held.values()) {
        while (held.outbox.length > 0) {
          const part = held.outbox.slice(0, batch)
          const bytes = encodeFrames(part.map(({ hash }) => held.bytes.get(hash) as Uint8Array))
          await this.request({ method: 'POST', path: this.path(held), bytes })
          const at = `${this.id}/${held.keys.journal}/`
          await this.world.store.write(part.map(({ sequence }) => [`o/${at}${padded(sequence)}`, undefined]))
          held.outbox = held.outbox.slice(part.length)
        }
      }
      this.tell('sent')
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
      this.tell(error instanceof Offline ? 'offline' : 'waiting')
    }
  }

  /** Sends what waits and fetches what is new, at once. Never throws for the network: see `sync`. */
  async refresh(): Promise<void> {
    if (!this.known) return
    await Promise.all([this.send(), this.fetchAll()])
    this.tell(this.sync === 'offline' || this.allSent ? this.sync : 'waiting')
  }

  private async fetchAll(): Promise<void> {
    try {
      const all = [...this.held.values()]
      // A device that has read nothing yet has nothing to compare: it asks for everything at once.
      const fresh = all.every(held => held.position === 0)
      const positions = fresh ? null : await this.positions()
      await Promise.all(
        all.map(async held => {
          // A journal that is left out of the heads is shown as empty.
          const position = positions ? (positions.get(held.keys.journal) ?? 0) : undefined
          held.rolledBack = position !== undefined && position < held.position
          while (position === undefined || held.position < position) {
            const before = held.position
            await this.fetch(held)
            if (position === undefined && held.position === before) break
          }
          if (held.asked) return
          held.asked = true
          if (held.keys.seen?.length) await this.read(held)
        }),
      )
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
      if (error instanceof Offline) this.sync = 'offline'
      // A case that was there and is now unknown is the longest rollback of all.
      else if (error.status === 404)
        for (const held of this.held.values())
          held.rolledBack = held.position > 0 || (held.keys.seen ?? []).length > 0
    }
  }

  /** How many entries the server holds of each journal. */
  private async positions(): Promise<Map<string, number>> {
    const { json } = await this.request({ method: 'GET', path: `/api/cases/${this.id}/heads` })
    return new Map((json as Heads).journals.map(({ journal, position }) => [journal, position]))
  }

  private async fetch(held: Held): Promise<void> {
    const reply = await this.request({ method: 'GET', path: `${this.path(held)}?after=${held.position}` })
    const frames = decodeFrames(reply.bytes)
    if (!frames.ok || reply.position < held.position + frames.value.length)
      throw new Refused(reply.status, 'not-frames')
    if (frames.value.length === 0 && reply.position === held.position) return
    const at = `${this.id}/${held.keys.journal}/`
    const fresh = frames.value.flatMap(bytes => {
      const entry = decodeEntry(cryptography, bytes)
      const name = entry.ok
        ? toBase64Url(entry.value.hash)
        : `unreadable-${toBase64Url(cryptography.sha256(bytes))}`
      return held.bytes.has(name) ? [] : [[name, bytes] as const]
    })
    await this.world.store.write([
      ...fresh.map(([name, bytes]): [string, Uint8Array] => [`e/${at}${name}`, bytes]),
      [`p/${at}`, new TextEncoder().encode(String(reply.position))],
    ])
    for (const [name, bytes] of fresh) held.bytes.set(name, bytes)
    held.position = reply.position
    if (fresh.length > 0) await this.read(held)
  }

  private read(held: Held): Promise<void> {
    held.busy = held.busy.then(() => this.readNow(held))
    return held.busy
  }

  private async readNow(held: Held): Promise<void> {
    const { keys } = held
    const journal = {
      case: mustFromBase64Url(this.id),
      journal: mustFromBase64Url(keys.journal),
      keys: new Map(Object.entries(keys.keys).map(([epoch, key]) => [Number(epoch), mustFromBase64Url(key)])),
      // A checkpoint says what the server must be able to show, so it is held against what the server has shown.
      seen: held.asked ? (keys.seen ?? []) : [],
    }
    held.reading = await readJournal(cryptography, journal, [...held.bytes.values()], this.verified)
    const self = this.writer.seat
      ? new Map([[toBase64Url(this.certificate.master), this.writer.seat]])
      : new Map<string, string>()
    const authors = authorsOf(held.reading.entries, this.therapist, self)
    held.opened = held.reading.entries.flatMap(({ hash, body }) => {
      const by = authors.get(hash)
      const known = by ? readEntryBody(body, keys.kind, by === 'therapist' ? 'therapist' : 'seat') : null
      return by && known ? [{ journal: keys.kind, of: keys.of, by, hash, body: known }] : []
    })
  }

  private path(held: Held): string {
    return `/api/cases/${this.id}/journals/${held.keys.journal}/entries`
  }

  private request(request: Parameters<Transport>[0]) {
    return ask(this.world.transport, this.writer.seat ? { ...request, seat: this.writer.seat } : request)
  }

  /** Calls `listener` after each change of entries or of `sync`. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(sync: SyncState): void {
    this.sync = sync
    for (const listener of this.listeners) listener()
  }
}
