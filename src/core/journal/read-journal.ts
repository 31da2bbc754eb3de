import { accepted } from '../model/checked.ts'
import { equalBytes, toBase64Url } from './bytes.ts'
import { orderByCause } from './cause.ts'
import { verifyCertificate } from './certificate.ts'
import type { Cryptography } from './cryptography.ts'
import { decodeEntry, type Entry, type EntryHeader, openEntry, verifyEntry } from './entry.ts'
import { findErased, toldHeads } from './erasure.ts'

/** Something that does not hold in what was shown: named, never passed over in silence. */
export interface Fault {
  /**
   * `not-an-entry` and `wrong-place`: bytes that do not belong here, or an entry that goes back to a retired epoch ·
   * `forged`: a signature does not hold · `altered`: it does not open · `emptied`: only a stub is shown, and nobody who
   * may erase it has done so · `unknown-device`: no member vouches for the device · `gap`: an entry that somebody has
   * seen is not shown · `fork`: one device wrote two entries in one place.
   */
  code: 'not-an-entry' | 'wrong-place' | 'forged' | 'altered' | 'emptied' | 'unknown-device' | 'gap' | 'fork'
  /** base64url hash of the entry it is about; null where the bytes are none. */
  entry: string | null
}

/** An entry that was verified, with all that a later reading needs of it. Hashes and keys as base64url. */
export interface PlacedEntry {
  hash: string
  type: EntryHeader['type']
  device: string
  sequence: number
  epoch: number
  previous: string
  /** The master key that vouches for its device. */
  master: string
  /** What it erases, where it is an `erase`. */
  erases: string[]
  /** `erased`: by someone entitled · `unopened`: of an epoch before this reader's first key. */
  state: 'read' | 'erased' | 'unopened'
  /** What its writer had seen; of an erased entry, as whoever erased it has told. */
  heads: string[]
  /** A JSON value; null unless `state` is `read`. */
  body: unknown
}

/** What one journal holds for one reader. */
export interface JournalReading {
  /** Those that can be read, by cause; see `orderByCause`. */
  entries: PlacedEntry[]
  /** The same among those that cannot: what a later reading may go on from, where there are no faults. */
  placed: PlacedEntry[]
  faults: Fault[]
}

/** Which journal is read, and with what. */
export interface JournalToRead {
  case: Uint8Array
  journal: Uint8Array
  /** The journal's key of each epoch that this reader holds. */
  keys: ReadonlyMap<number, Uint8Array>
  /** The master key of whoever may erase also what others wrote here; without it each only their own. */
  leader?: Uint8Array
  /** Hashes (base64url) that earlier readings or a signed checkpoint have shown. */
  seen?: Iterable<string>
  /** What an earlier reading without faults has placed: taken as it is, so that only what is newer is checked and opened. */
  base?: readonly PlacedEntry[]
}

/** Remembers which entries' signatures were found to hold, so that a later reading need not check them again. */
export type VerifiedHashes = Set<string>

const isVerified = async (
  cryptography: Cryptography,
  entry: Entry,
  hash: string,
  verified: VerifiedHashes,
): Promise<boolean> => {
  // The hash leaves the signature out, so the memory is of both.
  const name = `${hash}.${toBase64Url(entry.signature)}`
  if (verified.has(name)) return true
  const holds =
    (await verifyEntry(cryptography, entry)) &&
    (!entry.certificate || (await verifyCertificate(cryptography, entry.certificate)))
  if (holds) verified.add(name)
  return holds
}

/** An entry by its place in its device's chain; `entry` where it is new to this reading. */
interface Node {
  place: PlacedEntry
  entry: Entry | null
}

const nodeOf = (entry: Entry, hash: string): Node => ({
  entry,
  place: {
    hash,
    type: entry.type,
    device: toBase64Url(entry.device),
    sequence: entry.sequence,
    epoch: entry.epoch,
    previous: toBase64Url(entry.previous),
    master: entry.certificate ? toBase64Url(entry.certificate.master) : '',
    erases: entry.erases.map(toBase64Url),
    state: 'unopened',
    heads: [],
    body: null,
  },
})

/**
 * Reads a journal from the bytes (or what was decoded of them) that a server or this device's store gives, in any order and however often: verifies
 * place, signatures, certificates, chains and heads seen, opens what it has keys for, and puts the entries in order of
 * cause. What does not hold is left out and named. What someone entitled has erased is not read, shown or not.
 * Whether a master key is a member's, the roster says (`roster.ts`).
 */
