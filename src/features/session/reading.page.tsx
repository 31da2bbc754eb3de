import { useEffect } from 'react'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { finishErasing } from './erase-transcript.page.ts'
import { OpenTranscript } from './open-transcript.page.tsx'
import { ReadTranscript } from './read-transcript.page.tsx'
import { TranscriptList } from './transcript-list.page.tsx'

/** Reading a session: the transcripts that are here, the way to open another, and one that is being read. */
export function ReadingSection({ open, part }: { open: OpenCase; part: string }) {
  // An erasure that was cut short, on this device or another, is taken up again.
  useEffect(() => void finishErasing(open).catch(() => undefined), [open])
  const transcript = open.state.transcripts.find(({ head }) => head.transcript === part)
  if (part === 'new') return <OpenTranscript open={open} />
  if (transcript) return <ReadTranscript key={part} open={open} transcript={transcript} />
  return <TranscriptList open={open} />
}
