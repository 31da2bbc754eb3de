import type { OpenedEntry } from '../core/case/case-state.ts'
import type { JournalKind } from '../core/case/entry-kind.ts'
import { concat, mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { decodeEntry, type Entry, stubOf } from '../core/journal/entry.ts'
import { type Fault as Read, frontier, type PlacedEntry, readJournal } from '../core/journal/read-journal.ts'
import { authorsOf } from '../core/journal/roster.ts'
import { invariant } from '../core/model/invariant.ts'
import { cryptography } from './cryptography.ts'
import type { Snapshots } from './journal-snapshot.ts'
import { type Store, StoreFull } from './ports.ts'
import type { Fault } from './therapist-vault.types.ts'

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

/**
 * Where the first PIN stands in the chains of the device that set it: its next sequence in `private` and in `own` then. A
 * place and no time, which a phone's clock could be set back for. What stands before it is not shown again: whoever holds
 * a phone that has no PIN yet could set one to read it.
 */
export interface FirstPin {
  /** Public key of the device. */
  device: string
  private: number
  own: number
}

/** What a body says, if it is of a known kind that `by` may write into a journal of this kind; else null. */
export type ReadBody = (
  body: unknown,
  journal: JournalKind,
  by: 'therapist' | 'seat',
) => OpenedEntry['body'] | null

/** Who reads on this device: its key, whom it knows without a roster (base64url master keys to members), and what for. */
export interface Viewer {
  device: string
  therapist: Uint8Array
  known: ReadonlyMap<string, string>
  readBody: ReadBody
  /** null where nothing is kept of what was read. */
  snapshots: Snapshots | null
}

/** An entry written here that the server has not acknowledged. */
export interface Unsent {
  sequence: number
  hash: string
}

/** How many entries may be newer than the snapshot before another one is kept. */
const snapshotEvery = 32

/** Bytes of a snapshot under one key: browsers keep longer values apart, and reading those takes far longer. */
const snapshotPart = 48 * 1024

const padded = (number: number): string => String(number).padStart(10, '0')

const nameOf = (bytes: Uint8Array): [string, Entry | Uint8Array] => {
  const entry = decodeEntry(cryptography, bytes)
  return entry.ok
    ? [toBase64Url(entry.value.hash), entry.value]
    : [`unreadable-${toBase64Url(cryptography.sha256(bytes))}`, bytes]
}

/** One journal on one device: what its store keeps of it, and what was verified and opened. */
export class HeldJournal {
  keys: JournalKeys
  /** Oldest first. */
  outbox: Unsent[] = []
  /** How many entries of the server's have been read. */
  position = 0
  /** This device's newest entry here. */
  last: { sequence: number; hash: Uint8Array } | null = null
  opened: OpenedEntry[] = []
  /** Grows with every reading. */
  revision = 0
  /** What the server has shown since it rolled back; null while it has not. */
  private shownAgain: Set<string> | null = null
  /** Whether the server has been asked for this journal: only then does it have to show what a checkpoint names. */
  asked = false
  /** Everything that holds, by cause, and what does not. */
  private placed: PlacedEntry[] = []
  private readFaults: Read[] = []
  /** What was placed without a fault of the first `covers` entries kept here: no reading has to look at those again. */
  private base: PlacedEntry[] = []
  private covers = 0
  private snapshotCovers = 0
  private snapshotParts = 0
  /** What was kept since, by name. */
  private readonly fresh = new Map<string, Entry | Uint8Array>()
  /** Everything known of this journal, sent or not, by name: its number in the store. */
  private readonly arrivals = new Map<string, number>()
  private next = 0
  /** Bytes of the outbox, so that what is written goes out even where the store has lost it. */
  private readonly unsent = new Map<string, Uint8Array>()
  /** Of what is known, the erased entries of which no more than a stub lies in the store. */
  private readonly stubs = new Set<string>()
  private readonly caseId: string
  private readonly viewer: Viewer
  private readonly store: Store
  private readonly verified = new Set<string>()
  /** Readings and additions each one after the other, so that an older one never stands over a newer. */
  private busy: Promise<void> = Promise.resolve()
  private adding: Promise<unknown> = Promise.resolve()

  private constructor(caseId: string, keys: JournalKeys, viewer: Viewer, store: Store) {
    this.caseId = caseId
    this.keys = keys
    this.viewer = viewer
    this.store = store
  }

  /** Begins with what the device's store keeps: the snapshot, and what is newer. */
  static async load(caseId: string, keys: JournalKeys, viewer: Viewer, store: Store): Promise<HeldJournal> {
    const held = new HeldJournal(caseId, keys, viewer, store)
    const outboxAt = `o/${held.at}`
    const [outbox, position] = await Promise.all([
      store.list(outboxAt),
      store.get(`p/${held.at}`),
      held.loadSnapshot(),
    ])
    held.takeAll(await held.listEntries(held.covers))
    held.outbox = outbox.map(([key, hash]) => ({
      sequence: Number(key.slice(outboxAt.length)),
      hash: toBase64Url(hash),
    }))
    held.position = position ? Number(new TextDecoder().decode(position)) : 0
    held.asked = position !== undefined
    const newest = held.ownEntries().at(-1)
    held.last = newest ? { sequence: newest.sequence, hash: mustFromBase64Url(newest.hash) } : null
    await held.read()
    return held
  }

  /** Takes up what was read before; what does not open, or is of another device, is as if it were not there. */
  private async loadSnapshot(): Promise<void> {
    if (!this.viewer.snapshots) return
    const parts = (await this.store.list(this.snapshotAt)).map(([, bytes]) => bytes)
    this.snapshotParts = parts.length
    const snapshot = parts.length > 0 && (await this.viewer.snapshots.open(this.snapshotAt, concat(...parts)))
    if (!snapshot) return
    this.base = snapshot.kept.map(({ place }) => place)
    for (const { place, arrival } of snapshot.kept) this.arrivals.set(place.hash, arrival)
    for (const { state, hash } of this.base) if (state === 'erased') this.stubs.add(hash)
    this.covers = snapshot.covers
    this.snapshotCovers = snapshot.covers
    this.next = snapshot.covers
  }

  /** What the store keeps beyond the first `covers` entries. */
  private async listEntries(covers: number): Promise<[number, Uint8Array][]> {
    const from = `e/${this.at}`
    const kept = await this.store.list(from, covers > 0 ? padded(covers) : '')
    return kept.map(([key, bytes]) => [Number(key.slice(from.length)), bytes])
  }

  private takeAll(entries: readonly [number, Uint8Array][]): void {
    for (const [arrival, bytes] of entries) {
      this.next = arrival
      this.take(...nameOf(bytes))
    }
  }

  /** Counts an entry that the store keeps under the next number. */
  private take(name: string, entry: Entry | Uint8Array): void {
    this.arrivals.set(name, this.next++)
    this.fresh.set(name, entry)
    if ('sealed' in entry && !entry.sealed) this.stubs.add(name)
  }

  /** Everything that this device has written here, oldest first. */
  ownEntries(): Unsent[] {
    const own = this.base.filter(({ device }) => device === this.viewer.device)
    const fresh = [...this.fresh].flatMap(([hash, entry]) =>
      'sealed' in entry && toBase64Url(entry.device) === this.viewer.device
        ? [{ sequence: entry.sequence, hash }]
        : [],
    )
    return [...own.map(({ sequence, hash }) => ({ sequence, hash })), ...fresh].sort(
      (a, b) => a.sequence - b.sequence,
    )
  }

  /** The bytes of an entry, or of what is left of it. */
  async bytesOf(name: string): Promise<Uint8Array | undefined> {
    const unsent = this.unsent.get(name)
    if (unsent) return unsent
    return this.store.get(this.entryAt(this.arrivals.get(name) ?? -1))
  }

  /** What stands under these names, where they stand and are known. */
  find(names: readonly string[]): PlacedEntry[] {
    const asked = new Set(names)
    return this.placed.filter(({ hash }) => asked.has(hash))
  }

  /** Hashes of the newest entries, this device's own left out, for the next entry to name. */
  heads(): Uint8Array[] {
    return frontier(this.placed, this.viewer.device).map(mustFromBase64Url)
  }

  /** Newest hashes of all devices, for a signed checkpoint. */
  checkpoint(): string[] {
    return frontier(this.placed, null)
  }

  get faults(): Fault[] {
    const { journal } = this.keys
    const read = this.readFaults.map(
      ({ code, entry }): Fault => ({ code: code === 'not-an-entry' ? 'unreadable' : code, journal, entry }),
    )
    return this.shownAgain ? [...read, { code: 'rolled-back', journal, entry: null }] : read
  }

  /**
   * What is opened; of a seat's own journal, of what a seat wrote, only what `master` gave since its first PIN. Where
   * there is none yet, nothing of that.
   */
  openedSince(master: Uint8Array, firstPin: FirstPin | null): OpenedEntry[] {
    const { kind } = this.keys
    if (kind !== 'private' && kind !== 'own') return this.opened
    const own = toBase64Url(master)
    const since = new Set(
      this.placed
        .filter(one => {
          const isBefore = one.device === firstPin?.device && one.sequence < firstPin[kind]
          return firstPin !== null && !isBefore && one.master === own
        })
        .map(({ hash }) => hash),
    )
    return this.opened.filter(({ by, hash }) => by === 'therapist' || since.has(hash))
  }

  /** Keeps entries written here, on the device before anywhere else. @throws StoreFull: then nothing was kept. */
  keepWritten(written: readonly Entry[]): Promise<void> {
    return this.add(async () => {
      await this.store.write(
        written.flatMap(({ sequence, hash, bytes }, i): [string, Uint8Array][] => [
          [this.entryAt(this.next + i), bytes],
          [`o/${this.at}${padded(sequence)}`, hash],
        ]),
      )
      for (const entry of written) {
        const hash = toBase64Url(entry.hash)
        this.take(hash, entry)
        this.outbox.push({ sequence: entry.sequence, hash })
        this.unsent.set(hash, entry.bytes)
        this.last = { sequence: entry.sequence, hash: entry.hash }
      }
      await this.read()
    })
  }

  /** One addition after the other: each takes the next numbers of the store. */
  private add(one: () => Promise<void>): Promise<void> {
    const added = this.adding.then(one)
    this.adding = added.catch(() => {})
    return added
  }

  /**
   * Notes that the server has acknowledged these, and that the journal then held `position` entries. Where nobody else
   * has written in between, there is nothing of it to fetch back. What was fetched before it was acknowledged, as after
   * a lost reply, is counted already.
   */
  async keepSent(sent: Unsent[], position: number): Promise<void> {
    const isCounted = sent.some(({ hash }) => this.outbox.every(one => one.hash !== hash))
    const isNext = !isCounted && position === this.position + sent.length
    await this.store.write([
      ...sent.map(({ sequence }): [string, undefined] => [`o/${this.at}${padded(sequence)}`, undefined]),
      ...(isNext ? [this.positionAt(position)] : []),
    ])
    if (isNext) this.position = position
    const done = new Set(sent.map(one => one.hash))
    for (const { hash } of sent) {
      this.shownAgain?.add(hash)
      this.unsent.delete(hash)
    }
    this.outbox = this.outbox.filter(one => !done.has(one.hash))
  }

  /** Keeps what the server showed, up to its `position`. */
  keepFetched(shown: Uint8Array[], position: number): Promise<void> {
    return this.add(async () => {
      const named = new Map(shown.map(nameOf))
      for (const name of named.keys()) this.shownAgain?.add(name)
      const fresh = [...named].filter(([name]) => !this.arrivals.has(name))
      // What the server shows it has, whether or not its reply to the sending ever came.
      const arrived = this.outbox.filter(({ hash }) => named.has(hash))
      await this.store.write([
        ...fresh.map(([, entry], i): [string, Uint8Array] => [
          this.entryAt(this.next + i),
          'sealed' in entry ? entry.bytes : entry,
        ]),
        ...arrived.map(({ sequence }): [string, undefined] => [`o/${this.at}${padded(sequence)}`, undefined]),
        this.positionAt(position),
      ])
      this.outbox = this.outbox.filter(({ hash }) => !named.has(hash))
      for (const { hash } of arrived) this.unsent.delete(hash)
      for (const [name, entry] of fresh) this.take(name, entry)
      this.position = position
      if (fresh.length > 0) await this.read()
    })
  }

  /**
   * The server holds less than it has shown before, as after a backup was restored: names it, and offers again all
   * that this device wrote, so that what the backup lacked is whole again. What was read before is read anew.
   */
  async offerAgain(): Promise<void> {
    this.shownAgain = new Set()
    this.position = 0
    await this.add(async () => {
      await this.forgetRead()
      this.outbox = this.ownEntries()
    })
  }

  /** Takes up keys of other epochs: what was sealed under them opens, and what is written from now on is under the newest. */
  async rekey({ epoch, keys }: Pick<JournalKeys, 'epoch' | 'keys'>): Promise<void> {
    if (Object.keys(keys).every(known => Object.hasOwn(this.keys.keys, known))) return
    const newest = Math.max(epoch, this.keys.epoch)
    // A key that is held stays: nobody puts another in its place.
    this.keys = { ...this.keys, epoch: newest, keys: { ...keys, ...this.keys.keys } }
    await this.read()
  }

  /** Puts entries in the place of those of the outbox, one for one: the same again, sealed under a later key. */
  replaceUnsent(resealed: readonly Entry[]): Promise<void> {
    return this.add(async () => {
      const changes = this.outbox.flatMap(({ sequence, hash }, i): [string, Uint8Array][] => {
        const entry = resealed[i]
        invariant(entry?.sequence === sequence, 'an entry for each that waits')
        return [
          [this.entryAt(this.arrivals.get(hash) ?? -1), entry.bytes],
          [`o/${this.at}${padded(sequence)}`, entry.hash],
        ]
      })
      await this.store.write(changes)
      this.unsent.clear()
      this.outbox = resealed.map(({ sequence, hash, bytes }) => {
        this.unsent.set(toBase64Url(hash), bytes)
        this.last = { sequence, hash }
        return { sequence, hash: toBase64Url(hash) }
      })
      await this.forgetRead()
    })
  }

  /** Puts the snapshot away and reads everything that the store keeps again. */
  private async forgetRead(): Promise<void> {
    await this.store.write(this.withoutSnapshot())
    const entries = await this.listEntries(0)
    await this.busy
    this.base = []
    this.covers = 0
    this.snapshotCovers = 0
    this.next = 0
    for (const known of [this.arrivals, this.fresh, this.stubs, this.verified]) known.clear()
    this.takeAll(entries)
    await this.read()
  }

  /** Keeps a snapshot of what was read without a fault, where enough of it is newer than the one before. */
  async keepSnapshot(): Promise<void> {
    const { base, covers } = this
    if (!this.viewer.snapshots || this.shownAgain || covers - this.snapshotCovers < snapshotEvery) return
    if (base.some(({ state, hash }) => state === 'erased' && !this.stubs.has(hash))) return
    const kept = base.map(place => ({ place, arrival: this.arrivals.get(place.hash) as number }))
    try {
      const sealed = await this.viewer.snapshots.seal(this.snapshotAt, { covers, kept })
      // Something may have been erased meanwhile, and must not come back with this.
      if (this.base !== base) return
      const parts = Array.from({ length: Math.ceil(sealed.length / snapshotPart) }, (_, i) =>
        sealed.slice(i * snapshotPart, (i + 1) * snapshotPart),
      )
      await this.store.write([
        ...this.withoutSnapshot(),
        ...parts.map((part, i): [string, Uint8Array] => [this.snapshotAt + padded(i), part]),
      ])
      this.snapshotCovers = covers
      this.snapshotParts = parts.length
    } catch (error) {
      // It only spares time: room goes to entries first.
      if (!(error instanceof StoreFull)) throw error
    }
  }

  /** Names the server's rolling back where it no longer knows the journal at all. */
  nameForgotten(): void {
    if (this.position > 0 || this.keys.seen?.length) this.shownAgain ??= new Set()
  }

  /** A server that again shows everything it has ever shown has not lost anything. */
  caughtUp(): void {
    const again = this.shownAgain
    if (again && [...this.arrivals.keys()].every(name => again.has(name))) this.shownAgain = null
  }

  /** Reads everything known: verified, opened, by known authors. */
  read(): Promise<void> {
    this.busy = this.busy.then(() => this.readNow())
    return this.busy
  }

  private async readNow(): Promise<void> {
    const { kind, keys, journal } = this.keys
    const { next, viewer } = this
    const shown = [...this.fresh]
    // A checkpoint says what the server must be able to show, so it is held against what the server has shown.
    const seen = this.asked ? (this.keys.seen ?? []) : []
    if (shown.length === 0 && seen.every(hash => this.arrivals.has(hash))) return this.show(this.base, [])
    const reading = await readJournal(
      cryptography,
      {
        case: mustFromBase64Url(this.caseId),
        journal: mustFromBase64Url(journal),
        keys: new Map(Object.entries(keys).map(([epoch, key]) => [Number(epoch), mustFromBase64Url(key)])),
        ...(kind === 'own' ? {} : { leader: viewer.therapist }),
        seen,
        base: this.base,
      },
      shown.map(([, entry]) => entry),
      this.verified,
    )
    this.show(reading.placed, reading.faults)
    await this.dropErased()
    if (reading.faults.length > 0) return
    this.base = reading.placed
    this.covers = next
    for (const [name] of shown) this.fresh.delete(name)
  }

  private show(placed: PlacedEntry[], faults: Read[]): void {
    this.placed = placed
    this.readFaults = faults
    const { kind, of } = this.keys
    const entries = placed.filter(({ state }) => state === 'read')
    const authors = authorsOf(entries, this.viewer.therapist, this.viewer.known)
    const before = new Map(this.opened.map(entry => [entry.hash, entry]))
    this.opened = entries.flatMap(({ hash, body }) => {
      const by = authors.get(hash)
      if (!by) return []
      const opened = before.get(hash)
      if (opened?.by === by) return [opened]
      const known = this.viewer.readBody(body, kind, by === 'therapist' ? 'therapist' : 'seat')
      return known ? [{ journal: kind, of, by, hash, body: known }] : []
    })
    this.revision += 1
  }

  /** Leaves no more than a stub on this device of what was erased, nor anything of it in a snapshot. */
  private async dropErased(): Promise<void> {
    const erased = this.placed.filter(({ state, hash }) => state === 'erased' && !this.stubs.has(hash))
    if (erased.length === 0) return
    const changes: [string, Uint8Array | undefined][] = this.withoutSnapshot()
    for (const { hash } of erased) {
      const bytes = await this.bytesOf(hash)
      const entry = bytes && decodeEntry(cryptography, bytes)
      if (entry?.ok) changes.push([this.entryAt(this.arrivals.get(hash) ?? -1), stubOf(entry.value)])
    }
    try {
      await this.store.write(changes)
    } catch (error) {
      // A stub is shorter than what it stands for; if there is no room even so, the next reading tries again.
      if (error instanceof StoreFull) return
      throw error
    }
    this.snapshotCovers = 0
    // Where something does not hold, the base stays as it was; what it says of these must not be kept either.
    const gone = new Map(erased.map(place => [place.hash, place]))
    this.base = this.base.map(place => gone.get(place.hash) ?? place)
    for (const { hash } of erased) {
      this.stubs.add(hash)
      const fresh = this.fresh.get(hash)
      if (fresh && 'sealed' in fresh) this.fresh.set(hash, { ...fresh, sealed: null, bytes: stubOf(fresh) })
      const stub = changes.find(([key]) => key === this.entryAt(this.arrivals.get(hash) ?? -1))?.[1]
      if (stub && this.unsent.has(hash)) this.unsent.set(hash, stub)
    }
  }

  private positionAt(position: number): [string, Uint8Array] {
    return [`p/${this.at}`, new TextEncoder().encode(String(position))]
  }

  private entryAt(arrival: number): string {
    return `e/${this.at}${padded(arrival)}`
  }

  private withoutSnapshot(): [string, undefined][] {
    return Array.from({ length: this.snapshotParts }, (_, i) => [this.snapshotAt + padded(i), undefined])
  }

  private get snapshotAt(): string {
    return `v/${this.at}`
  }

  private get at(): string {
    return `${this.caseId}/${this.keys.journal}/`
  }
}