export const readJournal = async (
  cryptography: Cryptography,
  journal: JournalToRead,
  shown: readonly (Uint8Array | Entry)[],
  verified: VerifiedHashes = new Set(),
): Promise<JournalReading> => {
  const faults: Fault[] = []
  const fault = (code: Fault['code'], entry: string | null) => faults.push({ code, entry })
  const nodes = new Map<string, Node>((journal.base ?? []).map(place => [place.hash, { place, entry: null }]))
  for (const one of shown) {
    const decoded = one instanceof Uint8Array ? decodeEntry(cryptography, one) : accepted(one)
    if (!decoded.ok) {
      fault('not-an-entry', null)
      continue
    }
    const entry = decoded.value
    const hash = toBase64Url(entry.hash)
    // Of an entry that is shown whole and as a stub the whole one is read.
    const known = nodes.get(hash)
    if (known && (known.entry === null || known.entry.sealed || !entry.sealed)) continue
    if (!equalBytes(entry.case, journal.case) || !equalBytes(entry.journal, journal.journal))
      fault('wrong-place', hash)
    else if (!(await isVerified(cryptography, entry, hash, verified))) fault('forged', hash)
    else nodes.set(hash, nodeOf(entry, hash))
  }
  const places = () => [...nodes.values()].map(({ place }) => place)
  const { masters, retired } = followChains(places(), fault)
  const stands = new Set(nodes.keys())
  for (const [hash, { place }] of nodes) {
    const master = masters.get(place.device)
    if (master) place.master = master
    else if (!retired.has(hash)) fault('unknown-device', hash)
    if (!master || retired.has(hash)) nodes.delete(hash)
  }
  const erasers = findErased(places(), journal.leader && toBase64Url(journal.leader))
  const oldest = Math.min(...journal.keys.keys())
  for (const [hash, node] of nodes) {
    const { place, entry } = node
    if (erasers.has(hash)) node.place = { ...place, state: 'erased', heads: [], body: null }
    else if (entry && !entry.sealed) {
      fault('emptied', hash)
      nodes.delete(hash)
    } else if (entry && entry.epoch >= oldest) {
      const key = journal.keys.get(entry.epoch)
      const content = key && openEntry(cryptography, entry, key)
      if (content)
        Object.assign(place, { state: 'read', heads: content.heads.map(toBase64Url), body: content.body })
      else {
        fault('altered', hash)
        nodes.delete(hash)
      }
    }
  }
  const bodyOf = (hash: string): unknown => nodes.get(hash)?.place.body
  for (const [hash, by] of erasers) {
    const node = nodes.get(hash)
    if (node) node.place.heads = toldHeads(hash, by.map(bodyOf))
  }
  const named = new Set<string>()
  const missing = (hash: string) => {
    if (stands.has(hash) || named.has(hash)) return
    named.add(hash)
    fault('gap', hash)
  }
  for (const { state, heads } of places()) if (state === 'read') for (const head of heads) missing(head)
  for (const hash of journal.seen ?? []) missing(hash)
  const before = chainOrder(places())
  const placed = orderByCause(
    places().map(one => ({
      one,
      hash: one.hash,
      after: [one.previous, ...one.heads, ...(before.get(one.hash) ?? [])],
    })),
  ).map(({ one }) => one)
  return { entries: placed.filter(({ state }) => state === 'read'), placed, faults }
}

/**
 * What comes before each entry (by hash) in its own device's chain as far as it can be read: with an entry missing
 * between, a correction must still not come before what it corrects.
 */
const chainOrder = (placed: readonly PlacedEntry[]): Map<string, string[]> => {
  const last = new Map<string, { sequence: number; hashes: string[]; before: string[] }>()
  const order = new Map<string, string[]>()
  for (const { device, sequence, hash } of [...placed].sort((a, b) => a.sequence - b.sequence)) {
    const known = last.get(device)
    if (known?.sequence === sequence) known.hashes.push(hash)
    else last.set(device, { sequence, hashes: [hash], before: known?.hashes ?? [] })
    order.set(hash, last.get(device)?.before ?? [])
  }
  return order
}

const nothing = toBase64Url(new Uint8Array(32))

/**
 * Checks each device's chain, names gaps and forks, and gives the master key that vouches for each device, and the
 * entries (by hash) that go back to an epoch that their device had left. Entries at one place stand by their hash, so
 * that every reader names the same fork, whatever order the server shows.
 */
const followChains = (
  entries: PlacedEntry[],
  fault: (code: Fault['code'], entry: string) => void,
): { masters: Map<string, string>; retired: Set<string> } => {
  const chains = new Map<string, PlacedEntry[]>()
  for (const entry of entries) {
    const chain = chains.get(entry.device)
    if (chain) chain.push(entry)
    else chains.set(entry.device, [entry])
  }
  const masters = new Map<string, string>()
  const retired = new Set<string>()
  for (const [device, chain] of chains) {
    chain.sort((a, b) => a.sequence - b.sequence || (a.hash < b.hash ? -1 : 1))
    const first = chain[0] as PlacedEntry
    if (first.sequence === 0) masters.set(device, first.master)
    let epoch = 0
    chain.forEach((entry, i) => {
      const before = chain[i - 1]
      const { hash } = entry
      if (before && before.sequence === entry.sequence) fault('fork', hash)
      else if (entry.sequence !== (before ? before.sequence + 1 : 0)) fault('gap', hash)
      else if (entry.previous !== (before ? before.hash : nothing)) fault('fork', hash)
      if (entry.epoch < epoch) {
        retired.add(hash)
        fault('wrong-place', hash)
      }
      epoch = Math.max(epoch, entry.epoch)
    })
  }
  return { masters, retired }
}

/** The newest entries of a reading (`placed`) that no other names, a given device's own left out; at most eight, by hash. */
export const frontier = (placed: readonly PlacedEntry[], device: string | null): string[] => {
  const named = new Set(placed.flatMap(one => [one.previous, ...one.heads]))
  return placed
    .filter(one => !named.has(one.hash) && one.device !== device)
    .map(({ hash }) => hash)
    .sort()
    .slice(0, 8)
}
