import { invariant } from '../model/invariant.ts'
import { LazyAutomaton } from './lazy-automaton.ts'
import type { Step } from './pattern.ts'
import { longestMatch, PatternStates, type Symbols } from './pattern-states.ts'
import type { Tokens } from './tokens.ts'

/** Where a pattern was found. `to` is the place after its last word in `Tokens`. */
export interface Hit {
  /** The number that the pattern was added with. */
  output: number
  to: number
  /** Where it begins, at the latest: worked out when it is asked for. */
  begin(): number
}

/** Many patterns as one automaton over numbers of words, walked once. */
export interface RuleAutomaton {
  /** Adds what is found in one sentence to `hits`: each pattern where it ends first. */
  match(tokens: Tokens, from: number, to: number, hits: Hit[]): void
}

/** A pattern and the number that its hits carry. Several patterns may carry one number. */
export interface NumberedPattern {
  steps: readonly Step[]
  output: number
}

/** Patterns with gaps are dealt out: the fewer of them run side by side, the fewer are the states that they reach together. */
const GAPPED = 4

const hasGap = (steps: readonly Step[]): boolean =>
  steps.some(step => step.is === 'gap' || (step.is === 'any' && step.ways.some(hasGap)))

/** Compiles patterns. The walk takes a step for each word whatever the patterns are, so that its time is linear in the words. */
export function compileAutomaton(patterns: readonly NumberedPattern[], symbols: Symbols): RuleAutomaton {
  const groups: NumberedPattern[][] = Array.from({ length: GAPPED + 1 }, () => [])
  let dealt = 0
  for (const pattern of patterns) {
    const group = hasGap(pattern.steps) ? 1 + (dealt++ % GAPPED) : 0
    ;(groups[group] as NumberedPattern[]).push(pattern)
  }
  const automata = groups
    .filter(group => group.length > 0)
    .map(group => ({
      outputs: group.map(({ output }) => output),
      automaton: new LazyAutomaton(
        new PatternStates(
          group.map(({ steps }) => steps),
          symbols,
        ),
      ),
    }))
  const seen = new Set<number>()
  return {
    match({ ids }, from, to, hits) {
      for (const { automaton, outputs } of automata) {
        const found = automaton.walk(ids, from, to)
        if (found === 0) continue
        seen.clear()
        for (let k = 0; k < found; k++) {
          const pattern = automaton.foundPatterns[k] as number
          const end = automaton.foundEnds[k] as number
          if (seen.has(pattern)) continue
          seen.add(pattern)
          hits.push({
            output: outputs[pattern] as number,
            to: Math.min(end, to),
            begin() {
              const begin = automaton.states.beginOf(pattern, ids, from, end, to, longestMatch)
              invariant(begin >= 0, 'a pattern that was found has no beginning')
              return begin
            },
          })
        }
      }
    },
  }
}
