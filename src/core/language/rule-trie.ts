import { invariant } from '../model/invariant.ts'
import type { Step } from './pattern.ts'
import { findBeginning, followSteps, newPatternStates, type PatternStates } from './pattern-states.ts'
import type { Tokens } from './tokens.ts'

/** Where a pattern was found: `output` is the number it was added with; `from` and `to` are places in `Tokens`. */
export interface Hit {
  output: number
  from: number
  to: number
}

/** All patterns as one automaton over numbers of words, walked once. */
export interface RuleTrie {
  /** Adds the hits of one sentence, each pattern at its shortest, to `hits`. */
  match(tokens: Tokens, from: number, to: number, hits: Hit[]): void
}

/** A pattern and the number that its hits carry; no two patterns carry the same. */
export interface NumberedPattern {
  steps: readonly Step[]
  output: number
}

/** Sets of states are remembered up to here, then forgotten: memory stays bounded whatever is read. */
const MOST_SETS = 50_000

/**
 * Compiles patterns. `numberOf` gives a word's number; `listNumber` a list's; `listsOf(word)` the numbers of the lists that hold a word.
 *
 * What may come next after some words is a set of states. Each set gets a number when it first occurs, and where a word leads from it is worked
 * out once and kept, so that nearly every word costs one look into a table. The time is linear in the words whatever the patterns are.
 */
export function compileTrie(
  patterns: readonly NumberedPattern[],
  numberOf: (word: string) => number,
  listNumber: (list: string) => number,
  listsOf: readonly (readonly number[])[],
): RuleTrie {
  const states = newPatternStates(listsOf)
  const wordNumber = (word: string): number => {
    const number = numberOf(word)
    invariant(number > 0, 'a word of a pattern is not in the vocabulary')
    return number
  }
  for (const { steps, output } of patterns) {
    const begin = states.add()
    states.begins.set(output, begin)
    for (const end of followSteps(states, [begin], steps, listNumber, wordNumber)) states.outputs[end] = output
  }
  return walker(states)
}

function walker(states: PatternStates): RuleTrie {
  const { symbols, START, END } = states
  // Words that no pattern names are one word to the automaton.
  const classOf = states.wordClasses()
  const rootTo = states.rootTargets()

  let sets: Int32Array[] = []
  let outputs: (Int32Array | undefined)[] = []
  let numbers = new Map<string, number>()
  let keys = new Float64Array(0)
  let targets = new Int32Array(0)
  let filled = 0
  const setNumber = (members: number[]): number => {
    members.sort((a, b) => a - b)
    const key = members.join(' ')
    const there = numbers.get(key)
    if (there !== undefined) return there
    const found = members.map(state => states.outputs[state] as number).filter(output => output >= 0)
    outputs.push(found.length > 0 ? Int32Array.from(new Set(found)) : undefined)
    numbers.set(key, sets.push(Int32Array.from(members)) - 1)
    return sets.length - 1
  }
  const forget = (): void => {
    sets = []
    outputs = []
    numbers = new Map()
    keys = new Float64Array(1 << 14).fill(-1)
    targets = new Int32Array(1 << 14)
    filled = 0
    setNumber([])
  }
  forget()

  const slotFor = (key: number, mask: number): number => {
    let slot = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b)) >>> 5
    slot &= mask
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    const [oldKeys, oldTargets] = [keys, targets]
    keys = new Float64Array(oldKeys.length * 2).fill(-1)
    targets = new Int32Array(keys.length)
    for (const [i, key] of oldKeys.entries()) {
      if (key === -1) continue
      const slot = slotFor(key, keys.length - 1)
      keys[slot] = key
      targets[slot] = oldTargets[i] as number
    }
  }
  const learn = (set: number, symbol: number, slot: number, key: number): number => {
    const members = new Set<number>(symbol === END ? [] : rootTo[symbol])
    for (const state of sets[set] as Int32Array) states.step(state, symbol, members)
    const target = setNumber([...members])
    keys[slot] = key
    targets[slot] = target
    if (++filled * 2 > keys.length) grow()
    return target
  }
  const next = (set: number, symbol: number): number => {
    const key = set * symbols + symbol
    const slot = slotFor(key, keys.length - 1)
    return keys[slot] === key ? (targets[slot] as number) : learn(set, symbol, slot, key)
  }

  return {
    match(tokens, from, to, hits) {
      if (sets.length > MOST_SETS) forget()
      const { ids } = tokens
      let set = next(0, START)
      for (let i = from; i <= to; i++) {
        set = next(set, i < to ? (classOf[ids[i] as number] as number) : END)
        const found = outputs[set]
        if (found === undefined) continue
        for (let k = 0; k < found.length; k++) {
          const output = found[k] as number
          hits.push({
            output,
            from: findBeginning(states, output, ids, from, i, to),
            to: i < to ? i + 1 : to,
          })
        }
      }
    },
  }
}
