import { accepted, type Checked, type Issue } from '../../core/model/checked.ts'

/** A new case as it is being filled in. */
export interface CaseDraft {
  name: string
  /** One pseudonym for each person; at least one, at most `mostPeople`. */
  people: string[]
  policy: 'none-kept' | 'discretion' | 'kept' | null
  jurisdiction: string
  therapist: string
  understood: boolean
}

export interface SettledCase {
  name: string
  people: string[]
  policy: 'none-kept' | 'discretion' | 'kept'
  jurisdiction: string
  therapist: string
}

export const mostPeople = 6
export const emptyDraft: CaseDraft = {
  name: '',
  people: ['', ''],
  policy: null,
  jurisdiction: '',
  therapist: '',
  understood: false,
}

/** The case that a draft settles, or every place where something is still open (codes: `missing`, `twice`). */
export function settleCase(draft: CaseDraft): Checked<SettledCase> {
  const people = draft.people.map(label => label.trim())
  const issues: Issue[] = []
  const missing = (path: string) => issues.push({ code: 'missing', path, message: 'This is still open.' })
  people.forEach((label, i) => {
    if (!label) missing(`people.${i}`)
    else if (people.findIndex(other => other.toLowerCase() === label.toLowerCase()) !== i)
      issues.push({ code: 'twice', path: `people.${i}`, message: 'Two people have the same label.' })
  })
  if (!draft.policy) missing('policy')
  if (!draft.jurisdiction) missing('jurisdiction')
  if (!draft.therapist.trim()) missing('therapist')
  if (!draft.understood) missing('understood')
  if (issues.length > 0 || !draft.policy) return { ok: false, issues }
  return accepted({
    name: (draft.name.trim() || people.join(' · ')).slice(0, 60),
    people,
    policy: draft.policy,
    jurisdiction: draft.jurisdiction,
    therapist: draft.therapist.trim(),
  })
}
