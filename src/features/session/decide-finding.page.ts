import { sourceKey } from '../../core/case/fold-sessions.ts'
import type { CaseState } from '../../core/case/case-state.ts'
import type { TranscriptState } from '../../core/case/session-state.ts'
import type { Finding } from '../../core/language/reading.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { findingKey } from './finding-key.ts'
import { newId } from './new-id.page.ts'
import { sentenceAround } from './sentence-around.ts'
import { takeFinding, type TakenAs } from './take-finding.ts'
import type { ReadableTurn } from './turns-of.ts'

export type Decision = 'open' | 'accepted' | 'dismissed'

/** What was decided about a finding. */
export const decisionOn = (
  state: Pick<CaseState, 'accepted'>,
  { head, dismissed }: TranscriptState,
  finding: string,
): Decision =>
  state.accepted.includes(sourceKey(head.transcript, finding))
    ? 'accepted'
    : dismissed.includes(finding)
      ? 'dismissed'
      : 'open'

const now = () => new Date().toISOString()

/** The sentence that a finding stands in; its quote where the turn is not there. */
export const saidIn = ({ turn, start, end, quote }: Finding, turns: readonly ReadableTurn[]): string =>
  sentenceAround(turns[turn]?.text ?? '', start, end) || quote

/** Takes a finding into the case. */
export const acceptFinding = async (
  open: OpenCase,
  { head }: TranscriptState,
  finding: Finding,
  turns: readonly ReadableTurn[],
  as: TakenAs,
  words: string,
): Promise<void> => {
  const { journal, body } = takeFinding(finding, as, words, saidIn(finding, turns), head.transcript, {
    item: newId(),
    at: now(),
    who: turns[finding.turn]?.who ?? null,
    session: head.session,
  })
  await open.append(journal, body)
}

/** Puts a finding aside, or takes it up again. */
export const dismissFinding = (
  open: OpenCase,
  { head }: TranscriptState,
  finding: Finding,
  dismissed: boolean,
): Promise<void> =>
  open.append('notes', {
    kind: 'finding-dismissed',
    at: now(),
    transcript: head.transcript,
    finding: findingKey(finding),
    dismissed,
  })

/** Takes a decision back: what was taken into the case is put away, what was dismissed is open again. */
export const takeBack = async (
  open: OpenCase,
  transcript: TranscriptState,
  finding: Finding,
): Promise<void> => {
  const key = findingKey(finding)
  const { cards, promises, advice, exercises, findings } = open.state
  const isOf = (one: { source: { transcript: string; finding: string } | null }) =>
    one.source?.transcript === transcript.head.transcript && one.source.finding === key
  for (const { item } of [...cards, ...promises, ...advice, ...exercises, ...findings].filter(isOf))
    await open.append(finding.kind === 'risk' ? 'safety' : 'record', {
      kind: 'item-put-away',
      at: now(),
      item,
      away: true,
    })
  if (transcript.dismissed.includes(key)) await dismissFinding(open, transcript, finding, false)
}
