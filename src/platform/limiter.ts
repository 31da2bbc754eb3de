import type { Clock } from './clock.ts'

/**
 * Counts events under a name (an address, a seat) and says when there were too many: at most `burst` at once, refilled
 * over `refillMs`. Keeps at most `mostNames`; the one longest unseen is forgotten first.
 */
export class Limiter {
  private readonly buckets = new Map<string, { left: number; at: number }>()
  private readonly now: Clock
  private readonly burst: number
  private readonly refillMs: number
  private readonly mostNames: number

  constructor(now: Clock, burst: number, refillMs: number, mostNames = 20_000) {
    this.now = now
    this.burst = burst
    this.refillMs = refillMs
    this.mostNames = mostNames
  }

  /** Counts one event. @returns 0 where it may pass, else the seconds to wait. */
  take(name: string): number {
    const now = this.now()
    const known = this.buckets.get(name)
    const refilled = known ? ((now - known.at) / this.refillMs) * this.burst : this.burst
    const left = Math.min(this.burst, (known?.left ?? 0) + Math.max(0, refilled))
    this.buckets.delete(name)
    if (this.buckets.size >= this.mostNames) {
      const oldest = this.buckets.keys().next().value
      if (oldest !== undefined) this.buckets.delete(oldest)
    }
    const passes = left >= 1
    this.buckets.set(name, { left: passes ? left - 1 : left, at: now })
    return passes ? 0 : Math.max(1, Math.ceil(((1 - left) * this.refillMs) / this.burst / 1000))
  }
}
