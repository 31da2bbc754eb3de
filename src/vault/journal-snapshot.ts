import { concat, fromText, toBase64Url, toText } from '../core/journal/bytes.ts'
import type { PlacedEntry } from '../core/journal/read-journal.ts'
import { cryptography } from './cryptography.ts'

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
  seal(at: string, snapshot: Snapshot): Promise<Uint8Array>
  /** null where it was sealed on another device, for another journal, or changed: then everything is read again. */
  open(at: string, sealed: Uint8Array): Promise<Snapshot | null>
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

const nonceLength = 12

/**
 * Snapshots under a key that follows from the device's own seed: no other device opens them, nor this one while locked.
 * AES-256-GCM, as the browser does it itself: a snapshot is long, and sparing time is all that it is for.
 */
export const snapshotsOf = (deviceSeed: Uint8Array): Snapshots => {
  const raw = new Uint8Array(cryptography.hkdf(deviceSeed, 'groundwork/snapshot/1'))
  let imported: Promise<CryptoKey> | undefined
  const key = () =>
    (imported ??= crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']))
  const bound = (at: string, iv: Uint8Array) => ({
    name: 'AES-GCM',
    iv: new Uint8Array(iv),
    additionalData: new Uint8Array(fromText(at)),
  })
  return {
    async seal(at, { covers, kept }) {
      const nonce = cryptography.random(nonceLength)
      const plain = new Uint8Array(fromText(JSON.stringify({ covers, ...toRows(kept) })))
      return concat(nonce, new Uint8Array(await crypto.subtle.encrypt(bound(at, nonce), await key(), plain)))
    },
    async open(at, sealed) {
      try {
        const nonce = sealed.subarray(0, nonceLength)
        const box = new Uint8Array(sealed.subarray(nonceLength))
        const plain = await crypto.subtle.decrypt(bound(at, nonce), await key(), box)
        const { covers, ...rows } = JSON.parse(toText(new Uint8Array(plain))) as {
          covers: number
        } & ReturnType<typeof toRows>
        return { covers, kept: fromRows(rows) }
      } catch {
        return null
      }
    },
  }
}
