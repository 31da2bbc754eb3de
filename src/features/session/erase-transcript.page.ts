import type { EntryBody } from '../../core/case/entry-kind.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

type Why = EntryBody<'transcript-erased'>['why']

const isOf = (body: EntryBody, transcript: string): boolean =>
  (body.kind === 'transcript' ||
    body.kind === 'transcript-part' ||
    body.kind === 'transcript-kept' ||
    body.kind === 'finding-dismissed') &&
  body.transcript === transcript

/**
 * Erases a transcript, its words and what was decided about them, here and on the server; that there was one, and why it
 * went, is noted first, so that an erasure that is cut short is taken up again (`finishErasing`).
 */
export const eraseTranscript = async (open: OpenCase, transcript: string, why: Why): Promise<void> => {
  await open.append('record', { kind: 'transcript-erased', at: new Date().toISOString(), transcript, why })
  await eraseWords(open, [transcript])
}

const eraseWords = async (open: OpenCase, transcripts: string[]): Promise<void> => {
  const hashes = open.entries
    .filter(({ journal, body }) => journal === 'notes' && transcripts.some(one => isOf(body, one)))
    .map(({ hash }) => hash)
  if (hashes.length > 0) await open.erase('notes', hashes)
}

/** Erases what is still here of transcripts whose end was noted. */
export const finishErasing = (open: OpenCase): Promise<void> =>
  eraseWords(
    open,
    open.entries.flatMap(({ body }) => (body.kind === 'transcript-erased' ? [body.transcript] : [])),
  )

/** A consent was withdrawn: every transcript that this person is heard in goes, with its findings not yet accepted. */
export const eraseWhereHeard = async (open: OpenCase, who: string): Promise<void> => {
  for (const { head } of open.state.transcripts)
    if (head.heard.includes(who)) await eraseTranscript(open, head.transcript, 'withdrawn')
}
