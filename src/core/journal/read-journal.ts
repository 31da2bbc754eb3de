import { equalBytes, toBase64Url } from './bytes.ts'
import { orderByCause } from './cause.ts'
import { verifyCertificate } from './certificate.ts'
import type { Cryptography } from './cryptography.ts'
import { decodeEntry, type Entry, type EntryContent, openEntry, verifyEntry } from './entry.ts'

/** Something that does not hold in what was shown: named, never passed over in silence. */
export interface Fault {
  /**
   * `not-an-entry` and `wrong-place`: bytes that do not belong here, or an entry that goes back to a retired epoch ·
   * `forged`: a signature does not hold ·
   * `altered`: it does not open · `unknown-device`: no member vouches for the device · `gap`: an entry that somebody has
   * seen is not shown · `fork`: one device wrote two entries in one place.
   */
  code: 'not-an-entry' | 'wrong-place' | 'forged' | 'altered' | 'unknown-device' | 'gap' | 'fork'
  /** base64url hash of the entry it is about; null where the bytes are none. */
  entry: string | null
}

/** An entry that was verified and opened, with the master key that vouches for its device. */
export interface ReadEntry extends EntryContent {
  entry: Entry
  hash: string
  master: Uint8Array
}

/** What one journal holds for one reader. */
export interface JournalReading {
  /** By cause; see `orderByCause`. */
  entries: ReadEntry[]
  faults: Fault[]
}

/** Which journal is read, and with what. */
export interface JournalToRead {
  case: Uint8Array
  journal: Uint8Array
  /** The journal's key of each epoch that this reader holds. */
  keys: ReadonlyMap<number, Uint8Array>
  /** Hashes (base64url) that earlier readings or a signed checkpoint have shown. */
  seen?: Iterable<string>
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

/**
 * Reads a journal from the bytes that a server or this device's store gives, in any order and however often: verifies
 * place, signatures, certificates, chains and heads seen, opens what it has keys for, and puts the entries in order of
 * cause. What does not hold is left out and named. Whether a master key is a member's, the roster says (`roster.ts`).
 */
export const readJournal = async (
  cryptography: Cryptography,
  journal: JournalToRead,
  shown: Uint8Array[],
  verified: VerifiedHashes = new Set(),
): Promise<JournalReading> => {
  const faults: Fault[] = []
  const fault = (code: Fault['code'], entry: string | null) => faults.push({ code, entry })
  const byHash = new Map<string, Entry>()
  for (const bytes of shown) {
    const decoded = decodeEntry(cryptography, bytes)
    if (!decoded.ok) {
      fault('not-an-entry', null)
      continue
    }
    const entry = decoded.value
    const hash = toBase64Url(entry.hash)
    if (byHash.has(hash)) continue
    if (!equalBytes(entry.case, journal.case) || !equalBytes(entry.journal, journal.journal))
      fault('wrong-place', hash)
    else if (!(await isVerified(cryptography, entry, hash, verified))) fault('forged', hash)
    else byHash.set(hash, entry)
  }
  const { masters, retired } = followChains(byHash, fault)
  const read: ReadEntry[] = []
  for (const [hash, entry] of byHash) {
    if (retired.has(hash)) continue
    const master = masters.get(toBase64Url(entry.device))
    const key = journal.keys.get(entry.epoch)
    const content = master && key ? openEntry(cryptography, entry, key) : null
    if (!master) fault('unknown-device', hash)
    else if (content) read.push({ ...content, entry, hash, master })
    else fault('altered', hash)
  }
  const named = new Set<string>()
  const missing = (hash: string) => {
    if (byHash.has(hash) || named.has(hash)) return
    named.add(hash)
    fault('gap', hash)
  }
  for (const { heads } of read) for (const head of heads) missing(toBase64Url(head))
  for (const hash of journal.seen ?? []) missing(hash)
  const before = chainOrder(read)
  const ordered = orderByCause(
    read.map(one => ({
      one,
      hash: one.entry.hash,
      after: [one.entry.previous, ...one.heads, ...(before.get(one.hash) ?? [])],
    })),
  )
  return { entries: ordered.map(({ one }) => one), faults }
}

/**
 * What comes before each entry (by hash) in its own device's chain as far as it can be read: with an entry missing
 * between, a correction must still not come before what it corrects.
 */
const chainOrder = (read: ReadEntry[]): Map<string, Uint8Array[]> => {
  const last = new Map<string, { sequence: number; hashes: Uint8Array[]; before: Uint8Array[] }>()
  const order = new Map<string, Uint8Array[]>()
  for (const { entry, hash } of [...read].sort((a, b) => a.entry.sequence - b.entry.sequence)) {
    const device = toBase64Url(entry.device)
    const known = last.get(device)
    if (known?.sequence === entry.sequence) known.hashes.push(entry.hash)
    else last.set(device, { sequence: entry.sequence, hashes: [entry.hash], before: known?.hashes ?? [] })
    order.set(hash, last.get(device)?.before ?? [])
  }
  return order
}

/**
 * Checks each device's chain, names gaps and forks, and gives the master key that vouches for each device, and the
 * entries (by hash) that go back to an epoch that their device had left. Entries at one place stand by their hash, so
 * that every reader names the same fork, whatever order the server shows.
 */
const followChains = (
  entries: Map<string, Entry>,
  fault: (code: Fault['code'], entry: string) => void,
): { masters: Map<string, Uint8Array>; retired: Set<string> } => {
  const chains = new Map<string, Entry[]>()
  const byName = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, entry] of byName) {
    const device = toBase64Url(entry.device)
    const chain = chains.get(device)
    if (chain) chain.push(entry)
    else chains.set(device, [entry])
  }
  const masters = new Map<string, Uint8Array>()
  const retired = new Set<string>()
  for (const [device, chain] of chains) {
    chain.sort((a, b) => a.sequence - b.sequence)
    const first = chain[0] as Entry
    if (first.certificate) masters.set(device, first.certificate.master)
    let epoch = 0
    chain.forEach((entry, i) => {
      const before = chain[i - 1]
      const hash = toBase64Url(entry.hash)
      if (before && before.sequence === entry.sequence) fault('fork', hash)
      else if (entry.sequence !== (before ? before.sequence + 1 : 0)) fault('gap', hash)
      else if (!equalBytes(entry.previous, before ? before.hash : new Uint8Array(32))) fault('fork', hash)
      if (entry.epoch < epoch) {
        retired.add(hash)
        fault('wrong-place', hash)
      }
      epoch = Math.max(epoch, entry.epoch)
    })
  }
  return { masters, retired }
}

/** The newest entries of a reading that no other entry names, a given device's own left out; at most eight, by hash. */
export const frontier = (entries: ReadEntry[], device: Uint8Array): Uint8Array[] => {
  const named = new Set(
    entries.flatMap(one => [toBase64Url(one.entry.previous), ...one.heads.map(toBase64Url)]),
  )
  return entries
    .filter(one => !named.has(one.hash) && !equalBytes(one.entry.device, device))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, 8)
    .map(one => one.entry.hash)
}
