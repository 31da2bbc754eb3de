/** A repeatable source of numbers from 0 up to, not including, 1: the same seed gives the same numbers. Not for secrets. */
export type SeededRandom = () => number

/**
 * Numbers of a seed (a whole number), by Mulberry32: small, and even enough for inventing people; period about 2^32.
 * Source: Tommy Ettinger's public-domain generator of that name.
 */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the choices, each as likely as the next. There must be at least one. */
export const pick = <T>(random: SeededRandom, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T
