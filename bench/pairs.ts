/** A ratio from interleaved pairs: the median, and an interval that holds the true median in at least 95 of 100 runs. */
export interface Ratio {
  median: number
  low: number
  high: number
  ratios: number[]
}

export const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const above = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? above : ((sorted[middle - 1] ?? above) + above) / 2
}

export const quantile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN

/** How many of the sorted ratios lie outside the interval at each end, by the binomial; none below nine pairs. */
const outside = (n: number): number => {
  let [left, tail, term] = [-1, 0, 0.5 ** n]
  for (let i = 0; i < n; i++) {
    tail += term
    if (tail > 0.025) break
    left = i
    term *= (n - i) / (i + 1)
  }
  return Math.max(0, left)
}

export const summarise = (ratios: readonly number[]): Ratio => {
  const sorted = ratios.toSorted((a, b) => a - b)
  const cut = outside(sorted.length)
  return {
    median: median(sorted),
    low: sorted[cut] ?? Number.NaN,
    high: sorted[sorted.length - 1 - cut] ?? Number.NaN,
    ratios: [...ratios],
  }
}

/** Measures both sides of each pair one after the other, the first by turns, so that a busy minute touches both. */
export const inPairs = async <A, B>(
  pairs: number,
  ours: () => Promise<A>,
  other: () => Promise<B>,
): Promise<[A, B][]> => {
  const measured: [A, B][] = []
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 2 === 0) {
      const a = await ours()
      measured.push([a, await other()])
    } else {
      const b = await other()
      measured.push([await ours(), b])
    }
  }
  return measured
}
