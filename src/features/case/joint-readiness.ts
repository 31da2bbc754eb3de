import type { CaseState } from '../../core/case/case-state.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import { isUnconfirmed } from './seat-status.ts'

/** What stands before feedback to everyone together. */
export interface JointReadiness {
  /** People not yet met alone: while there is one, the opening stays shut. */
  notMet: Person[]
  /** Worth a look first; the therapist decides. */
  unconfirmed: Person[]
  unopenedSafety: Person[]
}

/**
 * Nothing joint opens before each person was met alone: the rule is the same in every case, whatever was disclosed, so
 * that nobody can read anything from it. People who have left are not waited for.
 */
export function jointReadiness(state: CaseState): JointReadiness {
  const present = state.people.filter(({ seat }) => !state.sheets[seat]?.left)
  return {
    notMet: present.filter(({ seat }) => !state.sheets[seat]?.metAlone),
    unconfirmed: present.filter(({ seat }) => isUnconfirmed(state.sheets[seat])),
    unopenedSafety: state.people.filter(({ seat }) =>
      state.safety.some(drop => drop.seat === seat && !drop.opened),
    ),
  }
}
