import type { Person } from '../../core/case/entry-kind.ts'
import { suggestRoles } from '../../core/transcript/suggest-roles.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'

/** Who a speaker of a file is: a person heard by id, the therapist, or nobody of the session. */
export type SpeakerIs = { is: 'heard'; who: string } | { is: 'therapist' } | { is: 'nobody' }

/** A guess at who a speaker is, and what it rests on; shown as a guess, and used only once a person has said so. */
export interface SpeakerGuess {
  speaker: string
  guess: SpeakerIs | null
  because: 'name' | 'asks' | 'left' | 'none'
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()
    .trim()

/**
 * A guess for every speaker of a file, the nameless one too. A speaker called as the case calls somebody is that person;
 * who asks and reflects is the therapist; where one person and one speaker are left, they are each other.
 */
export const suggestPeople = (transcript: Transcript, heard: readonly Person[]): SpeakerGuess[] => {
  const roles = suggestRoles(transcript)
  const speakers = Object.keys(roles)
  const named = new Map(
    speakers.flatMap((speaker): [string, string][] => {
      const found = heard.find(({ label }) => plain(label) === plain(speaker))
      return found ? [[speaker, found.seat]] : []
    }),
  )
  const therapist = speakers.find(speaker => !named.has(speaker) && roles[speaker]?.role === 'therapist')
  const openSpeakers = speakers.filter(
    speaker => speaker !== therapist && !named.has(speaker) && speaker !== '',
  )
  const openPeople = heard.filter(({ seat }) => ![...named.values()].includes(seat))
  const isLastPair = openSpeakers.length === 1 && openPeople.length === 1
  return speakers.map((speaker): SpeakerGuess => {
    const who = named.get(speaker)
    if (who) return { speaker, guess: { is: 'heard', who }, because: 'name' }
    if (speaker === therapist)
      return {
        speaker,
        guess: { is: 'therapist' },
        because: roles[speaker]?.because === 'name' ? 'name' : 'asks',
      }
    const [left] = openPeople
    return isLastPair && left && speaker === openSpeakers[0]
      ? { speaker, guess: { is: 'heard', who: left.seat }, because: 'left' }
      : { speaker, guess: null, because: 'none' }
  })
}
