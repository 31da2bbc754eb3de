import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { decodeEntry, type Entry, openEntry, writeEntry } from '../core/journal/entry.ts'
import type { Erased } from '../core/journal/erasure.ts'
import { invariant } from '../core/model/invariant.ts'
import { cryptography } from './cryptography.ts'
import type { JournalKeys } from './held-journal.ts'

/**
 * The entries of an outbox written anew under the journal's newest key, at the same places and with what they said: the
 * server takes nothing more under the key they had. What one of them erases of the others goes by its new name.
 */
export const reseal = (
  waiting: readonly Uint8Array[],
  keys: JournalKeys,
  deviceSeed: Uint8Array,
): Entry[] => {
  const renamed = new Map<string, string>()
  const newName = (hash: string): string => renamed.get(hash) ?? hash
  const resealed: Entry[] = []
  for (const bytes of waiting) {
    const decoded = decodeEntry(cryptography, bytes)
    invariant(decoded.ok, 'an entry that this device wrote')
    const entry = decoded.value
    const key = keys.keys[entry.epoch]
    // Of a stub nothing is left but its place, and what erases it comes after it.
    const content = (key && openEntry(cryptography, entry, mustFromBase64Url(key))) || {
      heads: [],
      body: null,
    }
    const header = {
      ...entry,
      epoch: keys.epoch,
      previous: resealed.at(-1)?.hash ?? entry.previous,
      erases: entry.erases.map(hash => mustFromBase64Url(newName(toBase64Url(hash)))),
    }
    const body = entry.type === 'erase' ? renameHeads(content.body as Erased, newName) : content.body
    const newest = mustFromBase64Url(keys.keys[keys.epoch] as string)
    const again = writeEntry(cryptography, header, { heads: content.heads, body }, newest, deviceSeed)
    renamed.set(toBase64Url(entry.hash), toBase64Url(again.hash))
    resealed.push(again)
  }
  return resealed
}

const renameHeads = (body: Erased, newName: (hash: string) => string): Erased => ({
  ...body,
  heads: Object.fromEntries(Object.entries(body.heads).map(([hash, heads]) => [newName(hash), heads])),
})
