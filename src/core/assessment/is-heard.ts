import type { AnswerSheet } from './answer-sheet.ts'

/** Whether a person has answered anything at all; a question left out on purpose is no answer. */
export const isHeard = (sheet: AnswerSheet): boolean =>
  Object.values(sheet.answers).some(value => value !== null)
