/** How far two people stand from each other, 0 to 100; null unless both places are known. */
export interface Gap {
  seats: [string, string]
  gap: number | null
}

/** The gap of every pair of people, in the order of the seats. */
export const gapsBetween = (people: { seat: string; score: number | null }[]): Gap[] =>
  people.flatMap((one, index) =>
    people.slice(index + 1).map(
      (other): Gap => ({
        seats: [one.seat, other.seat],
        gap: one.score === null || other.score === null ? null : Math.abs(one.score - other.score),
      }),
    ),
  )

/** The widest known gap, or null where no pair is known. */
export const widestGap = (gaps: Gap[]): (Gap & { gap: number }) | null => {
  let widest: (Gap & { gap: number }) | null = null
  for (const { seats, gap } of gaps) if (gap !== null && gap > (widest?.gap ?? -1)) widest = { seats, gap }
  return widest
}
