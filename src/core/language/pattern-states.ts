import { invariant } from '../model/invariant.ts'
import type { Step } from './pattern.ts'

/** The farthest back that a match may begin, in words. */
export const longestMatch = 60

/** How words and lists are numbered. */
export interface Symbols {
  numberOf(word: string): number
  listNumber(list: string): number
  /** By word number: the numbers of the lists that it is in. */
  listsOf: readonly (readonly number[])[]
}

/** What may be read besides a word: the beginning and the end of a sentence. */
export const START = -1
export const END = -2

type Edges = Map<number, number[]> | undefined

const NONE: readonly number[] = []

/**
 * Patterns as states and what leads from one to the next: at most as many states as the patterns have words, however many ways lead through
 * them; patterns that begin alike share their beginning. State 0 is where every pattern begins.
 */
export class PatternStates {
  readonly listsOf: readonly (readonly number[])[]
  /** By state: the patterns that are whole there. */
  readonly whole: (number[] | undefined)[] = [undefined]
  /** By pattern: the fewest words that it can be read from. */
  readonly #least: readonly number[]
  readonly #byWord: Edges[] = [undefined]
  readonly #byList: Edges[] = [undefined]
  readonly #byAny: (readonly number[])[] = [NONE]
  /** Where a step leads from the same states, so that it leads there once. */
  readonly #shared = new Map<string, number>()

  constructor(patterns: readonly (readonly Step[])[], symbols: Symbols) {
    this.listsOf = symbols.listsOf
    this.#least = patterns.map(leastWords)
    for (const [pattern, steps] of patterns.entries())
      for (const last of this.#follow([0], steps, symbols)) {
        const there = this.whole[last]
        if (there) there.push(pattern)
        else this.whole[last] = [pattern]
      }
    this.#shared.clear()
  }

  /** Every word (by number) that leads anywhere, and every list. */
  get known(): { words: Set<number>; lists: Set<number> } {
    const keys = (edges: Edges[]) => new Set(edges.flatMap(held => (held ? [...held.keys()] : [])))
    return { words: keys(this.#byWord), lists: keys(this.#byList) }
  }

  #follow(from: readonly number[], steps: readonly Step[], symbols: Symbols): number[] {
    let now: number[] = [...from]
    for (const step of steps) {
      if (step.is === 'any') now = unite(step.ways.map(way => this.#follow(now, way, symbols)))
      else if (step.is === 'gap') {
        let last = now
        const all = [now]
        for (let k = 0; k < step.most; k++) {
          last = [this.#target(last, 'a', 0)]
          all.push(last)
        }
        now = unite(all)
      } else if (step.is === 'list') now = [this.#target(now, 'l', symbols.listNumber(step.list))]
      else if (step.is === 'edge') now = [this.#target(now, 'w', step.edge === '^' ? START : END)]
      else {
        const word = symbols.numberOf(step.word)
        invariant(word > 0, 'a word of a pattern is not in the vocabulary')
        now = [this.#target(now, 'w', word)]
      }
    }
    return now
  }

  #target(from: readonly number[], by: 'w' | 'l' | 'a', key: number): number {
    const name = `${from.join(',')}${by}${key}`
    const there = this.#shared.get(name)
    if (there !== undefined) return there
    const target = this.whole.push(undefined) - 1
    this.#byWord.push(undefined)
    this.#byList.push(undefined)
    this.#byAny.push(NONE)
    this.#shared.set(name, target)
    for (const state of from)
      if (by === 'a') this.#byAny[state] = [...(this.#byAny[state] as readonly number[]), target]
      else {
        const edges = by === 'w' ? this.#byWord : this.#byList
        const held = (edges[state] ??= new Map())
        const targets = held.get(key)
        if (targets) targets.push(target)
        else held.set(key, [target])
      }
    return target
  }

  /** Gives every state that one word (or START, END) leads to from `state` to `enter`. */
  step(state: number, word: number, enter: (target: number) => void): void {
    const straight = this.#byWord[state]?.get(word)
    if (straight !== undefined) for (let k = 0; k < straight.length; k++) enter(straight[k] as number)
    if (word < 0) return
    const lists = this.#byList[state]
    if (lists !== undefined) {
      const held = this.listsOf[word] as readonly number[]
      for (let k = 0; k < held.length; k++) {
        const targets = lists.get(held[k] as number)
        if (targets !== undefined) for (let m = 0; m < targets.length; m++) enter(targets[m] as number)
      }
    }
    const any = this.#byAny[state] as readonly number[]
    for (let k = 0; k < any.length; k++) enter(any[k] as number)
  }

  /**
   * The latest place at which one pattern can begin that is whole at `end`; -1 where there is none.
   * @param end the place after its last word; one more than `to` where the sentence's end was part of it
   */
  beginOf(pattern: number, ids: Int32Array, from: number, end: number, to: number, most: number): number {
    const last = Math.min(end, to)
    for (
      let begin = last - Math.max(1, this.#least[pattern] as number);
      begin >= from && begin >= end - most;
      begin--
    ) {
      if (this.#isWhole(pattern, ids, begin, last, end > to, false)) return begin
      // A pattern that begins with the sentence's start reads that first.
      if (begin === from && this.#isWhole(pattern, ids, begin, last, end > to, true)) return begin
    }
    return -1
  }

  /** Whether a pattern read from its beginning over these words, and over the sentence's edges where asked, is whole after them. */
  #isWhole(
    pattern: number,
    ids: Int32Array,
    begin: number,
    last: number,
    readsEnd: boolean,
    readsStart: boolean,
  ): boolean {
    this.#now = [0]
    if (readsStart) this.#read(START)
    for (let i = begin; i < last && this.#now.length > 0; i++) this.#read(ids[i] as number)
    if (readsEnd && this.#now.length > 0) this.#read(END)
    for (const state of this.#now) if (this.whole[state]?.includes(pattern)) return true
    return false
  }

  /** The states that are stood in while one match is read again, and those after the next word. */
  #now: number[] = []
  #next: number[] = []
  #stamps = new Int32Array(0)
  #round = 0
  readonly #enter = (target: number): void => {
    if (this.#stamps[target] === this.#round) return
    this.#stamps[target] = this.#round
    this.#next.push(target)
  }

  #read(word: number): void {
    if (this.#stamps.length < this.whole.length) this.#stamps = new Int32Array(this.whole.length)
    this.#round++
    const now = this.#now
    this.#next = []
    for (let k = 0; k < now.length; k++) this.step(now[k] as number, word, this.#enter)
    this.#now = this.#next
  }
}

const leastWords = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, step) =>
      sum +
      (step.is === 'gap' || step.is === 'edge'
        ? 0
        : step.is === 'any'
          ? Math.min(...step.ways.map(leastWords))
          : 1),
    0,
  )

const unite = (sets: readonly number[][]): number[] => [...new Set(sets.flat())].sort((a, b) => a - b)
