import { useRef, useState } from 'react'
import { readTranscript } from '../../core/transcript/read-transcript.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'

const failures: Record<string, TherapistKey> = {
  'transcript.too-long': 'file.too-long',
  'transcript.unfolds-too-long': 'file.too-long',
  'transcript.too-many': 'file.too-long',
  'transcript.empty': 'file.empty',
  'transcript.other-file': 'file.other',
}

interface Props {
  from: 'recording' | 'notes'
  onRead(transcript: Transcript): void
}

/** Takes a transcript: a file dropped or chosen, or words pasted or typed. It is opened in this page and sent nowhere. */
export function TranscriptFile({ from, onRead }: Props) {
  const { t } = useTherapistText()
  const [words, setWords] = useState('')
  const [failed, setFailed] = useState<TherapistKey | null>(null)
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const read = (bytes: Uint8Array, name: string) => {
    const transcript = readTranscript(bytes, name)
    if (transcript.ok) return onRead(transcript.value)
    setFailed(failures[transcript.issues[0]?.code ?? ''] ?? 'file.not-read')
  }
  const readFile = async (file: File | undefined) => {
    if (file) read(new Uint8Array(await file.arrayBuffer()), file.name)
  }
  return (
    <div className="stack-wide">
      {failed ? (
        <Notice live title={t('file.failed')}>
          <p>{t(failed)}</p>
        </Notice>
      ) : null}
      {from === 'recording' ? (
        <section
          className={over ? 'drop-place over' : 'drop-place'}
          aria-label={t('file.drop')}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={event => {
            event.preventDefault()
            setOver(false)
            void readFile(event.dataTransfer.files[0])
          }}
        >
          <p className="lead">{t('file.drop')}</p>
          <p className="small soft">{t('file.kinds')}</p>
          <Button kind="main" onClick={() => chooser.current?.click()}>
            {t('file.choose')}
          </Button>
          <input
            ref={chooser}
            className="visually-hidden"
            type="file"
            tabIndex={-1}
            aria-label={t('file.choose')}
            accept=".txt,.vtt,.srt,.docx,.json,text/plain,text/vtt"
            onChange={event => void readFile(event.currentTarget.files?.[0])}
          />
        </section>
      ) : null}
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (words.trim()) read(new TextEncoder().encode(words), '')
        }}
      >
        <Field label={t(from === 'notes' ? 'file.type' : 'file.paste')} hint={t('file.paste-hint')}>
          {wiring => (
            <textarea
              {...wiring}
              rows={8}
              value={words}
              onChange={event => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" disabled={!words.trim()}>
            {t('file.use')}
          </Button>
        </div>
      </form>
    </div>
  )
}
