import type { OwnState } from '../../core/case/fold-own.ts'
import type { Academy } from '../../core/model/compile-academy.ts'
import type { OpenOwn } from '../../vault/therapist-vault.types.ts'

/** What every page of the academy works with: the journal of one's own, what it comes to, and what there is to learn. */
export interface Practice {
  own: OpenOwn
  state: OwnState
  academy: Pick<Academy, 'lessons' | 'drills'>
}
