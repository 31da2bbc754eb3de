import type { PlacedEntry } from './read-journal.ts'

/** What an entry of type `erase` says inside its seal: what the erased entries' writers had seen, for the order of the rest. */
export interface Erased {
  kind: 'erased'
  /** The writer's clock, for showing only. */
  at: string
  /** By the erased entry's hash, where there is any; all base64url. */
  heads: Record<string, string[]>
}

/**
 * Which entries are erased, with the hashes of what erases them: an `erase` in the same journal counts for what devices of
 * its writer's own master key wrote, and the journal's leader's for all. What erases or leaves is itself never erased.
 */
export const findErased = (
  entries: readonly PlacedEntry[],
  leader: string | undefined,
): Map<string, string[]> => {
  const erased = new Map<string, string[]>()
  const erasing = entries.filter(entry => entry.type === 'erase')
  if (erasing.length === 0) return erased
  const byHash = new Map(entries.map(entry => [entry.hash, entry]))
  for (const { hash, erases, master } of erasing)
    for (const target of erases) {
      const one = byHash.get(target)
      if (one?.type !== 'entry' || (master !== leader && master !== one.master)) continue
      erased.set(target, [...(erased.get(target) ?? []), hash])
    }
  return erased
}

/** What an erased entry's writer had seen, as the bodies of what erased it tell; nothing where they tell nothing sound. */
export const toldHeads = (hash: string, bodies: readonly unknown[]): string[] => {
  const told = new Set<string>()
  for (const body of bodies) {
    const heads = (body as Partial<Erased> | null)?.heads?.[hash]
    if (Array.isArray(heads))
      for (const head of heads.slice(0, 8)) if (typeof head === 'string') told.add(head)
  }
  return [...told].sort()
}
