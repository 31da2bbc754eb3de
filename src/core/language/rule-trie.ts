import { invariant } from '../model/invariant.ts'
import type { Step } from './pattern.ts'
import type { Tokens } from './tokens.ts'

/** Where a pattern was found: `output` is the number it was added with; `from` and `to` are places in `Tokens`. */
export interface Hit {
  output: number
  from: number
  to: number
}

interface Node {
  words: Map<number, number>
  lists: Map<number, number>
  any: number
  outputs: number[]
}

/** All patterns as one automaton over numbers of words, walked once. */
export interface RuleTrie {
  /** Adds the hits of one sentence, each pattern at its shortest, to `hits`. */
  match(tokens: Tokens, from: number, to: number, hits: Hit[]): void
}

/** A pattern and the number that its hits carry. */
export interface NumberedPattern {
  steps: readonly Step[]
  output: number
}

const START = -1
const END = -2

/**
 * Compiles patterns. `numberOf` gives a word's number; `listNumber` a list's; `listsOf(word)` the numbers of the lists that hold a word.
 * The walk keeps each state once, so that its time is linear in the words whatever the patterns are.
 */
export function compileTrie(
  patterns: readonly NumberedPattern[],
  numberOf: (word: string) => number,
  listNumber: (list: string) => number,
  listsOf: readonly (readonly number[])[],
): RuleTrie {
  const nodes: Node[] = []
  const newNode = (): number => nodes.push({ words: new Map(), lists: new Map(), any: 0, outputs: [] }) - 1
  newNode()
  const nodeAt = (index: number) => nodes[index] as Node
  const child = (edges: Map<number, number>, key: number): number => {
    const there = edges.get(key)
    if (there !== undefined) return there
    const made = newNode()
    edges.set(key, made)
    return made
  }
  const follow = (states: readonly number[], steps: readonly Step[]): number[] => {
    let now = [...states]
    for (const step of steps) {
      if (step.is === 'word') {
        const word = numberOf(step.word)
        invariant(word > 0, 'a word of a pattern is not in the vocabulary')
        now = now.map(state => child(nodeAt(state).words, word))
      } else if (step.is === 'edge')
        now = now.map(state => child(nodeAt(state).words, step.edge === '^' ? START : END))
      else if (step.is === 'list') now = now.map(state => child(nodeAt(state).lists, listNumber(step.list)))
      else if (step.is === 'gap') {
        let last = now
        for (let k = 0; k < step.most; k++) {
          last = last.map(state => (nodeAt(state).any ||= newNode()))
          now = [...now, ...last]
        }
      } else now = step.ways.flatMap(way => follow(now, way))
      now = [...new Set(now)]
    }
    return now
  }
  for (const { steps, output } of patterns)
    for (const state of follow([0], steps))
      if (!nodeAt(state).outputs.includes(output)) nodeAt(state).outputs.push(output)
  return walker(nodes, listsOf)
}

function walker(nodes: readonly Node[], listsOf: readonly (readonly number[])[]): RuleTrie {
  // Edges by word in one open-addressing table; keys are node and word (or ^ and $ above all words), exactly.
  const wordCount = listsOf.length
  const symbols = wordCount + 2
  const symbolOf = (key: number) => (key >= 0 ? key : wordCount - 1 - key)
  let edgeCount = 0
  for (const node of nodes) edgeCount += node.words.size
  let size = 64
  while (size < edgeCount * 3) size *= 2
  const mask = size - 1
  const keys = new Float64Array(size).fill(-1)
  const targets = new Int32Array(size)
  const slotOf = (node: number, symbol: number) =>
    (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7
  for (const [index, node] of nodes.entries())
    for (const [word, target] of node.words) {
      const symbol = symbolOf(word)
      let slot = slotOf(index, symbol) & mask
      while (keys[slot] !== -1) slot = (slot + 1) & mask
      keys[slot] = index * symbols + symbol
      targets[slot] = target
    }
  const hasWords = Uint8Array.from(nodes, node => (node.words.size > 0 ? 1 : 0))
  const any = Int32Array.from(nodes, node => node.any)
  const outputs = nodes.map(node => (node.outputs.length > 0 ? Int32Array.from(node.outputs) : undefined))
  const lists = nodes.map((node, index) => (index > 0 && node.lists.size > 0 ? [...node.lists] : undefined))
  // The first node is asked at every word, so its lists are resolved word by word.
  const rootLists = (nodes[0] as Node).lists
  const rootByWord = listsOf.map(held => {
    const found = held.flatMap(list => rootLists.get(list) ?? [])
    return found.length > 0 ? Int32Array.from(found) : undefined
  })
  const inList = listsOf.map(held => (held.length > 0 ? new Set(held) : undefined))

  const most = nodes.length + 1
  let active = new Int32Array(most)
  let begun = new Int32Array(most)
  let next = new Int32Array(most)
  let nextBegun = new Int32Array(most)
  // A state is entered once for each word: stamps tell in which round it was.
  const stamps = new Float64Array(most)
  let round = 0

  const edge = (node: number, symbol: number): number => {
    const key = node * symbols + symbol
    let slot = slotOf(node, symbol) & mask
    for (let there = keys[slot] as number; there !== -1; there = keys[slot] as number) {
      if (there === key) return targets[slot] as number
      slot = (slot + 1) & mask
    }
    return 0
  }

  return {
    match(tokens, from, to, hits) {
      const { ids } = tokens
      let count = 0
      const startNode = edge(0, symbolOf(START))
      if (startNode > 0) {
        active[0] = startNode
        begun[0] = from
        count = 1
      }
      for (let i = from; i <= to; i++) {
        round++
        let nextCount = 0
        const word = i < to ? (ids[i] as number) : 0
        const symbol = i < to ? word : symbolOf(END)
        const enter = (target: number, start: number) => {
          if (stamps[target] === round) return
          stamps[target] = round
          next[nextCount] = target
          nextBegun[nextCount++] = start
          const found = outputs[target]
          if (found !== undefined)
            for (let k = 0; k < found.length; k++)
              hits.push({ output: found[k] as number, from: start, to: i < to ? i + 1 : to })
        }
        // The latest beginning first: of two ways to the same state, the shorter match is kept.
        if (i < to && word > 0) {
          const target = edge(0, word)
          if (target > 0) enter(target, i)
          const held = rootByWord[word]
          if (held !== undefined) for (let k = 0; k < held.length; k++) enter(held[k] as number, i)
        }
        const held = word > 0 ? inList[word] : undefined
        for (let a = 0; a < count; a++) {
          const node = active[a] as number
          const start = begun[a] as number
          if (symbol > 0 && hasWords[node] === 1) {
            const target = edge(node, symbol)
            if (target > 0) enter(target, start)
          }
          if (i === to) continue
          if (held !== undefined) {
            const choices = lists[node]
            if (choices !== undefined)
              for (let k = 0; k < choices.length; k++) {
                const [list, target] = choices[k] as [number, number]
                if (held.has(list)) enter(target, start)
              }
          }
          const target = any[node] as number
          if (target > 0) enter(target, start)
        }
        ;[active, next] = [next, active]
        ;[begun, nextBegun] = [nextBegun, begun]
        count = nextCount
      }
    },
  }
}
