import { invariant } from '../model/invariant.ts'
import type { Step } from './pattern.ts'

/** Patterns as states and ways between them. Every pattern has states of its own; each begins at its own first state. */
export interface PatternStates {
  /** Numbers of words, then one for a sentence's beginning and one for its end. */
  symbols: number
  START: number
  END: number
  /** By output: the state before its pattern's first word. */
  begins: Map<number, number>
  /** By state: the output of the pattern that ends there, or -1. */
  outputs: number[]
  /** Makes a state. */
  add(): number
  word(from: number, symbol: number, to: number): void
  list(from: number, list: number, to: number): void
  any(from: number, to: number): void
  /** Adds to `into` where a symbol leads from a state. */
  step(from: number, symbol: number, into: Set<number>): void
  /** By symbol: where it leads from the beginnings of all patterns. */
  rootTargets(): (number[] | undefined)[]
  /** By word: itself where a pattern names it or a list that holds it, otherwise 0. */
  wordClasses(): Int32Array
}

/** @param listsOf by word: the lists that hold it */
export function newPatternStates(listsOf: readonly (readonly number[])[]): PatternStates {
  const START = listsOf.length
  const END = START + 1
  const words: Map<number, number[]>[] = []
  const lists: [number, number][][] = []
  const anys: number[][] = []
  const outputs: number[] = []
  const begins = new Map<number, number>()
  const step = (from: number, symbol: number, into: Set<number>): void => {
    for (const to of words[from]?.get(symbol) ?? []) into.add(to)
    if (symbol >= START) return
    const held = listsOf[symbol] as readonly number[]
    if (held.length > 0)
      for (const [list, to] of lists[from] as [number, number][]) if (held.includes(list)) into.add(to)
    for (const to of anys[from] as number[]) into.add(to)
  }
  return {
    symbols: END + 1,
    START,
    END,
    begins,
    outputs,
    step,
    add() {
      words.push(new Map())
      lists.push([])
      anys.push([])
      return outputs.push(-1) - 1
    },
    word(from, symbol, to) {
      const edges = words[from] as Map<number, number[]>
      edges.set(symbol, [...(edges.get(symbol) ?? []), to])
    },
    list(from, list, to) {
      ;(lists[from] as [number, number][]).push([list, to])
    },
    any(from, to) {
      ;(anys[from] as number[]).push(to)
    },
    rootTargets() {
      const into: (Set<number> | undefined)[] = []
      const byList = new Map<number, number[]>()
      for (const begin of begins.values()) {
        for (const [symbol, targets] of words[begin] as Map<number, number[]>)
          for (const to of targets) (into[symbol] ??= new Set()).add(to)
        for (const [list, to] of lists[begin] as [number, number][])
          byList.set(list, [...(byList.get(list) ?? []), to])
      }
      for (const [word, held] of listsOf.entries())
        for (const list of held) for (const to of byList.get(list) ?? []) (into[word] ??= new Set()).add(to)
      return Array.from(into, targets => (targets ? [...targets] : undefined))
    },
    wordClasses() {
      const named = new Set(lists.flatMap(edges => edges.map(([list]) => list)))
      const used = new Set(words.flatMap(edges => [...edges.keys()]))
      return Int32Array.from(listsOf, (held, word) =>
        used.has(word) || held.some(list => named.has(list)) ? word : 0,
      )
    },
  }
}

/**
 * Builds the ways of `steps` from `states` and gives the states after them. Ways that meet share a state, so a pattern's states grow with its
 * length and not with the number of its readings.
 */
export function followSteps(
  built: PatternStates,
  states: readonly number[],
  steps: readonly Step[],
  listNumber: (list: string) => number,
  numberOf: (word: string) => number,
): number[] {
  let now = [...states]
  const meet = (way: (from: number, to: number) => void): number[] => {
    const to = built.add()
    for (const from of now) way(from, to)
    return [to]
  }
  for (const step of steps) {
    if (step.is === 'word') now = meet((from, to) => built.word(from, numberOf(step.word), to))
    else if (step.is === 'edge')
      now = meet((from, to) => built.word(from, step.edge === '^' ? built.START : built.END, to))
    else if (step.is === 'list') now = meet((from, to) => built.list(from, listNumber(step.list), to))
    else if (step.is === 'gap') {
      const before = now
      const reached: number[] = []
      for (let k = 0; k < step.most; k++) {
        now = meet((from, to) => built.any(from, to))
        reached.push(...now)
      }
      now = [...before, ...reached]
    } else {
      const single = step.ways.filter(way => way.length === 1 && way[0]?.is === 'word')
      const found: number[] =
        single.length === 0
          ? []
          : meet((from, to) => {
              for (const [word] of single) if (word?.is === 'word') built.word(from, numberOf(word.word), to)
            })
      for (const way of step.ways)
        if (!single.includes(way)) found.push(...followSteps(built, now, way, listNumber, numberOf))
      now = [...new Set(found)]
    }
  }
  return now
}

/** The latest place from which the pattern of `output` ends with the word at `last`; `last` is `to` where it ends with the sentence. */
export function findBeginning(
  built: PatternStates,
  output: number,
  ids: Int32Array,
  from: number,
  last: number,
  to: number,
): number {
  const begin = built.begins.get(output)
  invariant(begin !== undefined, 'a pattern ends that never began')
  for (let start = last < to ? last : to - 1; start >= from; start--) {
    let now = new Set<number>([begin])
    if (start === from) built.step(begin, built.START, now)
    for (let i = start; i <= last && now.size > 0; i++) {
      const next = new Set<number>()
      for (const state of now) built.step(state, i < to ? (ids[i] as number) : built.END, next)
      now = next
    }
    for (const state of now) if (built.outputs[state] === output) return start
  }
  return from
}
