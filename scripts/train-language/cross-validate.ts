import { dice, type Example, foldsOf } from './examples.ts'
import { type FitOptions, fitLinear, scoreOf } from './fit-linear.ts'
import { minimise } from './lbfgs.ts'

/**
 * Scores of every example by a model that has not seen its group. `extra` are examples that are always learnt from and never scored; `learn` may
 * change how examples are learnt from (not how they are scored).
 */
export function crossValidate(
  examples: readonly Example[],
  features: number,
  outputs: number,
  options: FitOptions,
  { folds = 5, seed = 1, extra = [] as readonly Example[], learn = (list: readonly Example[]) => list } = {},
): Float64Array[] {
  const foldOf = foldsOf(examples, folds, seed)
  const scores: Float64Array[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(examples.filter((_example, i) => foldOf[i] === fold).map(({ group }) => group))
    const seen = [
      ...examples.filter((_example, i) => foldOf[i] !== fold),
      ...extra.filter(({ group }) => !held.has(group)),
    ]
    const model = fitLinear(learn(seen), features, outputs, options)
    for (const [i, example] of examples.entries())
      if (foldOf[i] === fold) scores[i] = scoreOf(model, example.features)
  }
  return scores
}

/** Precision, recall and F1 of one output. */
export interface Measure {
  precision: number
  recall: number
  f1: number
  /** How many there are. */
  n: number
}

/** @param said 1 where it was said @param gold 1, 0, or -1 where it counts neither way */
export function measure(
  said: ArrayLike<number>,
  gold: ArrayLike<number>,
  which?: ArrayLike<number>,
): Measure {
  let right = 0
  let wrong = 0
  let missed = 0
  const count = which?.length ?? gold.length
  for (let k = 0; k < count; k++) {
    const i = which ? (which[k] as number) : k
    if (gold[i] === -1) continue
    if (said[i] === 1 && gold[i] === 1) right++
    else if (said[i] === 1) wrong++
    else if (gold[i] === 1) missed++
  }
  const precision = right / (right + wrong || 1)
  const recall = right / (right + missed || 1)
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    n: right + missed,
  }
}

/** The middle 95 of 100 of a figure when the examples are drawn again, `times` times. */
export function bootstrap(
  count: number,
  figure: (which: Int32Array) => number,
  times = 1000,
  seed = 7,
): [number, number] {
  const throwDice = dice(seed)
  const figures = Array.from({ length: times }, () =>
    figure(Int32Array.from({ length: count }, () => Math.floor(throwDice() * count))),
  ).sort((a, b) => a - b)
  return [figures[Math.floor(times * 0.025)] as number, figures[Math.floor(times * 0.975)] as number]
}

/** The threshold with the best F1 among scores, with at least `precision`. */
export function bestThreshold(
  scores: ArrayLike<number>,
  gold: ArrayLike<number>,
  precision = 0,
): { threshold: number; measure: Measure } {
  const order = Array.from({ length: scores.length }, (_none, i) => i)
    .filter(i => gold[i] !== -1)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number))
  const all = order.reduce((sum, i) => sum + (gold[i] === 1 ? 1 : 0), 0)
  let right = 0
  let found = { threshold: Number.POSITIVE_INFINITY, measure: { precision: 0, recall: 0, f1: 0, n: all } }
  for (const [k, i] of order.entries()) {
    if (gold[i] === 1) right++
    const p = right / (k + 1)
    const r = right / (all || 1)
    const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0
    if (p < precision || f1 <= found.measure.f1) continue
    const next = order[k + 1]
    const below = next === undefined ? (scores[i] as number) - 1 : (scores[next] as number)
    found = {
      threshold: ((scores[i] as number) + below) / 2,
      measure: { precision: p, recall: r, f1, n: all },
    }
  }
  return found
}

/** Platt's calibration: a and b of `1 / (1 + exp(-(a * score + b)))`, fitted to scores by models that had not seen them. */
export function calibrate(scores: ArrayLike<number>, gold: ArrayLike<number>): [number, number] {
  const x = Float64Array.of(1, 0)
  minimise((at, gradient) => {
    const [a, b] = at as unknown as [number, number]
    gradient.fill(0)
    // A faint pull towards the scores as they are, for outputs with a handful of examples.
    let loss = 0.5 * (a - 1) ** 2
    gradient[0] = a - 1
    for (let i = 0; i < gold.length; i++) {
      if (gold[i] === -1) continue
      const score = scores[i] as number
      const z = a * score + b
      const signed = gold[i] === 1 ? -z : z
      loss += signed > 30 ? signed : Math.log1p(Math.exp(signed))
      const slope = 1 / (1 + Math.exp(-z)) - (gold[i] === 1 ? 1 : 0)
      ;(gradient[0] as number) += slope * score
      ;(gradient[1] as number) += slope
    }
    return loss
  }, x)
  return [round(x[0] as number), round(x[1] as number)]
}

const round = (x: number) => Number(x.toPrecision(6))
