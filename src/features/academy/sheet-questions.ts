import type { SheetKept } from '../../core/case/fold-own.ts'

export type SheetRole = SheetKept['role']
export const sheetRoles: readonly SheetRole[] = ['therapist', 'couple', 'observer']

/** What each part of a role-play in threes writes on its sheet, before, during and after. */
export const sheetQuestions = {
  therapist: ['practise', 'at-ease', 'lost', 'differently'],
  couple: ['who', 'heard', 'closed', 'needed'],
  observer: [
    'hearing',
    'plain-words',
    'balance',
    'foundations-first',
    'curiosity',
    'repair',
    'safety',
    'keep',
    'try',
  ],
} as const satisfies Record<SheetRole, readonly string[]>

export type SheetQuestion = (typeof sheetQuestions)[SheetRole][number]
