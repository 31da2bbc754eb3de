import type { Blueprint } from '../assessment/blueprint.ts'
import type { CaseState } from '../case/case-state.ts'
import type { Model } from '../model/schema.ts'
import { heardInSessions } from './heard-in-sessions.ts'
import { nextQuestions, type Plan } from './next-questions.ts'

/** The plan of a case as it stands: from the blueprint, what was asked, and what was heard in its sessions. */
export const planOfCase = (model: Model, blueprint: Blueprint, state: CaseState): Plan =>
  nextQuestions(model, blueprint, {
    sexualMapOpen: state.sexualMap.open,
    ...heardInSessions(model, state),
  })
