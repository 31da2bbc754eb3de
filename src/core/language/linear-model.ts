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
  /** The score below which an output's confidence is surely less than this; a shade too low rather than too high. */
  leastScore(output: number, confidence: number): number
  /** By symbol: 1 where one of the model's features holds it; others need not be tried. */
  uses: Uint8Array
}

const bytesOf = (base64: string): Uint8Array => {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** Symbols have up to 20 bits, so three of them fit two whole numbers exactly. */
const highOf = (a: number, c: number) => a | ((c >>> 10) << 20)
const lowOf = (b: number, c: number) => b | ((c & 1023) << 20)
const slotOf = (high: number, low: number) => {
  const mixed = Math.imul(high ^ Math.imul(low, 0x85ebca6b), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** Features of a slot in the table: two halves of its name, its row. */
const SLOT = 4
/** Bits of the filter for each feature: of those that a model lacks, about one in sixteen passes. */
const FILTER = 8

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/**
 * Opens weights for scoring. A feature counts once however often it is added. Every symbol of the features must be in the vocabulary.
 */
export function openLinearModel(weights: ModelWeights, vocabulary: Vocabulary): LinearModel {
  const names = weights.features === '' ? [] : weights.features.split('\n')
  const bytes = bytesOf(weights.weights)
  const width = weights.outputs.length
  let size = 64
  while (size < names.length * 2) size *= 2
  const mask = size - 1
  /** High half, low half, row (from 1) and room, slot by slot. */
  const table = new Int32Array(size * SLOT)
  const tableMask = table.length - 1
  let bits = 1024
  while (bits < names.length * FILTER) bits *= 2
  const filter = new Int32Array(bits / 32)
  const filterMask = filter.length - 1
  /** Row of the feature that is this symbol alone. */
  const single = new Int32Array(vocabulary.words.length)
  const from = new Int32Array(names.length + 1)
  const which = new Uint8Array(bytes.length)
  const values = new Float64Array(bytes.length)
  const uses = new Uint8Array(vocabulary.words.length)
  const numbers = new Map<string, number>()
  const numberOf = (symbol: string): number => {
    let number = numbers.get(symbol)
    if (number === undefined) {
      number = vocabulary.numberOf(symbol)
      numbers.set(symbol, number)
    }
    return number
  }
  let at = 0
  let filled = 0
  for (let row = 0; row < names.length; row++) {
    const [a = 0, b = 0, c = 0] = (names[row] as string).split(' ').map(numberOf)
    invariant(a > 0, `model ${weights.id} has a feature that the vocabulary lacks`)
    uses[a] = 1
    uses[b] = 1
    uses[c] = 1
    if (b === 0 && c === 0) single[a] = row + 1
    else {
      const high = highOf(a, c)
      const low = lowOf(b, c)
      const place = slotOf(high, low)
      let slot = (place & mask) * SLOT
      while (table[slot + 2] !== 0) slot = (slot + SLOT) & tableMask
      table[slot] = high
      table[slot + 1] = low
      table[slot + 2] = row + 1
      const word = (place >>> 12) & filterMask
      filter[word] = (filter[word] as number) | (1 << ((place >>> 7) & 31))
    }
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
  const addRow = (row: number): void => {
    if (seen[row] === round) return
    seen[row] = round
    const to = from[row] as number
    for (let k = from[row - 1] as number; k < to; k++)
      (scores[which[k] as number] as number) += values[k] as number
  }
  const addKnown = (high: number, low: number, place: number): void => {
    let slot = (place & mask) * SLOT
    let row = table[slot + 2] as number
    while (row !== 0 && (table[slot] !== high || table[slot + 1] !== low)) {
      slot = (slot + SLOT) & tableMask
      row = table[slot + 2] as number
    }
    if (row !== 0) addRow(row)
  }
  return {
    id: weights.id,
    outputs: weights.outputs,
    scores,
    uses,
    begin() {
      round++
      for (let k = 0; k < width; k++) scores[k] = bias[k] as number
    },
    // Most of what is offered is no feature: that is told here, in few steps, and the rest left to `addKnown`.
    add(a, b, c) {
      if (b === 0 && c === 0) {
        const row = single[a] as number
        if (row !== 0) addRow(row)
        return
      }
      const high = highOf(a, c)
      const low = lowOf(b, c)
      const place = slotOf(high, low)
      if (((filter[(place >>> 12) & filterMask] as number) >>> ((place >>> 7) & 31)) & 1)
        addKnown(high, low, place)
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
    leastScore(output, confidence) {
      const [a, b] = calibration[output] ?? [0, 0]
      if (weights.link !== 'logistic' || a <= 0 || confidence <= 0 || confidence >= 1)
        return Number.NEGATIVE_INFINITY
      return (Math.log(confidence / (1 - confidence)) - b) / a - 1e-6
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
