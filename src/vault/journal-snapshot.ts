import { fromText, toBase64Url, toText } from '../core/journal/bytes.ts'
import type { PlacedEntry } from '../core/journal/read-journal.ts'
import { cryptography } from './cryptography.ts'
import { openBox, sealBox } from './sealed-box.ts'

/** An entry of a snapshot, and its number among all that this device has ever kept of its journal. */
export interface Kept {
  place: PlacedEntry
  arrival: number
}

/** What a device had verified and opened of a journal without a fault: of the first `covers` entries that it kept. */
export interface Snapshot {
  covers: number
  /** In order of cause. */
  kept: Kept[]
}

/** Seals and opens snapshots on one device; how a snapshot is bound to its journal is `at`, its place in the store. */
export interface Snapshots {
  seal(at: string, snapshot: Snapshot): Uint8Array
  /** null where it was sealed on another device, for another journal, or changed: then everything is read again. */
  open(at: string, sealed: Uint8Array): Snapshot | null
}

const types = ['entry', 'leave', 'erase'] as const
const states = ['read', 'erased', 'unopened'] as const
/** Chain, hash, sequence, epoch, type, state, arrival, heads, erases, body. */
type Row = [number, string, number, number, number, number, number, string[] | 0, string[] | 0, unknown]

const toRows = (kept: readonly Kept[]) => {
  const chains: [string, string][] = []
  const known = new Map<string, number>()
  const rows = kept.map(({ place, arrival }): Row => {
    const { device, master, hash, sequence, epoch, type, state, heads, erases, body } = place
    let chain = known.get(device)
    if (chain === undefined) {
      chain = chains.push([device, master]) - 1
      known.set(device, chain)
    }
    const [t, s] = [types.indexOf(type), states.indexOf(state)]
    return [
      chain,
      hash,
      sequence,
      epoch,
      t,
      s,
      arrival,
      heads.length ? heads : 0,
      erases.length ? erases : 0,
      body,
    ]
  })
  return { chains, rows }
}

const nothing = toBase64Url(new Uint8Array(32))

const fromRows = ({ chains, rows }: ReturnType<typeof toRows>): Kept[] => {
  // In a chain without a fault each entry's previous is the one before it.
  const hashes = chains.map((): string[] => [])
  for (const [chain, hash, sequence] of rows) (hashes[chain] as string[])[sequence] = hash
  return rows.map(([chain, hash, sequence, epoch, type, state, arrival, heads, erases, body]) => {
    const [device, master] = chains[chain] as [string, string]
    const place: PlacedEntry = {
      hash,
      type: types[type] as PlacedEntry['type'],
      device,
      sequence,
      epoch,
      previous: hashes[chain]?.[sequence - 1] ?? nothing,
      master,
      erases: erases || [],
      state: states[state] as PlacedEntry['state'],
      heads: heads || [],
      body,
    }
    return { place, arrival }
  })
}

/** Snapshots under a key that follows from the device's own seed: no other device opens them, nor this one while locked. */
export const snapshotsOf = (deviceSeed: Uint8Array): Snapshots => {
  const key = cryptography.hkdf(deviceSeed, 'groundwork/snapshot/1')
  return {
    seal: (at, { covers, kept }) => sealBox(key, at, fromText(JSON.stringify({ covers, ...toRows(kept) }))),
    open: (at, sealed) => {
      const bytes = openBox(key, at, sealed)
      if (!bytes) return null
      const { covers, ...rows } = JSON.parse(toText(bytes)) as { covers: number } & ReturnType<typeof toRows>
      return { covers, kept: fromRows(rows) }
    },
  }
}
