import type { TranscriptState } from '../../core/case/session-state.ts'
import { readStoredTurns } from '../../core/case/stored-transcript.ts'
import type { Turn } from '../../core/language/reading.ts'

/** A turn with whose it is: the place of its speaker among the transcript's, and the person, if it is one of the case. */
export interface ReadableTurn extends Turn {
  place: number
  who: string | null
  startMs: number | null
}

/**
 * The turns of a stored transcript, each under the name that the case gives its speaker (`names`, by person) or that the
 * page gives the therapist; null where it is not whole.
 */
export const turnsOf = (
  { head, text }: Pick<TranscriptState, 'head' | 'text'>,
  names: Readonly<Record<string, string>>,
  therapist: string,
): ReadableTurn[] | null => {
  const stored = text === null ? null : readStoredTurns(text)
  if (!stored?.ok) return null
  return stored.value.flatMap(({ speaker: place, text: said, startMs }) => {
    const speaker = head.speakers[place]
    if (!speaker) return []
    const { who, role } = speaker
    const name = role === 'therapist' ? therapist : ((who && names[who]) ?? speaker.name)
    return [{ place, who, startMs, role, speaker: name, text: said }]
  })
}
