import type { OpenedEntry } from '../core/case/case-state.ts'
import { type JournalKind, readEntryBody } from '../core/case/entry-kind.ts'
import { equalBytes, mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { decodeEntry } from '../core/journal/entry.ts'
import { frontier, type JournalReading, readJournal } from '../core/journal/read-journal.ts'
import { authorsOf } from '../core/journal/roster.ts'
import { cryptography } from './cryptography.ts'
import type { Store } from './ports.ts'
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

/** Who reads on this device: its key, and whom it knows without a roster (base64url master keys to members). */
export interface Viewer {
  device: Uint8Array
  therapist: Uint8Array
  known: ReadonlyMap<string, string>
}

/** An entry written here that the server has not acknowledged. */
export interface Unsent {
  sequence: number
  hash: string
}

const padded = (number: number): string => String(number).padStart(10, '0')

/** One journal on one device: what its store keeps of it, and what was verified and opened. */
export class HeldJournal {
  readonly keys: JournalKeys
  /** Everything known of this journal, by hash, sent or not. */
  readonly bytes = new Map<string, Uint8Array>()
  /** Oldest first. */
  outbox: Unsent[] = []
  /** How many entries of the server's have been read. */
  position = 0
  /** This device's newest entry here. */
  last: { sequence: number; hash: Uint8Array } | null = null
  opened: OpenedEntry[] = []
  /** What the server has shown since it rolled back; null while it has not. */
  private shownAgain: Set<string> | null = null
  /** Whether the server has been asked for this journal: only then does it have to show what a checkpoint names. */
  asked = false
  private reading: JournalReading = { entries: [], faults: [] }
  private readonly caseId: string
  private readonly viewer: Viewer
  private readonly store: Store
  private readonly verified = new Set<string>()
  /** Readings one after the other, so that an older one never stands over a newer. */
  private busy: Promise<void> = Promise.resolve()

  private constructor(caseId: string, keys: JournalKeys, viewer: Viewer, store: Store) {
    this.caseId = caseId
    this.keys = keys
    this.viewer = viewer
    this.store = store
  }

  /** Begins with what the device's store keeps. */
  static async load(caseId: string, keys: JournalKeys, viewer: Viewer, store: Store): Promise<HeldJournal> {
    const held = new HeldJournal(caseId, keys, viewer, store)
    const from = (part: string) => `${part}/${held.at}`
    const [entries, outbox, position] = await Promise.all([
      store.list(from('e')),
      store.list(from('o')),
      store.get(from('p')),
    ])
    for (const [key, bytes] of entries) held.bytes.set(key.slice(from('e').length), bytes)
    held.outbox = outbox.map(([key, hash]) => ({
      sequence: Number(key.slice(from('o').length)),
      hash: toBase64Url(hash),
    }))
    held.position = position ? Number(new TextDecoder().decode(position)) : 0
    held.asked = position !== undefined
    const newest = held.ownEntries().at(-1)
    held.last = newest ? { sequence: newest.sequence, hash: mustFromBase64Url(newest.hash) } : null
    await held.read()
    return held
  }

  /** Everything that this device has written here, oldest first. */
  ownEntries(): Unsent[] {
    const own: Unsent[] = []
    for (const [hash, bytes] of this.bytes) {
      const entry = decodeEntry(cryptography, bytes)
      if (entry.ok && equalBytes(entry.value.device, this.viewer.device))
        own.push({ sequence: entry.value.sequence, hash })
    }
    return own.sort((a, b) => a.sequence - b.sequence)
  }

  /** Hashes of the newest entries, this device's own left out, for the next entry to name. */
  heads(): Uint8Array[] {
    return frontier(this.reading.entries, this.viewer.device)
  }

  /** Newest hashes of all devices, for a signed checkpoint. */
  checkpoint(): string[] {
    return frontier(this.reading.entries, new Uint8Array(32)).map(toBase64Url)
  }

  get faults(): Fault[] {
    const { journal } = this.keys
    const read = this.reading.faults.map(
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
    const since = new Set(
      this.reading.entries
        .filter(one => {
          const { device, sequence } = one.entry
          const isBefore = toBase64Url(device) === firstPin?.device && sequence < firstPin[kind]
          return firstPin !== null && !isBefore && equalBytes(one.master, master)
        })
        .map(({ hash }) => hash),
    )
    return this.opened.filter(({ by, hash }) => by === 'therapist' || since.has(hash))
  }

  /** Keeps an entry written here, on the device before anywhere else. @throws StoreFull: then nothing was kept. */
  async keepWritten(sequence: number, hash: Uint8Array, bytes: Uint8Array): Promise<void> {
    const name = toBase64Url(hash)
    await this.store.write([
      [`e/${this.at}${name}`, bytes],
      [`o/${this.at}${padded(sequence)}`, hash],
    ])
    this.bytes.set(name, bytes)
    this.outbox.push({ sequence, hash: name })
    this.last = { sequence, hash }
    await this.read()
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
    for (const { hash } of sent) this.shownAgain?.add(hash)
    this.outbox = this.outbox.filter(one => !done.has(one.hash))
  }

  /** Keeps what the server showed, up to its `position`. */
  async keepFetched(shown: Uint8Array[], position: number): Promise<void> {
    const named = shown.map(bytes => {
      const entry = decodeEntry(cryptography, bytes)
      const name = entry.ok
        ? toBase64Url(entry.value.hash)
        : `unreadable-${toBase64Url(cryptography.sha256(bytes))}`
      this.shownAgain?.add(name)
      return [name, bytes] as const
    })
    const fresh = named.filter(([name]) => !this.bytes.has(name))
    // What the server shows it has, whether or not its reply to the sending ever came.
    const shownNames = new Set(named.map(([name]) => name))
    const arrived = this.outbox.filter(({ hash }) => shownNames.has(hash))
    this.outbox = this.outbox.filter(({ hash }) => !shownNames.has(hash))
    await this.store.write([
      ...fresh.map(([name, bytes]): [string, Uint8Array] => [`e/${this.at}${name}`, bytes]),
      ...arrived.map(({ sequence }): [string, undefined] => [`o/${this.at}${padded(sequence)}`, undefined]),
      this.positionAt(position),
    ])
    for (const [name, bytes] of fresh) this.bytes.set(name, bytes)
    this.position = position
    if (fresh.length > 0) await this.read()
  }

  /**
   * The server holds less than it has shown before, as after a backup was restored: names it, and offers again all
   * that this device wrote, so that what the backup lacked is whole again.
   */
  offerAgain(): void {
    this.shownAgain = new Set()
    this.position = 0
    this.outbox = this.ownEntries()
  }

  /** Names the server's rolling back where it no longer knows the journal at all. */
  nameForgotten(): void {
    if (this.position > 0 || this.keys.seen?.length) this.shownAgain ??= new Set()
  }

  /** A server that again shows everything it has ever shown has not lost anything. */
  caughtUp(): void {
    const again = this.shownAgain
    if (again && [...this.bytes.keys()].every(name => again.has(name))) this.shownAgain = null
  }

  /** Reads everything known: verified, opened, by known authors. */
  read(): Promise<void> {
    this.busy = this.busy.then(() => this.readNow())
    return this.busy
  }

  private async readNow(): Promise<void> {
    const { kind, of, keys, seen, journal } = this.keys
    const toRead = {
      case: mustFromBase64Url(this.caseId),
      journal: mustFromBase64Url(journal),
      keys: new Map(Object.entries(keys).map(([epoch, key]) => [Number(epoch), mustFromBase64Url(key)])),
      // A checkpoint says what the server must be able to show, so it is held against what the server has shown.
      seen: this.asked ? (seen ?? []) : [],
    }
    this.reading = await readJournal(cryptography, toRead, [...this.bytes.values()], this.verified)
    const authors = authorsOf(this.reading.entries, this.viewer.therapist, this.viewer.known)
    this.opened = this.reading.entries.flatMap(({ hash, body }) => {
      const by = authors.get(hash)
      const known = by ? readEntryBody(body, kind, by === 'therapist' ? 'therapist' : 'seat') : null
      return by && known ? [{ journal: kind, of, by, hash, body: known }] : []
    })
  }

  private positionAt(position: number): [string, Uint8Array] {
    return [`p/${this.at}`, new TextEncoder().encode(String(position))]
  }

  private get at(): string {
    return `${this.caseId}/${this.keys.journal}/`
  }
}
