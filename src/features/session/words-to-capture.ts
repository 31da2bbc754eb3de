import type { Person } from '../../core/case/entry-kind.ts'

/** What is captured out of a note, and whose words they are. */
export interface Captured {
  who: string | null
  words: string
}

/**
 * The words that one stroke takes out of a note: what is selected, or else the line the cursor is in, or else the last
 * line with anything in it. "Kim: …" at its beginning says whose they are, by the case's label in any case of letters.
 */
export const wordsToCapture = (
  text: string,
  from: number,
  to: number,
  people: readonly Person[],
): Captured | null => {
  const chosen = text.slice(from, to).trim()
  const begins = text.lastIndexOf('\n', from - 1) + 1
  const ends = text.indexOf('\n', from)
  const line = text.slice(begins, ends === -1 ? text.length : ends).trim()
  const last = text.slice(0, from).trimEnd().split('\n').at(-1)?.trim() ?? ''
  const words = chosen || line || last
  if (!words) return null
  const named = people.find(({ label }) =>
    words.toLocaleLowerCase().startsWith(`${label.toLocaleLowerCase()}:`),
  )
  if (!named) return { who: null, words }
  const rest = words.slice(named.label.length + 1).trim()
  return rest ? { who: named.seat, words: rest } : null
}
