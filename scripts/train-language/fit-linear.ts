import type { Example } from './examples.ts'
import { minimise } from './lbfgs.ts'

/** A trained model before it is made small: weights by feature and output, `weights[feature * outputs + output]`. */
export interface FittedModel {
  outputs: number
  weights: Float64Array
  bias: Float64Array
}

export interface FitOptions {
  link: 'logistic' | 'softmax'
  /** Strength of the pull towards zero: half the sum of squared weights times this. */
  l2: number
  /** For `logistic`, by output: how much more an example that has it counts. */
  positive?: readonly number[]
  /** By feature: how large it counts, 1 where left out. A larger one is learnt with less pull. */
  values?: Float64Array
  /** Weights to begin from and to be pulled towards, instead of zero: what other text has taught. */
  prior?: FittedModel
  most?: number
}

/**
 * Logistic regression with an L2 pull, each output for itself or one of several (softmax: an example belongs to the output labelled 1). The
 * bias is not pulled. Deterministic.
 */
export function fitLinear(
  examples: readonly Example[],
  features: number,
  outputs: number,
  options: FitOptions,
): FittedModel {
  const model: FittedModel = {
    outputs,
    weights: new Float64Array(features * outputs),
    bias: new Float64Array(outputs),
  }
  const pulls = Float64Array.from(
    { length: features },
    (_none, i) => options.l2 / (options.values?.[i] ?? 1) ** 2,
  )
  if (options.link === 'softmax') {
    const x = new Float64Array(features * outputs + outputs)
    const prior = options.prior?.weights ?? new Float64Array(features * outputs)
    x.set(prior)
    minimise(
      (at, gradient) => softmaxLoss(examples, features, outputs, pulls, prior, at, gradient),
      x,
      options.most ?? 100,
    )
    model.weights.set(x.subarray(0, features * outputs))
    model.bias.set(x.subarray(features * outputs))
    return model
  }
  for (let output = 0; output < outputs; output++) {
    const x = new Float64Array(features + 1)
    const prior = Float64Array.from(
      { length: features },
      (_none, i) => options.prior?.weights[i * outputs + output] ?? 0,
    )
    x.set(prior)
    const known = examples.filter(({ labels }) => labels[output] !== -1)
    const positive = options.positive?.[output] ?? 1
    minimise(
      (at, gradient) => logisticLoss(known, output, pulls, prior, positive, at, gradient),
      x,
      options.most ?? 100,
    )
    for (let feature = 0; feature < features; feature++)
      model.weights[feature * outputs + output] = x[feature] as number
    model.bias[output] = x[features] as number
  }
  return model
}

const logOnePlusExp = (x: number) => (x > 30 ? x : Math.log1p(Math.exp(x)))

/** A weight learnt for a feature of value v is v times as large in the end, so its pull is v squared times weaker. */
function pull(
  pulls: Float64Array,
  prior: Float64Array,
  x: Float64Array,
  width: number,
  gradient: Float64Array,
): number {
  let loss = 0
  for (let i = 0; i < pulls.length * width; i++) {
    const weight = (x[i] as number) - (prior[i] as number)
    const l2 = pulls[(i / width) | 0] as number
    loss += 0.5 * l2 * weight * weight
    gradient[i] = l2 * weight
  }
  return loss
}

function logisticLoss(
  examples: readonly Example[],
  output: number,
  pulls: Float64Array,
  prior: Float64Array,
  positive: number,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const last = x.length - 1
  gradient[last] = 0
  let loss = pull(pulls, prior, x, 1, gradient)
  for (const { features, labels, weight } of examples) {
    let score = x[last] as number
    for (let k = 0; k < features.length; k++) score += x[features[k] as number] as number
    const yes = labels[output] === 1
    const counts = weight * (yes ? positive : 1)
    loss += counts * logOnePlusExp(yes ? -score : score)
    const slope = counts * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0))
    for (let k = 0; k < features.length; k++) (gradient[features[k] as number] as number) += slope
    ;(gradient[last] as number) += slope
  }
  return loss
}

function softmaxLoss(
  examples: readonly Example[],
  features: number,
  outputs: number,
  pulls: Float64Array,
  prior: Float64Array,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const base = features * outputs
  let loss = pull(pulls, prior, x, outputs, gradient)
  gradient.fill(0, base)
  const scores = new Float64Array(outputs)
  for (const example of examples) {
    const gold = example.labels.indexOf(1)
    for (let o = 0; o < outputs; o++) scores[o] = x[base + o] as number
    for (let k = 0; k < example.features.length; k++) {
      const row = (example.features[k] as number) * outputs
      for (let o = 0; o < outputs; o++) (scores[o] as number) += x[row + o] as number
    }
    const top = Math.max(...scores)
    let sum = 0
    for (let o = 0; o < outputs; o++) sum += Math.exp((scores[o] as number) - top)
    loss += example.weight * (Math.log(sum) + top - (scores[gold] as number))
    for (let o = 0; o < outputs; o++)
      scores[o] = example.weight * (Math.exp((scores[o] as number) - top) / sum - (o === gold ? 1 : 0))
    for (let k = 0; k < example.features.length; k++) {
      const row = (example.features[k] as number) * outputs
      for (let o = 0; o < outputs; o++) (gradient[row + o] as number) += scores[o] as number
    }
    for (let o = 0; o < outputs; o++) (gradient[base + o] as number) += scores[o] as number
  }
  return loss
}

/** The scores of one example, by output. */
export function scoreOf(model: FittedModel, features: Int32Array): Float64Array {
  const scores = model.bias.slice()
  for (let k = 0; k < features.length; k++) {
    const row = (features[k] as number) * model.outputs
    for (let o = 0; o < model.outputs; o++) (scores[o] as number) += model.weights[row + o] as number
  }
  return scores
}
