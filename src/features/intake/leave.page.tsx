import { useState } from 'react'
import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Leaving for good: what goes, what stays, and a plain way to stay. */
export function LeavePage(props: { onBack(): void }) {
  const { t } = useWording()
  const { vault, setting, state, others, keep } = useSeat()
  const [sure, setSure] = useState(false)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)

  const leave = async () => {
    if (!sure || busy) return
    setBusy(true)
    setFailed(false)
    try {
      const shown = state.releases[vault.seat]
      const showsSomething = shown && (shown.meaning !== null || Object.keys(shown.elements).length > 0)
      if (showsSomething && !(await keep('shared', { kind: 'release', elements: {}, meaning: null })))
        throw new Error('Not kept')
      await vault.leave()
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <div className="page">
      <Heading>{t.leave.title}</Heading>
      <p>{t.leave.goes}</p>
      <p>{t.leave.stays(setting.therapist)}</p>
      <p>{t.leave.own}</p>
      {others.length ? <p>{t.leave.others}</p> : null}
      {vault.sync === 'offline' ? <p>{t.leave.offline}</p> : null}
      <label className="tick">
        <input type="checkbox" checked={sure} onChange={event => setSure(event.currentTarget.checked)} />
        <span>{t.leave.sure}</span>
      </label>
      <p role="alert" className="said">
        {failed ? t.leave.failed : ''}
      </p>
      <div className="two">
        <button type="button" className="main" onClick={props.onBack}>
          {t.leave.stay}
        </button>
        <button type="button" className="second" disabled={!sure} onClick={leave}>
          {t.leave.confirm}
        </button>
      </div>
    </div>
  )
}
