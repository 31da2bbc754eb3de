/** A function to make small: gives its value at `x` and writes its slope into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/**
 * Limited-memory BFGS (Nocedal 1980) with a backtracking line search: deterministic, no step size to choose.
 * @param most iterations
 * @returns the place of the smallest value found, which is also left in `x`
 */
export function minimise(
  objective: Objective,
  x: Float64Array,
  most = 100,
  tolerance = 1e-5,
  memory = 8,
): Float64Array {
  const size = x.length
  let gradient = new Float64Array(size)
  let value = objective(x, gradient)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let iteration = 0; iteration < most; iteration++) {
    const direction = gradient.slice()
    const alphas: number[] = []
    for (let k = steps.length - 1; k >= 0; k--) {
      const { s, y, rho } = steps[k] as (typeof steps)[number]
      const alpha = rho * dot(s, direction)
      alphas[k] = alpha
      for (let i = 0; i < size; i++) (direction[i] as number) -= alpha * (y[i] as number)
    }
    const last = steps.at(-1)
    const gamma = last
      ? dot(last.s, last.y) / dot(last.y, last.y)
      : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
    for (let i = 0; i < size; i++) (direction[i] as number) *= gamma
    for (const [k, { s, y, rho }] of steps.entries()) {
      const beta = rho * dot(y, direction)
      const by = (alphas[k] as number) - beta
      for (let i = 0; i < size; i++) (direction[i] as number) += by * (s[i] as number)
    }
    const slope = -dot(gradient, direction)
    if (slope >= 0) {
      steps.length = 0
      continue
    }
    const tried = new Float64Array(size)
    const triedGradient = new Float64Array(size)
    let length = 1
    let reached = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 25; attempt++) {
      for (let i = 0; i < size; i++) tried[i] = (x[i] as number) - length * (direction[i] as number)
      reached = objective(tried, triedGradient)
      if (reached <= value + 1e-4 * length * slope) break
      length /= 2
    }
    if (!(reached < value)) break
    const s = new Float64Array(size)
    const y = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      s[i] = (tried[i] as number) - (x[i] as number)
      y[i] = (triedGradient[i] as number) - (gradient[i] as number)
    }
    const sy = dot(s, y)
    if (sy > 1e-10) {
      steps.push({ s, y, rho: 1 / sy })
      if (steps.length > memory) steps.shift()
    }
    const gained = value - reached
    x.set(tried)
    gradient = triedGradient
    value = reached
    if (gained < tolerance * Math.max(1, Math.abs(value))) break
  }
  return x
}
