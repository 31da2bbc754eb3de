import { concat, fromUint32 } from '../../src/core/journal/bytes.ts'
import { certifyDevice } from '../../src/core/journal/certificate.ts'
import { type Entry, type EntryContent, type EntryHeader, writeEntry } from '../../src/core/journal/entry.ts'
import type { JournalToRead } from '../../src/core/journal/read-journal.ts'
import { cryptography } from '../../src/vault/cryptography.ts'

/** 32 or 16 bytes that name something in a test: the same number gives the same bytes. */
export const bytesOf = (name: number, length = 32): Uint8Array =>
  cryptography.sha256(concat(new Uint8Array([length]), fromUint32(name))).slice(0, length)

/** A case with one journal and its keys of two epochs, as one who may read it has them. */
export const playedJournal: JournalToRead = {
  case: bytesOf(1, 16),
  journal: bytesOf(2, 16),
  keys: new Map([
    [1, bytesOf(3)],
    [2, bytesOf(4)],
  ]),
}

/** A device of a member, which remembers its chain in the played journal. */
export class PlayedDevice {
  readonly masterSeed: Uint8Array
  readonly deviceSeed: Uint8Array
  last: Entry | null = null

  constructor(member: number, device: number) {
    this.masterSeed = bytesOf(1000 + member)
    this.deviceSeed = bytesOf(2000 + device)
  }

  get device(): Uint8Array {
    return cryptography.publicKey(this.deviceSeed)
  }

  /** The next entry of its chain; `change` bends the header, and then the chain is left as it was. */
  write(body: unknown, heads: Uint8Array[] = [], change: Partial<EntryHeader> = {}): Entry {
    const sequence = change.sequence ?? (this.last ? this.last.sequence + 1 : 0)
    const header: EntryHeader = {
      type: 'entry',
      case: playedJournal.case,
      journal: playedJournal.journal,
      epoch: 1,
      device: this.device,
      sequence,
      previous: this.last?.hash ?? new Uint8Array(32),
      certificate: sequence === 0 ? certifyDevice(cryptography, this.masterSeed, this.device) : null,
      erases: [],
      ...change,
    }
    const content: EntryContent = { heads, body }
    const key = playedJournal.keys.get(header.epoch) ?? bytesOf(99)
    const entry = writeEntry(cryptography, header, content, key, this.deviceSeed)
    if (Object.keys(change).every(name => ['epoch', 'type', 'erases'].includes(name))) this.last = entry
    return entry
  }
}

/** The bytes with one bit turned over. */
export const flipBit = (bytes: Uint8Array, bit: number): Uint8Array => {
  const flipped = bytes.slice()
  flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
  return flipped
}
