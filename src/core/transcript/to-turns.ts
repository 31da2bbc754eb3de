import type { Turn } from '../language/reading.ts'
import { gatherStretches } from './stretches.ts'
import type { Transcript } from './transcript.ts'

/** Who a speaker of the file is. `left-out` is nobody of the session's: a ringing phone, a voice from the next room. */
export interface SpeakerRole {
  role: 'partner' | 'therapist' | 'left-out'
  /** The case's label for the person; two speakers of one name are one person, whom a recogniser took for two. */
  name: string
}

/** Who is who, by the file's own names; the empty name stands for speech that names nobody. */
export type SpeakerRoles = Record<string, SpeakerRole>

/** A turn, and where it stands in the recording and in the transcript. */
export interface SpokenTurn extends Turn {
  startMs: number | null
  endMs: number | null
  /** Indices in the transcript's utterances: from the first to before the last. */
  from: number
  to: number
}

/** Speakers whose part nobody has settled yet, in order of first speaking; the empty name where speech names nobody. */
export const unsettledSpeakers = ({ utterances }: Transcript, roles: SpeakerRoles): string[] => [
  ...new Set(utterances.map(({ speaker }) => speaker).filter(speaker => !Object.hasOwn(roles, speaker))),
]

/**
 * The turns of a session: consecutive words of one person in one piece. A speaker whose part is not settled counts as a
 * partner under the file's name, so that nothing they say goes unread; only `left-out` is left out, and it still parts
 * what stands before and after it.
 */
export const toTurns = (transcript: Transcript, roles: SpeakerRoles): SpokenTurn[] => {
  const named = transcript.utterances.map(utterance => {
    const settled = Object.hasOwn(roles, utterance.speaker) ? roles[utterance.speaker] : undefined
    const { role, name } = settled ?? { role: 'partner' as const, name: utterance.speaker }
    // The role is part of who speaks: one name for a partner and for the therapist stays two people.
    return { ...utterance, speaker: `${role} ${name}` }
  })
  return gatherStretches({ utterances: named }).flatMap(({ speaker, ...stretch }) => {
    const at = speaker.indexOf(' ')
    const role = speaker.slice(0, at) as SpeakerRole['role']
    return role === 'left-out' ? [] : { speaker: speaker.slice(at + 1), role, ...stretch }
  })
}
