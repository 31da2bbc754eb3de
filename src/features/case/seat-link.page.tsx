import { useState } from 'react'
import type { SheetState } from '../../core/case/case-state.ts'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Notice } from '../../ui/notice.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase, SeatView } from '../../vault/therapist-vault.types.ts'
import { LinkToSend } from './link-to-send.page.tsx'
import { SureDialog } from '../../ui/sure-dialog.tsx'
import { seatStatus } from './seat-status.ts'

interface Props {
  open: OpenCase
  index: number
  label: string
  seat: SeatView | undefined
  sheet: SheetState | undefined
  /** Where links begin; null where none may be made. */
  origin: string | null
  alone: boolean
}
type Act = 'newLink' | 'revokeLink' | 'resetPin'

/** One person's link: to send while it is open, the two words once it is claimed, and what ends it. */
export function SeatLink({ open, index, label, seat, sheet, origin, alone }: Props) {
  const { t, language, day } = useTherapistText()
  const [sure, setSure] = useState<Act | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<TherapistKey | null>(null)
  if (!seat) return null
  const status = seatStatus(seat, sheet)

  const act = async (what: Act) => {
    setSure(null)
    setBusy(true)
    setFailure(null)
    try {
      await open[what](seat.seat)
    } catch (error) {
      setFailure(failureKey(error))
    } finally {
      setBusy(false)
    }
  }
  const claimed = seat.link === 'claimed'
  const gone = status === 'left'

  return (
    <section className="seat-link stack">
      <header className="seat-head">
        <h2>
          <PersonName index={index} label={label} />
        </h2>
        <p>{t(`status.${status}`)}</p>
      </header>
      {seat.claimHolds === false ? (
        <Notice kind="care" title={t('links.swapped-short')}>
          <p>{t('links.swapped', { who: label })}</p>
        </Notice>
      ) : null}
      {seat.locked ? (
        <Notice title={t('links.locked-title')}>
          <p>{t('links.locked')}</p>
        </Notice>
      ) : null}
      {claimed && !gone && seat.words && seat.claimHolds !== false ? (
        <div className="stack-tight">
          <p className="two-words">{seat.words[language]}</p>
          <p>{seat.claimHolds ? t('links.words', { who: label }) : t('links.words-unchecked')}</p>
        </div>
      ) : null}
      {seat.link === 'open' && seat.linkPath && origin ? (
        <>
          <LinkToSend link={`${origin}${seat.linkPath}`} label={label} />
          <p className="small soft">{t('links.once', { until: day(seat.expiresAt) })}</p>
        </>
      ) : null}
      {seat.link === 'open' && !seat.linkPath ? <p>{t('links.elsewhere')}</p> : null}
      {seat.link === 'expired' ? <p>{t('links.expired')}</p> : null}
      {seat.link === 'revoked' ? <p>{t('links.revoked')}</p> : null}
      {gone ? <p>{t('links.left', { who: label })}</p> : null}
      {gone ? null : (
        <div className="row">
          {origin ? (
            <Button disabled={busy} onClick={() => setSure('newLink')}>
              {t('links.new')}
            </Button>
          ) : null}
          {claimed && seat.waits ? (
            <Button kind="quiet" disabled={busy} onClick={() => setSure('resetPin')}>
              {t('links.reset')}
            </Button>
          ) : null}
          {seat.link === 'revoked' ? null : (
            <Button kind="quiet" disabled={busy} onClick={() => setSure('revokeLink')}>
              {t('links.revoke')}
            </Button>
          )}
        </div>
      )}
      {failure ? (
        <Notice live>
          <p>{t(failure)}</p>
        </Notice>
      ) : null}
      {alone || !origin || seat.link !== 'open' ? null : (
        <p className="small soft">{t('links.alone-each')}</p>
      )}
      {sure ? (
        <SureDialog
          title={t(`links.sure-${sure}` as TherapistKey, { who: label })}
          detail={t(`links.sure-${sure}-detail` as TherapistKey)}
          action={t(sure === 'newLink' ? 'links.new' : sure === 'resetPin' ? 'links.reset' : 'links.revoke')}
          grave={sure === 'revokeLink'}
          onSure={() => void act(sure)}
          onClose={() => setSure(null)}
        />
      ) : null}
    </section>
  )
}
