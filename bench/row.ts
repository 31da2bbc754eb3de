import type { Ratio } from './pairs.ts'

/** One line of the table. */
export interface Row {
  row: string
  /** What is divided by what. */
  ratio: string
  value: Ratio
  /** What is aimed at, and whether it is reached; null where there is no aim. */
  goal: { words: string; reached: boolean } | null
  /** Raw figures, in the units that their names say. */
  figures: Record<string, number | string | number[]>
}

/** Where the bench works, and how thoroughly. */
export interface Bench {
  /** The project's folder, and the folder with the built parts of the bench. */
  root: string
  place: string
  /** A folder of its own that is removed at the end. */
  scratch: string
  pairs: number
  quick: boolean
  /** Ended when the bench ends, however it ends. */
  ends: (() => void)[]
}

export type Measure = (bench: Bench) => Promise<Row[]>
