import type { OpenedEntry } from '../core/case/case-state.ts'
import { type EntryBody, type JournalKind, readEntryBody } from '../core/case/entry-kind.ts'
import type { OwnEntryBody } from '../core/case/own-entry-kind.ts'
import { mustFromBase64Url, toBase64Url, toUint32 } from '../core/journal/bytes.ts'
import { type Certificate, certifyDevice } from '../core/journal/certificate.ts'
import { type Entry, epochAt, mostErased, writeEntry } from '../core/journal/entry.ts'
import type { Erased } from '../core/journal/erasure.ts'
import { decodeFrames, encodeFrames } from '../core/journal/frames.ts'
import { invariant } from '../core/model/invariant.ts'
import type { Appended, Heads } from '../core/protocol/case-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import {
  type FirstPin,
  HeldJournal,
  type JournalKeys,
  type ReadBody,
  type Unsent,
  type Viewer,
} from './held-journal.ts'
import type { Snapshots } from './journal-snapshot.ts'
import { Offline, Refused, type Store, StoreFull, type Transport } from './ports.ts'
import type { Fault, SyncState } from './therapist-vault.types.ts'

/** Who writes from this device: the member's master seed vouches for the device's. */
export interface Writer {
  masterSeed: Uint8Array
  deviceSeed: Uint8Array
  /** The seat that asks the server, or null for the therapist. */
  seat: string | null
}

/** What a set of journals reaches outside for, and how it reads: without `snapshots` everything is read at each opening. */
export interface SetWorld {
  transport: Transport
  store: Store
  snapshots?: Snapshots
  /** Asks for the keys of later epochs, where the server says that there are such. */
  renewKeys?: () => Promise<JournalKeys[]>
  /** What the journals' bodies are; a case's where it is left out. */
  readBody?: ReadBody
}

/** Entries sent in one request, and about how many bytes: on a slow network long ones take long. */
const batch = 32
const batchBytes = 256 * 1024
/** A page that is shorter than this, in bytes, was the last. */
const wholePage = 1 << 20

/**
 * The journals of one case on one device: writes each entry into the device's store before anything else, sends it when
 * the network lets it, and fetches what others wrote.
 */
export class JournalSet {
  sync: SyncState = 'sent'
  /** False while the server does not know the case yet: then nothing is sent. */
  known = true
  /** True once the server has said that this seat has left, from whichever phone. */
  hasLeft = false
  /** Nobody has to wait for it: what the last refresh read is kept for the next opening. */
  snapshotsKept: Promise<void> = Promise.resolve()
  private readonly id: string
  private readonly writer: Writer
  private readonly viewer: Viewer
  private readonly world: SetWorld
  private readonly held = new Map<string, HeldJournal>()
  private readonly listeners = new Set<() => void>()
  private readonly certificate: Certificate
  private writing: Promise<unknown> = Promise.resolve()
  private sending: Promise<void> | null = null
  private again = false

  /** `therapist` is the therapist's master key: the one whose rosters count. */
  constructor(id: string, writer: Writer, therapist: Uint8Array, world: SetWorld) {
    this.id = id
    this.writer = writer
    this.world = world
    const device = cryptography.publicKey(writer.deviceSeed)
    this.certificate = certifyDevice(cryptography, writer.masterSeed, device)
    const self: [string, string][] = writer.seat ? [[toBase64Url(this.certificate.master), writer.seat]] : []
    this.viewer = {
      device: toBase64Url(device),
      therapist,
      known: new Map(self),
      readBody: world.readBody ?? readEntryBody,
      snapshots: world.snapshots ?? null,
    }
  }

  /** Begins to hold a journal, with what this device's store keeps of it. */
  async hold(keys: JournalKeys): Promise<void> {
    if (this.held.has(keys.journal)) return
    this.held.set(keys.journal, await HeldJournal.load(this.id, keys, this.viewer, this.world.store))
  }

  /** Begins to hold several journals at once; they stand in the order given. */
  async holdAll(journals: JournalKeys[]): Promise<void> {
    const fresh = journals.filter(keys => !this.held.has(keys.journal))
    const loaded = fresh.map(keys => HeldJournal.load(this.id, keys, this.viewer, this.world.store))
    for (const held of await Promise.all(loaded)) this.held.set(held.keys.journal, held)
  }

