import { invariant } from '../model/invariant.ts'
import { END, type PatternStates, START } from './pattern-states.ts'

/** When so many sets of states were met, all are forgotten: text that never repeats itself must not fill the memory. */
const MOST = 30_000

/** Sorts of words as every automaton has them: a word that no pattern knows, and the edges of a sentence. */
const OTHER = 0
const FIRST = 1
const LAST = 2

/** A set and a sort of word as one whole number: sets have 15 bits, sorts 16. */
const keyOf = (set: number, sort: number): number => (set << 16) | sort
const placeOf = (key: number): number => {
  const mixed = Math.imul(key, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/**
 * Walks many patterns at once. Sets of their states are numbered as a text meets them, and where a word leads from such a set is worked
 * out once and remembered; from then on a word costs one look-up. Words that lead to the same places are one sort, so that a word which is new
 * to the text is seldom new to the automaton.
 */
export class LazyAutomaton {
  readonly states: PatternStates
  /** What the last walk found: patterns and the places after their last words. */
  readonly foundPatterns: number[] = []
  readonly foundEnds: number[] = []

  readonly #sortOf: Uint16Array
  /** By sort: a word that stands for all of it. */
  readonly #wordOf: Int32Array
  #sets: Int32Array[] = []
  #whole: (Int32Array | undefined)[] = []
  #numbers = new Map<string, number>()
  /** Pairs of a key and where it leads; -1 where nothing is known. */
  #steps = new Int32Array(0)
  #count = 0
  /** The set at the beginning of a sentence; -1 until it is asked for. */
  #begin = -1
  readonly #stamps: Int32Array
  #round = 0

  constructor(states: PatternStates) {
    this.states = states
    const { sortOf, wordOf } = sortWords(states)
    this.#sortOf = sortOf
    this.#wordOf = wordOf
    this.#stamps = new Int32Array(states.whole.length)
    this.#forget()
  }

  /** Walks one sentence. @returns how many matches end in it; they are in `foundPatterns` and `foundEnds` */
  walk(ids: Int32Array, from: number, to: number): number {
    if (this.#begin < 0) this.#begin = this.#workOut(0, FIRST)
    let found = 0
    let state = this.#begin
    const sortOf = this.#sortOf
    let steps = this.#steps
    let mask = steps.length - 2
    let whole = this.#whole
    for (let i = from; i <= to; i++) {
      const sort = i < to ? (sortOf[ids[i] as number] as number) : LAST
      const key = keyOf(state, sort)
      let at = (placeOf(key) << 1) & mask
      let there = steps[at] as number
      while (there !== key && there !== -1) {
        at = (at + 2) & mask
        there = steps[at] as number
      }
      if (there === key) state = steps[at + 1] as number
      else {
        state = this.#workOut(state, sort)
        steps = this.#steps
        mask = steps.length - 2
        whole = this.#whole
      }
      const ended = whole[state]
      if (ended === undefined) continue
      for (let k = 0; k < ended.length; k++) {
        this.foundPatterns[found] = ended[k] as number
        this.foundEnds[found++] = i + 1
      }
    }
    return found
  }

  #workOut(set: number, sort: number): number {
    const { states } = this
    const word = this.#wordOf[sort] as number
    const round = ++this.#round
    const reached: number[] = []
    const enter = (target: number) => {
      if (this.#stamps[target] === round) return
      this.#stamps[target] = round
      reached.push(target)
    }
    states.step(0, word, enter)
    for (const state of this.#sets[set] as Int32Array) states.step(state, word, enter)
    const members = Int32Array.from(reached).sort()
    if (this.#sets.length >= MOST) {
      this.#forget()
      return this.#numberOf(members)
    }
    const target = this.#numberOf(members)
    if ((this.#count + 1) * 4 > this.#steps.length) this.#widen()
    this.#remember(keyOf(set, sort), target)
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

  #remember(key: number, target: number): void {
    const steps = this.#steps
    const mask = steps.length - 2
    let at = (placeOf(key) << 1) & mask
    while (steps[at] !== -1) at = (at + 2) & mask
    steps[at] = key
    steps[at + 1] = target
    this.#count++
  }

  #widen(): void {
    const steps = this.#steps
    this.#steps = new Int32Array(steps.length * 2).fill(-1)
    this.#count = 0
    for (let at = 0; at < steps.length; at += 2)
      if (steps[at] !== -1) this.#remember(steps[at] as number, steps[at + 1] as number)
  }

  #forget(): void {
    this.#sets = []
    this.#whole = []
    this.#numbers = new Map()
    this.#steps = new Int32Array(8192).fill(-1)
    this.#count = 0
    this.#begin = -1
    this.#numberOf(new Int32Array(0))
  }
}

/** Deals the words out to sorts: each that a pattern names is one by itself, the others go with those that are in the same lists. */
function sortWords({ listsOf, known }: PatternStates): { sortOf: Uint16Array; wordOf: Int32Array } {
  const { words, lists } = known
  const sortOf = new Uint16Array(listsOf.length)
  const wordOf = [0, START, END]
  const byLists = new Map<string, number>([['', OTHER]])
  for (const [word, held] of listsOf.entries()) {
    if (words.has(word)) {
      sortOf[word] = wordOf.push(word) - 1
      continue
    }
    if (held.length === 0) continue
    const name = held.filter(list => lists.has(list)).join()
    let sort = byLists.get(name)
    if (sort === undefined) {
      sort = wordOf.push(word) - 1
      byLists.set(name, sort)
    }
    sortOf[word] = sort
  }
  invariant(wordOf.length <= 0x10000, 'rules know more words than an automaton can number')
  return { sortOf, wordOf: Int32Array.from(wordOf) }
}
