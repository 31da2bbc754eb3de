import type { SessionState } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { useNow } from './use-now.page.ts'
import { focusHeading } from './focus-soon.page.ts'

const minutes = (from: string, to: number): number =>
  Math.max(0, Math.floor((to - new Date(from).getTime()) / 60_000))

/** How long the hour has gone on, in whole minutes: nothing runs or blinks. */
export function SessionTimer({ open, session }: { open: OpenCase; session: SessionState }) {
  const { t, moment, time } = useTherapistText()
  const now = useNow()
  const { begunAt, endedAt } = session
  if (endedAt)
    return (
      <p className="session-timer">
        {t('session.was', {
          day: moment(begunAt),
          count: minutes(begunAt, new Date(endedAt).getTime()),
        })}
      </p>
    )
  return (
    <div className="row session-timer">
      <p>
        <strong>{t('session.minutes', { count: minutes(begunAt, now) })}</strong>{' '}
        <span className="soft">{t('session.begun', { at: time(begunAt) })}</span>
      </p>
      <Button
        onClick={() => {
          focusHeading()
          void open.append('record', {
            kind: 'session-ended',
            at: new Date().toISOString(),
            session: session.session,
          })
        }}
      >
        {t('session.end')}
      </Button>
    </div>
  )
}
