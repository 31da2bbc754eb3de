import type { AnswerSheet } from './answer-sheet.ts'

/** What "more intimate" means to each person, and whether they mean the same. */
export interface Meaning {
  bySeat: Record<string, { choice: string | null; words: string | null }>
  /**
   * True where all chose the same, false where they did not; null where one is not known, where nobody else is asked,
   * and where all chose the open answer: then only their own words can tell.
   */
  match: boolean | null
}

/** The choice that says "none of these": two people who choose it need not mean the same. */
export const OPEN_CHOICE = 'something-else'

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)

/** Puts beside each other what everybody means by wanting to be more intimate. */
export const compareMeaning = (sheets: AnswerSheet[]): Meaning => {
  const bySeat = Object.fromEntries(
    sheets.map(({ seat, answers }) => [
      seat,
      { choice: text(answers.meaning), words: text(answers['meaning.words']) },
    ]),
  )
  const choices = sheets.map(({ seat }) => bySeat[seat]?.choice ?? null)
  const [first] = choices
  const told = choices.length > 1 && choices.every(choice => choice !== null)
  if (!told) return { bySeat, match: null }
  if (choices.some(choice => choice !== first)) return { bySeat, match: false }
  return { bySeat, match: first === OPEN_CHOICE ? null : true }
}
