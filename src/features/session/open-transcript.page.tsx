import { useEffect, useState } from 'react'
import type { Person } from '../../core/case/entry-kind.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ConsentStep } from './consent-step.page.tsx'
import { warmReader } from './load-reader.page.ts'
import { TranscriptFile } from './transcript-file.page.tsx'
import { WhoIsWho } from './who-is-who.page.tsx'

/** What was settled before the file: whether anybody was recorded, by which service, and everyone heard. */
export interface HeardBy {
  from: 'recording' | 'notes'
  service: string
  /** People of the case and others, everyone with their consent where a recording is opened. */
  heard: Person[]
}

/** Opens a transcript, one step after another: consent, the file, who is who. Nothing is read before all three. */
export function OpenTranscript({ open }: { open: OpenCase }) {
  const { t } = useTherapistText()
  const [heardBy, setHeardBy] = useState<HeardBy | null>(null)
  const [transcript, setTranscript] = useState<Transcript | null>(null)
  useEffect(() => {
    const timer = setTimeout(warmReader, 300)
    return () => clearTimeout(timer)
  }, [])
  const step = !heardBy ? 1 : !transcript ? 2 : 3
  return (
    <>
      <div className="stack">
        <p className="step">{t('open.step', { step })}</p>
        <PageTitle key={step}>
          {t(step === 1 ? 'open.consent' : step === 2 ? 'open.file' : 'open.who')}
        </PageTitle>
      </div>
      {!heardBy ? (
        <ConsentStep open={open} onDone={setHeardBy} />
      ) : !transcript ? (
        <TranscriptFile from={heardBy.from} onRead={setTranscript} />
      ) : (
        <WhoIsWho open={open} heardBy={heardBy} transcript={transcript} onOther={() => setTranscript(null)} />
      )}
    </>
  )
}