  /**
   * Takes in what the server showed of journals without being asked for each; what is not in order is left, to be asked
   * for. Until the next `refresh`, that is all there is.
   */
  async take(shown: { journal: string; position: number; entries: Uint8Array }[]): Promise<void> {
    const taken = shown.map(async ({ journal, position, entries }) => {
      const held = this.held.get(journal)
      const frames = decodeFrames(entries)
      if (!held || held.position > 0 || !frames.ok || position !== frames.value.length) return
      await held.keepFetched(frames.value, position)
      held.asked = true
    })
    await Promise.all(taken)
  }

  /** Every opened entry by a known author, journal by journal, in order of cause. */
  get entries(): OpenedEntry[] {
    return [...this.held.values()].flatMap(held => held.opened)
  }

  /**
   * The entries, without what this seat gave before its first PIN (all of it where there is none yet), and without what
   * an earlier link's holder gave.
   */
  entriesSince(firstPin: FirstPin | null): OpenedEntry[] {
    const { master } = this.certificate
    return [...this.held.values()].flatMap(held => held.openedSince(master, firstPin))
  }

  /** Where this device stands now in the chains of its seat's own journals. */
  placeNow(): FirstPin {
    const next = (kind: JournalKind) => {
      const held = [...this.held.values()].find(
        ({ keys }) => keys.kind === kind && keys.of === this.writer.seat,
      )
      return held?.last ? held.last.sequence + 1 : 0
    }
    return { device: toBase64Url(this.certificate.device), private: next('private'), own: next('own') }
  }

  /** Changes whenever `entries` does. */
  get revision(): number {
    return [...this.held.values()].reduce((sum, held) => sum + held.revision, 0)
  }

  /** What does not hold in what was shown. */
  get faults(): Fault[] {
    return [...this.held.values()].flatMap(held => held.faults)
  }

  /** The newest hashes of each journal, for a signed checkpoint. */
  get checkpoints(): Record<string, string[]> {
    return Object.fromEntries([...this.held.values()].map(held => [held.keys.journal, held.checkpoint()]))
  }

  /** Whether everything written here has been acknowledged by the server. */
  get allSent(): boolean {
    return [...this.held.values()].every(held => held.outbox.length === 0)
  }

  /**
   * Keeps an entry on this device, then sends it when it can; resolves with the entry's hash (base64url) once kept.
   * @throws StoreFull when there is no room: then nothing was kept.
   */
  async append(
    kind: JournalKind,
    of: string | null,
    body: EntryBody,
    type: 'entry' | 'leave' = 'entry',
  ): Promise<string> {
    const [hash] = await this.queue(kind, of, [{ body, type }])
    return hash as string
  }

  /** The same for several entries, all or none: what is too long for one. Their hashes, in the same order. */
  appendAll(
    kind: JournalKind,
    of: string | null,
    bodies: readonly (EntryBody | OwnEntryBody)[],
  ): Promise<string[]> {
    return this.queue(
      kind,
      of,
      bodies.map(body => ({ body, type: 'entry' as const })),
    )
  }

  /**
   * Erases what entries of one journal say (hashes as base64url): on this device at once, on the server and on other
   * devices when they hear of it. What is erased already is passed over. `at`: the writer's clock.
   * @throws StoreFull: then nothing was erased.
   */
  async erase(kind: JournalKind, of: string | null, hashes: readonly string[], at: string): Promise<void> {
    const found = this.journal(kind, of).find(hashes)
    invariant(found.length === new Set(hashes).size, 'entries of this journal')
    const toErase = found.filter(({ state }) => state !== 'erased')
    invariant(
      toErase.every(({ type, body }) => type === 'entry' && !isRoster(body)),
      'nothing that says who a journal’s members are, who left, or what was erased',
    )
    const written: Written[] = []
    for (let from = 0; from < toErase.length; from += mostErased) {
      const part = toErase.slice(from, from + mostErased)
      const heads = part.filter(one => one.heads.length > 0).map(one => [one.hash, one.heads] as const)
      const body: Erased = { kind: 'erased', at, heads: Object.fromEntries(heads) }
      written.push({ body, type: 'erase', erases: part.map(({ hash }) => mustFromBase64Url(hash)) })
    }
    if (written.length > 0) await this.queue(kind, of, written)
  }

  private journal(kind: JournalKind, of: string | null): HeldJournal {
    const held = [...this.held.values()].find(({ keys }) => keys.kind === kind && keys.of === of)
    invariant(held, `a journal of kind ${kind} that this member holds`)
    return held
  }

