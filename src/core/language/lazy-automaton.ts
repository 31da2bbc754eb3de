import { END, type PatternStates, START } from './pattern-states.ts'

/** When so many sets of states were met, all are forgotten: text that never repeats itself must not fill the memory. */
const MOST = 30_000

const slotOf = (set: number, symbol: number): number =>
  (Math.imul(set, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 3

/**
 * Walks many patterns at once. Sets of their states are numbered as a text meets them, and where a word leads from such a set is worked
 * out once and remembered; from then on a word costs one look-up.
 */
export class LazyAutomaton {
  readonly states: PatternStates
  /** What the last walk found: patterns and the places after their last words. */
  readonly foundPatterns: number[] = []
  readonly foundEnds: number[] = []

  /** By word number: the word itself where a pattern or list knows it, 0 where it is as good as any other. */
  readonly #symbolOf: Int32Array
  readonly #width: number
  #sets: Int32Array[] = []
  #whole: (Int32Array | undefined)[] = []
  #numbers = new Map<string, number>()
  #keys = new Float64Array(0)
  #targets = new Int32Array(0)
  #count = 0
  readonly #stamps: Int32Array
  #round = 0

  constructor(states: PatternStates) {
    this.states = states
    const { words, lists } = states.known()
    this.#symbolOf = Int32Array.from(states.listsOf, (held, word) =>
      words.has(word) || held.some(list => lists.has(list)) ? word : 0,
    )
    this.#width = states.listsOf.length + 2
    this.#stamps = new Int32Array(states.whole.length)
    this.#forget()
  }

  /** Walks one sentence. @returns how many matches end in it; they are in `foundPatterns` and `foundEnds` */
  walk(ids: Int32Array, from: number, to: number): number {
    let found = 0
    let state = this.#next(0, START)
    const symbolOf = this.#symbolOf
    const width = this.#width
    let keys = this.#keys
    let targets = this.#targets
    for (let i = from; i <= to; i++) {
      const symbol = i < to ? (symbolOf[ids[i] as number] as number) : END
      // The look-up of `#next`, kept here because it is done for every word; what is not yet known is left to that.
      const slot = slotOf(state, symbol) & (keys.length - 1)
      if (keys[slot] === state * width + symbol + 2) state = targets[slot] as number
      else {
        state = this.#next(state, symbol)
        keys = this.#keys
        targets = this.#targets
      }
      const whole = this.#whole[state]
      if (whole === undefined) continue
      for (let k = 0; k < whole.length; k++) {
        this.foundPatterns[found] = whole[k] as number
        this.foundEnds[found++] = i + 1
      }
    }
    return found
  }

  #next(set: number, symbol: number): number {
    const key = set * this.#width + symbol + 2
    const mask = this.#keys.length - 1
    let slot = slotOf(set, symbol)
    for (;;) {
      slot &= mask
      const there = this.#keys[slot] as number
      if (there === key) return this.#targets[slot] as number
      if (there === -1) return this.#workOut(set, symbol)
      slot++
    }
  }

  #workOut(set: number, symbol: number): number {
    const { states } = this
    const round = ++this.#round
    const reached: number[] = []
    const enter = (target: number) => {
      if (this.#stamps[target] === round) return
      this.#stamps[target] = round
      reached.push(target)
    }
    states.step(0, symbol, enter)
    for (const state of this.#sets[set] as Int32Array) states.step(state, symbol, enter)
    const members = Int32Array.from(reached).sort()
    if (this.#sets.length >= MOST) {
      this.#forget()
      return this.#numberOf(members)
    }
    const target = this.#numberOf(members)
    this.#remember(set * this.#width + symbol + 2, set, symbol, target)
    return target
  }

  #numberOf(members: Int32Array): number {
    const name = String.fromCharCode.apply(null, members as unknown as number[])
    const there = this.#numbers.get(name)
    if (there !== undefined) return there
    const number = this.#sets.push(members) - 1
    this.#numbers.set(name, number)
    const whole: number[] = []
    for (const state of members) {
      const patterns = this.states.whole[state]
      if (patterns) whole.push(...patterns)
    }
    this.#whole.push(whole.length > 0 ? Int32Array.from(whole) : undefined)
    return number
  }

  #remember(key: number, set: number, symbol: number, target: number): void {
    if ((this.#count + 1) * 2 > this.#keys.length) this.#widen()
    const mask = this.#keys.length - 1
    let slot = slotOf(set, symbol)
    slot &= mask
    while (this.#keys[slot] !== -1) slot = (slot + 1) & mask
    this.#keys[slot] = key
    this.#targets[slot] = target
    this.#count++
  }

  #widen(): void {
    const keys = this.#keys
    const targets = this.#targets
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#targets = new Int32Array(keys.length * 2)
    this.#count = 0
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number
      if (key === -1) continue
      const set = Math.floor((key - 0) / this.#width)
      this.#remember(key, set, key - set * this.#width - 2, targets[i] as number)
    }
  }

  #forget(): void {
    this.#sets = []
    this.#whole = []
    this.#numbers = new Map()
    this.#keys = new Float64Array(4096).fill(-1)
    this.#targets = new Int32Array(4096)
    this.#count = 0
    this.#numberOf(new Int32Array(0))
  }
}
