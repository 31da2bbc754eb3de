import type { EntryBody, JournalKind } from '../../core/case/entry-kind.ts'
import type { AdviceStep } from '../../core/case/session-kinds.ts'
import type { Finding, FindingKind } from '../../core/language/reading.ts'
import { findingKey } from './finding-key.ts'

/** What an accepted finding becomes in the case. */
export type TakenAs = 'finding' | 'story' | 'category' | 'promise' | 'exercise' | `advice-${AdviceStep}`

/** What a finding becomes unless the therapist says otherwise. */
export const usuallyTakenAs = (kind: FindingKind): TakenAs =>
  kind === 'story' || kind === 'category' || kind === 'promise' ? kind : 'finding'

/** Everything that may be chosen for it; a sign of danger goes to safety and nowhere else. */
export const takenAsChoices = (kind: FindingKind): TakenAs[] =>
  kind === 'risk'
    ? ['finding']
    : [
        'finding',
        'story',
        'category',
        'promise',
        'advice-asked',
        'advice-offered',
        'advice-accepted',
        'advice-tried',
        'advice-refused',
        'exercise',
      ]

/** An entry to be written, and where. */
export interface ToWrite {
  journal: JournalKind
  body: EntryBody
}

/** What every thing taken from a session is written with. */
export interface Taking {
  item: string
  at: string
  who: string | null
  session: string | null
  source: { transcript: string; finding: string } | null
}

/** The entry for words that were taken as something other than a finding. */
export const takeWords = (as: Exclude<TakenAs, 'finding'>, words: string, taking: Taking): ToWrite => {
  const taken = { ...taking, words }
  const inRecord = (body: EntryBody): ToWrite => ({ journal: 'record', body })
  if (as === 'story' || as === 'category')
    return inRecord({ kind: 'card', ...taken, of: as, asked: '', rewritten: '' })
  if (as === 'promise') return inRecord({ kind: 'promise-heard', ...taken })
  if (as === 'exercise') return inRecord({ kind: 'exercise', ...taken })
  return inRecord({ kind: 'advice', ...taken, step: as.slice('advice-'.length) as AdviceStep, why: '' })
}

/**
 * The entry that an accepted finding becomes. `words` are the therapist's own for it; where they wrote none, what was
 * `said`: the sentence the finding stands in. The reading's own reason is not kept: what stands in the case are people's words and the therapist's.
 */
export const takeFinding = (
  finding: Finding,
  as: TakenAs,
  words: string,
  said: string,
  transcript: string,
  taking: Omit<Taking, 'source'>,
): ToWrite => {
  const whole: Taking = { ...taking, source: { transcript, finding: findingKey(finding) } }
  if (as !== 'finding') return takeWords(as, words.trim() || said, whole)
  return {
    journal: finding.kind === 'risk' ? 'safety' : 'record',
    body: {
      kind: 'finding-accepted',
      ...whole,
      words: words.trim(),
      finding: finding.kind,
      element: finding.element,
      sign: finding.sign,
      sense: finding.sense ?? null,
      quote: said,
    },
  }
}
