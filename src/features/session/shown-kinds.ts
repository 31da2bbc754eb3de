import {
  type Finding,
  type FindingKind,
  sentenceKinds,
  therapistKinds,
  turnKinds,
} from '../../core/language/reading.ts'

/**
 * The five kinds that are shown until the therapist chooses otherwise (*ours*; `docs/decisions/five-kinds-by-default.md`):
 * each has a place in the case to go to, and none is hostile. `risk` stands before them always and cannot be taken out.
 */
export const fiveByDefault: readonly FindingKind[] = ['intimacy', 'story', 'category', 'promise', 'fear']

/** Every kind that can be chosen, in the order it is offered in. */
export const choosableKinds: readonly FindingKind[] = [
  ...fiveByDefault,
  ...[...sentenceKinds, ...turnKinds].filter(kind => kind !== 'risk' && !fiveByDefault.includes(kind)),
]

const own: ReadonlySet<FindingKind> = new Set(therapistKinds)

/** Whether a finding is about the therapist's own turns: private, and not read until asked for. */
export const isOwn = ({ kind }: Finding): boolean => own.has(kind)

/** The findings to look at: `risk` whatever was chosen, the chosen kinds, of one element if one is named. */
export const shownFindings = (
  findings: readonly Finding[],
  kinds: readonly FindingKind[],
  element: string | null,
): Finding[] =>
  findings.filter(
    finding =>
      finding.kind === 'risk' ||
      (!isOwn(finding) && kinds.includes(finding.kind) && (element === null || finding.element === element)),
  )
