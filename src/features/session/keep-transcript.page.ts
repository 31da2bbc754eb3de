import { type StoredTurn, storeTurns } from '../../core/case/stored-transcript.ts'
import { type SpeakerRoles, toTurns } from '../../core/transcript/to-turns.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { newId } from './new-id.page.ts'
import type { HeardBy } from './open-transcript.page.tsx'
import type { SpeakerIs } from './suggest-people.ts'

/**
 * Keeps a transcript sealed in `notes`: its head and its words in parts, all or none. What nobody of the session said is not
 * stored. Gives the transcript's id.
 */
export const keepTranscript = async (
  open: OpenCase,
  { from, service, heard }: HeardBy,
  transcript: Transcript,
  isOf: (speaker: string) => SpeakerIs,
): Promise<string> => {
  const names = [...new Set(transcript.utterances.map(({ speaker }) => speaker))]
  const roles: SpeakerRoles = Object.fromEntries(
    names.map(name => {
      const one = isOf(name)
      // Ids in the place of names: two speakers of the file may be one person.
      if (one.is === 'heard') return [name, { role: 'partner' as const, name: one.who }]
      return [
        name,
        { role: one.is === 'therapist' ? ('therapist' as const) : ('left-out' as const), name: '' },
      ]
    }),
  )
  const turns = toTurns(transcript, roles)
  const speakers = [...new Map(turns.map(turn => [`${turn.role} ${turn.speaker}`, turn])).values()].map(
    ({ role, speaker }) => ({
      role,
      who: role === 'partner' ? speaker : null,
      name: role === 'partner' ? (heard.find(({ seat }) => seat === speaker)?.label ?? '') : '',
    }),
  )
  const stored = turns.map(
    (turn): StoredTurn => ({
      speaker: speakers.findIndex(one => one.role === turn.role && (one.who ?? '') === turn.speaker),
      text: turn.text,
      startMs: turn.startMs,
    }),
  )
  const parts = storeTurns(stored)
  const at = new Date().toISOString()
  const id = newId()
  const { sessions } = open.state
  await open.appendAll('notes', [
    {
      kind: 'transcript',
      at,
      transcript: id,
      session: sessions.at(-1)?.session ?? null,
      from,
      format: transcript.format,
      service,
      speakers,
      heard: from === 'recording' ? heard.map(({ seat }) => seat) : [],
      parts: parts.length,
    },
    ...parts.map((text, part) => ({ kind: 'transcript-part' as const, at, transcript: id, part, text })),
  ])
  return id
}
