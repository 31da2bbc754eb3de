import { useState } from 'react'
import type { HeardState } from '../../core/case/session-state.ts'
import { inSentence } from '../../ui/blueprint/blueprint-text.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { SureDialog } from '../../ui/sure-dialog.tsx'
import { eraseWhereHeard } from './erase-transcript.page.ts'
import { focusHeading } from './focus-soon.page.ts'

/** Who consented to be heard, and to what; each consent can be withdrawn at one press. */
export function ConsentsHeard({ open }: { open: OpenCase }) {
  const { t, day } = useTherapistText()
  const [withdrawing, setWithdrawing] = useState<HeardState | null>(null)
  const { heard } = open.state
  if (heard.length === 0) return null
  const withdraw = async ({ who }: HeardState) => {
    setWithdrawing(null)
    await open.append('record', { kind: 'heard-consent-withdrawn', at: new Date().toISOString(), who })
    await eraseWhereHeard(open, who)
    focusHeading()
  }
  return (
    <section className="stack">
      <h2>{t('consent.title')}</h2>
      <ul role="list" className="lines">
        {heard.map(one => (
          <li key={one.who} className="stack-tight">
            <p>
              <strong>{one.label}</strong>{' '}
              <span className="soft">
                {one.withdrawnAt
                  ? t('consent.withdrawn', { day: day(one.withdrawnAt) })
                  : t('consent.given', {
                      day: day(one.consent.at),
                      how: t(`consent.how.${one.consent.how}`),
                    })}
              </span>
            </p>
            {one.withdrawnAt ? null : (
              <>
                <p className="small">
                  {[
                    one.consent.recording ? t('consent.recording') : '',
                    one.consent.service ? t('consent.service-named', { service: one.consent.service }) : '',
                    one.consent.analysis ? t('consent.analysis') : '',
                    one.consent.supervision ? t('consent.supervision') : '',
                    inSentence(t(`consent.retention.${one.consent.retention}`)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <div>
                  <Button kind="quiet" onClick={() => setWithdrawing(one)}>
                    {t('consent.withdraw')}
                    <span className="visually-hidden">: {one.label}</span>
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <SureDialog
          title={t('consent.withdraw-title', { who: withdrawing.label })}
          detail={t('consent.withdraw-detail')}
          action={t('consent.withdraw')}
          grave
          onSure={() => void withdraw(withdrawing)}
          onClose={() => setWithdrawing(null)}
        />
      ) : null}
    </section>
  )
}
