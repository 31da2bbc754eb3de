import { useState } from 'react'
import type { TranscriptState } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ConsentsHeard } from './consents-heard.page.tsx'
import { eraseTranscript } from './erase-transcript.page.ts'
import { SureDialog } from '../../ui/sure-dialog.tsx'
import { focusHeading } from './focus-soon.page.ts'

/** The transcripts of a case that have not been erased yet, and who consented to be heard. */
export function TranscriptList({ open }: { open: OpenCase }) {
  const { t, moment } = useTherapistText()
  const [erasing, setErasing] = useState<TranscriptState | null>(null)
  const { transcripts } = open.state
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.reading')}</PageTitle>
        <p>{t('reading.intro')}</p>
        <p className="small soft">{t('reading.stays')}</p>
        <p>
          <a className="button button-main" href={`#/case/${open.id}/reading/new`}>
            {t('reading.open-one')}
          </a>
        </p>
        <FrenchNotice />
      </div>
      <section className="stack">
        <h2>{t('reading.here')}</h2>
        {transcripts.length === 0 ? <p className="soft">{t('reading.none')}</p> : null}
        <ul role="list" className="lines">
          {[...transcripts].reverse().map(transcript => (
            <li key={transcript.head.transcript} className="row transcript-line">
              {transcript.text === null ? (
                <span>{t('reading.not-whole', { at: moment(transcript.head.at) })}</span>
              ) : (
                <a href={`#/case/${open.id}/reading/${transcript.head.transcript}`}>
                  {t('reading.of', { at: moment(transcript.head.at) })}
                </a>
              )}
              <span className="soft">
                {transcript.kept === null ? t('reading.waits') : t('reading.kept', { why: transcript.kept })}
              </span>
              <Button kind="quiet" onClick={() => setErasing(transcript)}>
                {t('reading.erase')}
                <span className="visually-hidden">: {moment(transcript.head.at)}</span>
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <ConsentsHeard open={open} />
      {erasing ? (
        <SureDialog
          title={t('reading.erase-title')}
          detail={t('reading.erase-detail')}
          action={t('reading.erase')}
          grave
          onSure={() => {
            setErasing(null)
            void eraseTranscript(open, erasing.head.transcript, 'asked').then(focusHeading)
          }}
          onClose={() => setErasing(null)}
        />
      ) : null}
    </>
  )
}

/** On French pages: that reading French is newer and sees less. */
export function FrenchNotice({ reading }: { reading?: 'en' | 'fr' }) {
  const { t, language } = useTherapistText()
  if ((reading ?? language) !== 'fr') return null
  return (
    <Notice title={t('reading.french-title')}>
      <p>{t('reading.french')}</p>
    </Notice>
  )
}
