import type { FeatureSink } from '../../src/core/language/linear-model.ts'
import type { Vocabulary } from '../../src/core/language/vocabulary.ts'

/** One labelled piece of text as features. `labels` by output: 1 yes, 0 no, -1 not known (it is passed over for that output). */
export interface Example {
  id: string
  features: Int32Array
  labels: Int8Array
  /** How much it counts in training; 1 is usual. */
  weight: number
  /** Examples of one group stay in one fold. */
  group: string
}

/** Names of features by number. */
export class FeatureIndex {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(name: string): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.names.push(name) - 1
      this.#numbers.set(name, number)
    }
    return number
  }
}

/** A sink that collects the features of one example, by the same code that the reader scores with. */
export class FeatureCollector implements FeatureSink {
  readonly #vocabulary: Vocabulary
  readonly #index: FeatureIndex
  #found = new Set<number>()

  constructor(vocabulary: Vocabulary, index: FeatureIndex) {
    this.#vocabulary = vocabulary
    this.#index = index
  }

  add(a: number, b: number, c: number): void {
    const { words } = this.#vocabulary
    const name =
      b === 0 ? words[a] : c === 0 ? `${words[a]} ${words[b]}` : `${words[a]} ${words[b]} ${words[c]}`
    this.#found.add(this.#index.numberOf(name as string))
  }

  /** What was collected since the last call. */
  take(): Int32Array {
    const features = Int32Array.from(this.#found)
    this.#found = new Set()
    return features
  }
}

/** Leaves out features that stand in fewer than `least` examples, and numbers the others anew. */
export function dropRare(
  examples: readonly Example[],
  index: FeatureIndex,
  least: number,
): { examples: Example[]; index: FeatureIndex } {
  const counts = new Int32Array(index.names.length)
  for (const { features } of examples) for (const feature of features) (counts[feature] as number)++
  const kept = new FeatureIndex()
  const anew = Int32Array.from(index.names, (name, feature) =>
    (counts[feature] as number) >= least ? kept.numberOf(name) : -1,
  )
  return {
    index: kept,
    examples: examples.map(example => ({
      ...example,
      features: example.features.map(feature => anew[feature] as number).filter(feature => feature >= 0),
    })),
  }
}

/** Rows of a table of tab-separated values with a head. */
export function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}

/** Dice that fall the same way every time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A fold from 0 for each example; examples of one group share it. */
export function foldsOf(examples: readonly Example[], folds: number, seed = 1): Int32Array {
  const throwDice = dice(seed)
  const groups = [...new Set(examples.map(({ group }) => group))].sort()
  for (let i = groups.length - 1; i > 0; i--) {
    const j = Math.floor(throwDice() * (i + 1))
    ;[groups[i], groups[j]] = [groups[j] as string, groups[i] as string]
  }
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]))
  return Int32Array.from(examples, ({ group }) => foldOf.get(group) as number)
}
