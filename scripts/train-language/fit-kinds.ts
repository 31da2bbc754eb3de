import type { Example } from './examples.ts'
import type { FittedModel } from './fit-linear.ts'
import { minimise } from './lbfgs.ts'

/** An example whose features all count `by`: one over the root of its length. */
export interface ScaledExample extends Example {
  by: number
}

/**
 * Logistic regression, each output for itself, with an L2 pull and examples scaled by their length.
 * @param values by feature: how large it counts; a larger one is learnt with less pull
 */
export function fitKinds(
  examples: readonly ScaledExample[],
  features: number,
  outputs: number,
  l2: number,
  values: Float64Array,
): FittedModel {
  const model: FittedModel = {
    outputs,
    weights: new Float64Array(features * outputs),
    bias: new Float64Array(outputs),
  }
  for (let output = 0; output < outputs; output++) {
    const known = examples.filter(({ labels }) => labels[output] !== -1)
    const x = new Float64Array(features + 1)
    const yes = known.reduce((sum, { labels }) => sum + (labels[output] === 1 ? 1 : 0), 0)
    x[features] = Math.log((yes + 1) / (known.length - yes + 1))
    minimise((at, gradient) => loss(known, output, l2, values, at, gradient), x, 45)
    for (let feature = 0; feature < features; feature++)
      model.weights[feature * outputs + output] = (x[feature] as number) * (values[feature] as number)
    model.bias[output] = x[features] as number
  }
  return model
}

function loss(
  examples: readonly ScaledExample[],
  output: number,
  l2: number,
  values: Float64Array,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const last = x.length - 1
  let sum = 0
  gradient[last] = 0
  for (let i = 0; i < last; i++) {
    const weight = x[i] as number
    sum += 0.5 * l2 * weight * weight
    gradient[i] = l2 * weight
  }
  for (const { features, labels, weight, by } of examples) {
    let score = 0
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] as number
      score += (x[feature] as number) * (values[feature] as number)
    }
    score = score * by + (x[last] as number)
    const yes = labels[output] === 1
    const signed = yes ? -score : score
    sum += weight * (signed > 30 ? signed : Math.log1p(Math.exp(signed)))
    const slope = weight * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0))
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] as number
      ;(gradient[feature] as number) += slope * by * (values[feature] as number)
    }
    ;(gradient[last] as number) += slope
  }
  return sum
}

/** The score of one example for one output. */
export function scoreKind(model: FittedModel, { features, by }: ScaledExample, output: number): number {
  let score = 0
  for (let k = 0; k < features.length; k++)
    score += model.weights[(features[k] as number) * model.outputs + output] as number
  return score * by + (model.bias[output] as number)
}
