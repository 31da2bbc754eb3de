import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { TranscriptState } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { SureDialog } from '../../ui/sure-dialog.tsx'
import { decisionOn } from './decide-finding.page.ts'
import { eraseTranscript } from './erase-transcript.page.ts'

interface Props {
  open: OpenCase
  transcript: TranscriptState
  /** Keys of the findings that are shown. */
  undecided: string[]
}

/** The end of a reading: the transcript is erased, unless it is kept with a reason. */
export function FinishReading({ open, transcript, undecided }: Props) {
  const { t } = useTherapistText()
  const [sure, setSure] = useState(false)
  const [why, setWhy] = useState(transcript.kept ?? '')
  const { head, kept } = transcript
  const left = undecided.filter(key => decisionOn(open.state, transcript, key) === 'open').length
  const mustKeep = open.state.heard.some(
    one => head.heard.includes(one.who) && one.consent.retention === 'as-law-requires',
  )
  const keep = (now: boolean) =>
    void open.append('notes', {
      kind: 'transcript-kept',
      at: new Date().toISOString(),
      transcript: head.transcript,
      kept: now,
      words: now ? why.trim() : '',
    })
  const finish = async () => {
    setSure(false)
    navigate(`/case/${open.id}/reading`)
    await eraseTranscript(open, head.transcript, 'decided')
  }
  return (
    <section className="stack finish screen-only">
      <h2>{t('finish.title')}</h2>
      <p>{left === 0 ? t('finish.decided') : t('finish.left')}</p>
      <p>{t('finish.default')}</p>
      <div>
        <Button kind="main" onClick={() => setSure(true)}>
          {t('finish.erase')}
        </Button>
      </div>
      {kept === null ? (
        <form
          className="stack-tight"
          onSubmit={event => {
            event.preventDefault()
            if (why.trim()) keep(true)
          }}
        >
          <Field label={t('finish.why')} hint={t(mustKeep ? 'finish.why-law' : 'finish.why-hint')}>
            {wiring => (
              <input
                {...wiring}
                maxLength={300}
                autoComplete="off"
                value={why}
                onChange={event => setWhy(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button type="submit" disabled={!why.trim()}>
              {t('finish.keep')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="row">
          {t('reading.kept', { why: kept })}
          <Button kind="quiet" onClick={() => keep(false)}>
            {t('finish.keep-no-more')}
          </Button>
        </p>
      )}
      {sure ? (
        <SureDialog
          title={t('finish.sure')}
          detail={t(left === 0 ? 'finish.sure-detail' : 'finish.sure-left')}
          action={t('finish.erase')}
          grave
          onSure={() => void finish()}
          onClose={() => setSure(false)}
        />
      ) : null}
    </section>
  )
}
