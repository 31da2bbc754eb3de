import type { Clock } from './clock.ts'

/** Holds values for a short while, each to be taken once: half-done sign-ins, challenges. At most `most` at a time. */
export class ExpiringMap<T> {
  private readonly held = new Map<string, { value: T; until: number }>()
  private readonly now: Clock
  private readonly lifeMs: number
  private readonly most: number

  constructor(now: Clock, lifeMs: number, most = 10_000) {
    this.now = now
    this.lifeMs = lifeMs
    this.most = most
  }

  put(name: string, value: T): void {
    const now = this.now()
    for (const [oldest, { until }] of this.held) {
      if (until > now && this.held.size < this.most) break
      this.held.delete(oldest)
    }
    this.held.set(name, { value, until: now + this.lifeMs })
  }

  /** The value under this name, which is then gone; undefined where it was never there, taken, or too old. */
  take(name: string): T | undefined {
    const found = this.held.get(name)
    this.held.delete(name)
    return found && found.until > this.now() ? found.value : undefined
  }
}
