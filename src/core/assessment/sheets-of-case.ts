import type { CaseState } from '../case/case-state.ts'
import type { AnswerSheet } from './answer-sheet.ts'

/** The answer sheets of everybody the case's setting names, in its order; empty for who has not answered. */
export const sheetsOfCase = (state: Pick<CaseState, 'people' | 'sheets'>): AnswerSheet[] =>
  state.people.map(({ seat }) => ({ seat, answers: state.sheets[seat]?.answers ?? {} }))
