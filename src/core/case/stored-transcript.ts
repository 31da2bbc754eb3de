import * as z from 'zod/mini'
import { invariant } from '../model/invariant.ts'
import { accepted, type Checked, refused } from '../model/checked.ts'

/** One person's uninterrupted words as they are stored: who by their place among the speakers, and when it began. */
export interface StoredTurn {
  speaker: number
  text: string
  /** Milliseconds from the recording's start, where the file said. */
  startMs: number | null
}

const StoredSchema = z.array(
  z.tuple([z.number().check(z.int(), z.minimum(0)), z.string(), z.nullable(z.number())]),
)

/** How many bytes one part may take as a JSON string: with the rest of its entry it stays under 64 KiB. */
const mostBytes = 48_000
/** UTF-16 units weighed at a time. */
const step = 2_000

const bytesInJson = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length

/** Cuts a long text into parts that each fit one entry, never through a character. Joined they are the text again. */
export const cutIntoParts = (text: string): string[] => {
  const parts: string[] = []
  let part = ''
  let weight = 0
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + step, text.length)
    const last = text.charCodeAt(to - 1)
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to++
    const piece = text.slice(from, to)
    const more = bytesInJson(piece)
    if (part && weight + more > mostBytes) {
      parts.push(part)
      part = ''
      weight = 0
    }
    part += piece
    weight += more
    from = to
  }
  if (part || parts.length === 0) parts.push(part)
  return parts
}

/** The parts that a transcript's turns are stored in. */
export const storeTurns = (turns: readonly StoredTurn[]): string[] => {
  const parts = cutIntoParts(
    JSON.stringify(turns.map(({ speaker, text, startMs }) => [speaker, text, startMs])),
  )
  invariant(
    parts.every(part => bytesInJson(part) <= mostBytes),
    'parts that fit an entry',
  )
  return parts
}

/** The turns of a stored text. Refuses (`not-turns`) what is no such text: nothing is half read. */
export const readStoredTurns = (text: string): Checked<StoredTurn[]> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused('not-turns', '', 'The stored transcript is not whole')
  }
  const parsed = StoredSchema.safeParse(json)
  if (!parsed.success) return refused('not-turns', '', 'The stored transcript has another form')
  return accepted(parsed.data.map(([speaker, words, startMs]) => ({ speaker, text: words, startMs })))
}