  private queue(kind: JournalKind, of: string | null, bodies: readonly Written[]): Promise<string[]> {
    const held = this.journal(kind, of)
    const written = this.writing.then(() => this.write(held, bodies))
    this.writing = written.catch(() => {})
    return written
  }

  private async write(held: HeldJournal, bodies: readonly Written[]): Promise<string[]> {
    const { keys } = held
    let { last } = held
    const key = mustFromBase64Url(keys.keys[keys.epoch] as string)
    const heads = held.heads()
    const entries: Entry[] = []
    for (const { body, type, erases } of bodies) {
      const sequence = last ? last.sequence + 1 : 0
      const header = {
        type,
        case: mustFromBase64Url(this.id),
        journal: mustFromBase64Url(keys.journal),
        epoch: keys.epoch,
        device: this.certificate.device,
        sequence,
        previous: last?.hash ?? new Uint8Array(32),
        certificate: sequence === 0 ? this.certificate : null,
        erases: erases ?? [],
      }
      // What the first of them has named, the others need not.
      const content = { heads: entries.length === 0 ? heads : [], body }
      const entry = writeEntry(cryptography, header, content, key, this.writer.deviceSeed)
      entries.push(entry)
      last = { sequence, hash: entry.hash }
    }
    try {
      await held.keepWritten(entries)
    } catch (error) {
      if (error instanceof StoreFull) this.tell('full')
      throw error
    }
    this.tell('waiting')
    void this.send()
    return entries.map(({ hash }) => toBase64Url(hash))
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
      for (const held of this.held.values()) await this.sendOutbox(held)
      this.tell(this.allSent ? 'sent' : 'waiting')
    } catch (error) {
      // Sent, with no room to note it: it is offered again, and the server knows it.
      if (error instanceof StoreFull) return this.tell('full')
      if (!(error instanceof Offline || error instanceof Refused)) throw error
      this.noteRefusal(error)
      this.tell(error instanceof Offline ? 'offline' : 'waiting')
    }
  }

  private async sendOutbox(held: HeldJournal, offered = false): Promise<void> {
    while (held.outbox.length > 0) {
      const { part, bytes } = await nextBatch(held)
      let appended: Appended
      try {
        appended = (await this.request({ method: 'POST', path: this.path(held), bytes })).json as Appended
      } catch (error) {
        if (!offered && error instanceof Refused && error.code === 'epoch-retired') {
          if (!(await this.resealOutbox(held))) throw error
          return this.sendOutbox(held, true)
        }
        // The server lacks what this chain builds on: it has forgotten entries that it acknowledged.
        if (offered || !(error instanceof Refused && error.code === 'chain-gap')) throw error
        await held.offerAgain()
        return this.sendOutbox(held, true)
      }
      await held.keepSent(part, appended.position)
    }
  }

  /** Seals what waits under the newest key. False where it is so already: this device has heard of no later one. */
  private async resealOutbox(held: HeldJournal): Promise<boolean> {
    await this.renewKeys()
    // What the server took, and its reply was lost, stays as it is.
    await this.catchUp(held, null)
    const resealed = this.writing.then(async () => {
      const waiting = await Promise.all(held.outbox.map(({ hash }) => held.bytesOf(hash)))
      const bytes = waiting.filter(one => one !== undefined)
      if (bytes.length === 0) return true
      if (bytes.every(one => toUint32(one, epochAt) === held.keys.epoch)) return false
      const { reseal } = await import('./reseal.ts')
      await held.replaceUnsent(reseal(bytes, held.keys, this.writer.deviceSeed))
      return true
    })
    this.writing = resealed.catch(() => {})
    return resealed
  }

  /** Takes up keys of later epochs. */
  async rekey(journals: readonly JournalKeys[]): Promise<void> {
    for (const keys of journals) await this.held.get(keys.journal)?.rekey(keys)
  }

  /** Takes up the keys that the therapist has told this seat in its own journal. */
  async takeToldKeys(): Promise<void> {
    for (const { by, body } of this.entries)
      if (by === 'therapist' && body.kind === 'journal-key')
        await this.held.get(body.journal)?.rekey({ epoch: body.epoch, keys: { [body.epoch]: body.key } })
  }

  private async renewKeys(): Promise<void> {
    if (this.world.renewKeys) return this.rekey(await this.world.renewKeys())
    for (const held of this.held.values()) if (held.keys.kind === 'private') await this.catchUp(held, null)
    await this.takeToldKeys()
  }

  /** Sends what waits and fetches what is new, at once. Never throws for the network: see `sync`. */
  async refresh(): Promise<void> {
    if (!this.known) return
    await Promise.all([this.send(), this.fetchAll()])
    if (!this.allSent) await this.send()
    this.tell(this.sync === 'offline' || this.allSent ? this.sync : 'waiting')
    this.snapshotsKept = this.snapshotsKept.then(() => this.keepSnapshots())
  }

  private async keepSnapshots(): Promise<void> {
    for (const held of this.held.values()) await held.keepSnapshot()
  }

  private async fetchAll(): Promise<void> {
    try {
      const all = [...this.held.values()]
      // A device that has read nothing yet has nothing to compare: it asks for everything at once.
      const fresh = all.every(held => !held.asked)
      const positions = fresh ? null : await this.positions()
      // A journal that is left out of the heads is shown as empty.
      await Promise.all(
        all.map(held => this.catchUp(held, positions && (positions.get(held.keys.journal) ?? 0))),
      )
      await this.takeToldKeys()
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
      this.noteRefusal(error)
      if (error instanceof Offline) this.sync = 'offline'
    }
  }

  /** Fetches a journal up to the server's position, or as far as it goes where that is not known. */
  private async catchUp(held: HeldJournal, position: number | null): Promise<void> {
    if (position !== null && position < held.position) await held.offerAgain()
    while (position === null || held.position < position) {
      const before = held.position
      const length = await this.fetch(held)
      if (held.position === before || (position === null && length < wholePage)) break
    }
    held.caughtUp()
    if (held.asked) return
    held.asked = true
    if (held.keys.seen?.length) await held.read()
  }

  /** Fetches the next page; gives its length in bytes. */
  private async fetch(held: HeldJournal): Promise<number> {
    const after = held.position
    const reply = await this.request({ method: 'GET', path: `${this.path(held)}?after=${after}` })
    const frames = decodeFrames(reply.bytes)
    if (!frames.ok || reply.position < after + frames.value.length)
      throw new Refused(reply.status, 'not-frames')
    // What was sent meanwhile may have been acknowledged already.
    if (reply.position > held.position) await held.keepFetched(frames.value, reply.position)
    return reply.bytes.length
  }

  /** How many entries the server holds of each journal. */
  private async positions(): Promise<Map<string, number>> {
    const { json } = await this.request({ method: 'GET', path: `/api/cases/${this.id}/heads` })
    const { journals } = json as Heads
    if (journals.some(({ journal, epoch }) => epoch > (this.held.get(journal)?.keys.epoch ?? epoch)))
      await this.renewKeys()
    return new Map(journals.map(({ journal, position }) => [journal, position]))
  }

  private noteRefusal(error: Error): void {
    if (!(error instanceof Refused)) return
    if (error.code === 'seat-left') this.hasLeft = true
    // A case that was there and is now unknown is the longest rollback of all.
    if (error.status === 404) for (const held of this.held.values()) held.nameForgotten()
  }

  private path(held: HeldJournal): string {
    return `/api/cases/${this.id}/journals/${held.keys.journal}/entries`
  }

  private request(request: Parameters<Transport>[0]) {
    return ask(this.world.transport, this.writer.seat ? { ...request, seat: this.writer.seat } : request)
  }

  /** Forgets every key and everything opened. What was not sent stays in the device's store. */
  close(): void {
    this.known = false
    this.held.clear()
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

/** What is about to be an entry. */
interface Written {
  body: EntryBody | OwnEntryBody | Erased
  type: Entry['type']
  erases?: Uint8Array[]
}

const isRoster = (body: unknown): boolean =>
  ['roster', 'own-roster'].includes(String((body as { kind?: unknown } | null)?.kind))

/** What goes out next of a journal's outbox: at least one entry, and no more than a slow network takes in good time. */
const nextBatch = async (held: HeldJournal): Promise<{ part: Unsent[]; bytes: Uint8Array }> => {
  const part: Unsent[] = []
  const entries: Uint8Array[] = []
  let length = 0
  for (const one of held.outbox.slice(0, batch)) {
    const bytes = await held.bytesOf(one.hash)
    invariant(bytes, 'what waits to be sent is kept')
    if (part.length > 0 && length + bytes.length > batchBytes) break
    part.push(one)
    entries.push(bytes)
    length += bytes.length
  }
  return { part, bytes: encodeFrames(entries) }
}
