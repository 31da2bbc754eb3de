import { invariant } from '../model/invariant.ts'
import type { ModelWeights } from './language-bundle.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Takes one feature: up to three symbols as numbers of the vocabulary, 0 where there are fewer. */
export interface FeatureSink {
  add(a: number, b: number, c: number): void
}

/** A linear model ready to score. Not re-entrant: begin, add, then read. */
export interface LinearModel extends FeatureSink {
  id: string
  outputs: readonly string[]
  /** Forgets what was added. */
  begin(): void
  /** Sums of weights by output, without calibration. Valid until the next `begin`. */
  scores: Float64Array
  /** After the last feature: divides the sums by the root of the length where the weights ask for it (`perLength`). */
  settle(words: number): void
  /** Confidence of one output, 0 to 1, as calibrated. */
  confidence(output: number): number
  /** The output with the highest score. */
  best(): number
  /** Whether one of the model's features begins with this symbol; others need not be tried. */
  first: Uint8Array
}

const bytesOf = (base64: string): Uint8Array => {
  const binary = atob(base64)
  return Uint8Array.from({ length: binary.length }, (_none, i) => binary.charCodeAt(i))
}

/** Symbols have up to 20 bits, so three of them fit two whole numbers exactly. */
const highOf = (a: number, c: number) => a | ((c >>> 10) << 20)
const lowOf = (b: number, c: number) => b | ((c & 1023) << 20)
const slotOf = (high: number, low: number) => {
  const mixed = Math.imul(high ^ Math.imul(low, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/**
 * Opens weights for scoring. A feature counts once however often it is added. Every symbol of the features must be in the vocabulary.
 */
export function openLinearModel(weights: ModelWeights, vocabulary: Vocabulary): LinearModel {
  const names = weights.features === '' ? [] : weights.features.split('\n')
  const bytes = bytesOf(weights.weights)
  const width = weights.outputs.length
  let size = 64
  while (size < names.length * 2.5) size *= 2
  const mask = size - 1
  const highs = new Int32Array(size)
  const lows = new Int32Array(size)
  /** Row of the feature in a slot, from 1. */
  const rows = new Int32Array(size)
  const from = new Int32Array(names.length + 1)
  const which = new Uint8Array(bytes.length)
  const values = new Float64Array(bytes.length)
  const first = new Uint8Array(vocabulary.words.length)
  let at = 0
  let filled = 0
  for (const [row, name] of names.entries()) {
    const [a = 0, b = 0, c = 0] = name.split(' ').map(symbol => vocabulary.numberOf(symbol))
    invariant(a > 0, `model ${weights.id} has a feature that the vocabulary lacks`)
    first[a] = 1
    const high = highOf(a, c)
    const low = lowOf(b, c)
    let slot = slotOf(high, low) & mask
    while (rows[slot] !== 0) slot = (slot + 1) & mask
    highs[slot] = high
    lows[slot] = low
    rows[slot] = row + 1
    from[row] = filled
    const held = bytes[at++] as number
    for (let k = 0; k < held; k++) {
      const output = bytes[at++] as number
      which[filled] = output
      values[filled++] = (((bytes[at++] as number) << 24) >> 24) * (weights.scale[output] as number)
    }
  }
  from[names.length] = filled

  const scores = new Float64Array(width)
  const seen = new Int32Array(names.length + 1)
  let round = 0
  const { bias, calibration } = weights
  return {
    id: weights.id,
    outputs: weights.outputs,
    scores,
    first,
    begin() {
      round++
      for (let k = 0; k < width; k++) scores[k] = bias[k] as number
    },
    add(a, b, c) {
      const high = highOf(a, c)
      const low = lowOf(b, c)
      let slot = slotOf(high, low) & mask
      let row = rows[slot] as number
      while (row !== 0) {
        if (highs[slot] === high && lows[slot] === low) {
          if (seen[row] === round) return
          seen[row] = round
          const to = from[row] as number
          for (let k = from[row - 1] as number; k < to; k++)
            (scores[which[k] as number] as number) += values[k] as number
          return
        }
        slot = (slot + 1) & mask
        row = rows[slot] as number
      }
    },
    settle(words) {
      if (weights.perLength === undefined) return
      const by = 1 / Math.sqrt(words + weights.perLength)
      for (let k = 0; k < width; k++)
        scores[k] = (bias[k] as number) + ((scores[k] as number) - (bias[k] as number)) * by
    },
    confidence(output) {
      if (weights.link === 'logistic') {
        const [a, b] = calibration[output] as [number, number]
        return logistic(a * (scores[output] as number) + b)
      }
      const [a] = calibration[0] as [number, number]
      let sum = 0
      for (let k = 0; k < width; k++)
        sum += Math.exp(a * ((scores[k] as number) - (scores[output] as number)))
      return 1 / sum
    },
    best() {
      let found = 0
      for (let k = 1; k < width; k++) if ((scores[k] as number) > (scores[found] as number)) found = k
      return found
    },
  }
}

/** The symbols that a model's features name. */
export const symbolsOfModel = (weights: ModelWeights): string[] =>
  weights.features.split(/[\n ]/).filter(Boolean)
