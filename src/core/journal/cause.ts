/** What the order of entries follows from: an entry's hash, and the hashes of those its writer had seen, base64url. */
export interface Caused {
  hash: string
  /** What must stand before it: its previous entry, its heads, what came before in its chain. */
  after: string[]
}

/**
 * Entries by cause, and where cause does not decide, by their hash: never by a server's order or anyone's clock, so
 * that every reader of the same entries gets the same order. Causes that are not among the entries are passed over.
 * Causes that run in a circle, which hashes alone cannot make, are cut at the smallest hash: nothing is ever left out.
 */
export const orderByCause = <T extends Caused>(entries: T[]): T[] => {
  const byHash = new Map(entries.map(entry => [entry.hash, entry]))
  const waiting = new Map<string, number>()
  const followers = new Map<string, string[]>()
  const ready = new ReadyHashes()
  for (const [name, entry] of byHash) {
    const causes = new Set(entry.after.filter(cause => cause !== name && byHash.has(cause)))
    waiting.set(name, causes.size)
    for (const cause of causes) {
      const known = followers.get(cause)
      if (known) known.push(name)
      else followers.set(cause, [name])
    }
    if (causes.size === 0) ready.add(name)
  }
  const ordered: T[] = []
  const place = (name: string) => {
    ordered.push(byHash.get(name) as T)
    waiting.delete(name)
    for (const follower of followers.get(name) ?? []) {
      const left = waiting.get(follower)
      if (left === undefined) continue
      waiting.set(follower, left - 1)
      if (left === 1) ready.add(follower)
    }
  }
  for (;;) {
    for (let name = ready.take(); name !== undefined; name = ready.take()) place(name)
    if (waiting.size === 0) return ordered
    place([...waiting.keys()].reduce((least, name) => (name < least ? name : least)))
  }
}

/** The hashes whose causes have all been placed; the smallest is taken first (a binary heap). */
class ReadyHashes {
  private readonly heap: string[] = []

  add(name: string): void {
    let at = this.heap.push(name) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((this.heap[parent] as string) <= name) break
      this.heap[at] = this.heap[parent] as string
      at = parent
    }
    this.heap[at] = name
  }

  take(): string | undefined {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (last === undefined || this.heap.length === 0) return first
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= this.heap.length) break
      if (child + 1 < this.heap.length && (this.heap[child + 1] as string) < (this.heap[child] as string))
        child++
      if (last <= (this.heap[child] as string)) break
      this.heap[at] = this.heap[child] as string
      at = child
    }
    this.heap[at] = last
    return first
  }
}
