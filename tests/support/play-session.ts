import { storeTurns } from '../../src/core/case/stored-transcript.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import type { OpenCase } from '../../src/vault/therapist-vault.types.ts'

const at = '2026-11-23T09:00:00.000Z'
const newId = (): string => Buffer.from(cryptography.random(16)).toString('base64url')

/**
 * One session with a mark in everything that can be written of it: consent to be heard, a transcript in several parts,
 * what was dismissed and what was accepted, and a second transcript that is erased, whose marks begin with "erased".
 */
export const playMarkedSession = async (
  open: OpenCase,
  who: string,
  write: (name: string) => string,
): Promise<void> => {
  const session = newId()
  await open.append('record', { kind: 'session-begun', at, session })
  await open.append('record', {
    kind: 'question-asked',
    at,
    question: write('question asked'),
    who: null,
    asked: true,
    session,
  })
  await open.append('record', {
    kind: 'heard-consent',
    at,
    who,
    label: write('label of who is heard'),
    recording: true,
    service: write('transcription service'),
    analysis: true,
    supervision: false,
    retention: 'until-accepted',
    how: 'aloud',
    ofAge: true,
  })
  const keep = async (name: (part: string) => string): Promise<string> => {
    const transcript = newId()
    const said = (which: string) => ({
      speaker: 0,
      text: `${write(name(which))} `.repeat(900),
      startMs: null,
    })
    const parts = storeTurns([said('first words'), said('middle words'), said('last words')])
    await open.appendAll('notes', [
      {
        kind: 'transcript',
        at,
        transcript,
        session,
        from: 'recording',
        format: 'text',
        service: write(name('service')),
        speakers: [{ name: write(name('speaker')), role: 'partner', who }],
        heard: [who],
        parts: parts.length,
      },
      ...parts.map((text, part) => ({ kind: 'transcript-part' as const, at, transcript, part, text })),
    ])
    await open.append('notes', {
      kind: 'finding-dismissed',
      at,
      transcript,
      finding: write(name('dismissed')),
      dismissed: true,
    })
    await open.append('notes', {
      kind: 'transcript-kept',
      at,
      transcript,
      kept: true,
      words: write(name('why kept')),
    })
    return transcript
  }
  const transcript = await keep(part => `transcript ${part}`)
  const gone = await keep(part => `erased ${part}`)
  const taken = (name: string) => ({
    at,
    item: newId(),
    who,
    words: write(name),
    session,
    source: { transcript, finding: write(`key of ${name}`) },
  })
  await open.append('record', {
    kind: 'card',
    ...taken('story'),
    of: 'story',
    asked: write('what came of asking'),
    rewritten: write('rewritten'),
  })
  await open.append('record', { kind: 'promise-heard', ...taken('promise') })
  await open.append('record', {
    kind: 'advice',
    ...taken('advice'),
    step: 'refused',
    why: write('why refused'),
  })
  await open.append('record', { kind: 'exercise', ...taken('exercise') })
  for (const [journal, finding] of [
    ['record', 'contempt'],
    ['safety', 'risk'],
  ] as const)
    await open.append(journal, {
      kind: 'finding-accepted',
      ...taken(`accepted ${finding}`),
      finding,
      element: null,
      sign: null,
      sense: null,
      quote: write(`quote of ${finding}`),
    })
  await open.append('record', { kind: 'transcript-erased', at, transcript: gone, why: 'decided' })
  const hashes = open.entries.flatMap(({ journal, hash, body }) =>
    journal === 'notes' && 'transcript' in body && body.transcript === gone ? [hash] : [],
  )
  await open.erase('notes', hashes)
}
