import type { Transaction } from 'kysely'
import { toBase64Url } from '../core/journal/bytes.ts'
import { decodeEntry, type Entry, stubOf } from '../core/journal/entry.ts'
import { cryptography } from '../platform/cryptography.ts'
import { BadInput } from '../platform/refusal.ts'
import type { NamedEntry } from './check-entries.ts'
import type { JournalPlace } from './journal-place.ts'
import type { Tables } from './tables.ts'

interface Place {
  case: string
  journal: string
}

/** A stored entry that loses its content, and what is left of it. */
export interface Erasing {
  hash: string
  stub: Uint8Array
}

/**
 * What of the stored entries an `erase` empties. What it names and nobody has sent yet is emptied when it comes.
 * @throws BadInput `erase-refused` where it names what another wrote in a journal that the caller does not lead, or an
 * entry that leaves or erases.
 */
export const readErasing = async (
  transaction: Transaction<Tables>,
  at: Place,
  place: JournalPlace,
  { erases }: Entry,
  added: readonly NamedEntry[],
): Promise<Erasing[]> => {
  const erasing: Erasing[] = []
  for (const hash of erases.map(toBase64Url)) {
    const coming = added.find(one => one.hash === hash)
    if (coming && coming.entry.type !== 'entry') throw refused()
    const stored = await transaction
      .selectFrom('entries')
      .innerJoin('chains', join =>
        join
          .onRef('chains.case_id', '=', 'entries.case_id')
          .onRef('chains.journal_id', '=', 'entries.journal_id')
          .onRef('chains.device', '=', 'entries.device'),
      )
      .select(['entries.bytes', 'chains.master_key'])
      .where('entries.case_id', '=', at.case)
      .where('entries.journal_id', '=', at.journal)
      .where('entries.hash', '=', hash)
      .executeTakeFirst()
    if (!stored) continue
    const target = decodeEntry(cryptography, stored.bytes)
    if (!target.ok || target.value.type !== 'entry') throw refused()
    if (!place.leads && stored.master_key !== place.master) throw refused()
    if (target.value.sealed) erasing.push({ hash, stub: stubOf(target.value) })
  }
  return erasing
}

const refused = () => new BadInput('erase-refused', 'This is not yours to erase, or cannot be erased.')

/** Keeps what new entries erase, so that it stays erased whoever sends it again. @returns the hashes that they name */
export const keepErasures = async (
  transaction: Transaction<Tables>,
  at: Place,
  place: JournalPlace,
  added: readonly NamedEntry[],
): Promise<Set<string>> => {
  const named = new Set(
    added.flatMap(({ entry }) => (entry.type === 'erase' ? entry.erases.map(toBase64Url) : [])),
  )
  for (const hash of named)
    await transaction
      .insertInto('erasures')
      .values({
        case_id: at.case,
        journal_id: at.journal,
        hash,
        master_key: place.master,
        led: place.leads ? 1 : 0,
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  return named
}

/** Whether someone entitled has erased an entry before its writer, who is the caller, sends it (again). */
export const isErased = async (
  transaction: Transaction<Tables>,
  at: Place & { hash: string },
  place: JournalPlace,
): Promise<boolean> => {
  const found = await transaction
    .selectFrom('erasures')
    .select('hash')
    .where('case_id', '=', at.case)
    .where('journal_id', '=', at.journal)
    .where('hash', '=', at.hash)
    .where(query => query.or([query('led', '=', 1), query('master_key', '=', place.master)]))
    .executeTakeFirst()
  return found !== undefined
}
