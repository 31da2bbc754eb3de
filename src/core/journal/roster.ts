import { toBase64Url } from './bytes.ts'
import type { PlacedEntry } from './read-journal.ts'

/** A roster as its entry says it: members with their master keys (null: not claimed yet), and devices put aside. */
export interface Roster {
  members: { member: string; master: string | null }[]
  /** base64url device keys whose entries no longer count. */
  revoked: string[]
}

/** The roster in an entry's body, or null if the body is something else. */
export const readRoster = (body: unknown): Roster | null => {
  if (typeof body !== 'object' || body === null || !('kind' in body) || body.kind !== 'roster') return null
  const { members, revoked } = body as Partial<Roster>
  if (!Array.isArray(members) || !Array.isArray(revoked)) return null
  const sound = members.every(
    m => typeof m?.member === 'string' && (m.master === null || typeof m.master === 'string'),
  )
  return sound ? { members, revoked } : null
}

/**
 * Says whose each entry of a journal is: `therapist`, a seat, or nobody (null) as long as no roster names its master
 * key. Only rosters by the therapist's master key count; a key once rostered stays its member's, so what was written
 * before a new link keeps its author; a revoked device has none.
 */
export const authorsOf = (
  entries: readonly PlacedEntry[],
  therapist: Uint8Array,
  known: ReadonlyMap<string, string> = new Map(),
): Map<string, string | null> => {
  const therapistKey = toBase64Url(therapist)
  const members = new Map(known)
  const revoked = new Set<string>()
  for (const one of entries) {
    if (one.master !== therapistKey) continue
    const roster = readRoster(one.body)
    for (const { member, master } of roster?.members ?? [])
      if (master && member !== 'therapist') members.set(master, member)
    for (const device of roster?.revoked ?? []) revoked.add(device)
  }
  members.set(therapistKey, 'therapist')
  return new Map(
    entries.map(one => [one.hash, revoked.has(one.device) ? null : (members.get(one.master) ?? null)]),
  )
}
