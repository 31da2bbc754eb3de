import type { TranscriptState } from '../../core/case/session-state.ts'
import { readStoredTurns } from '../../core/case/stored-transcript.ts'
import type { Turn } from '../../core/language/reading.ts'

/** A turn with whose it is: the place of its speaker among the transcript's, and the person, if it is one of the case. */
export interface ReadableTurn extends Turn {
  place: number
  who: string | null
  startMs: number | null
}

/** The turns of a stored transcript, each under the name that the case gives its speaker; null where it is not whole. */
export const turnsOf = (
  { head, text }: TranscriptState,
  nameOf: (who: string) => string,
): ReadableTurn[] | null => {
  const stored = text === null ? null : readStoredTurns(text)
  if (!stored?.ok) return null
  return stored.value.flatMap(({ speaker: place, text: said, startMs }) => {
    const speaker = head.speakers[place]
    return speaker
      ? [
          {
            place,
            who: speaker.who,
            startMs,
            role: speaker.role,
            speaker: speaker.who ? nameOf(speaker.who) : speaker.name,
            text: said,
          },
        ]
      : []
  })
}
