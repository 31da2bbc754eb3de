import { useEffect, useState } from 'react'
import type { SyncState } from '../../vault/therapist-vault.types.ts'
import { useWording } from './language-context.page.tsx'

/** Sending that takes less than this is not worth a word. */
const PATIENCE_MS = 1500

/** What became of the last answer, quietly: kept, waiting for the network, or no room. */
export function SavingLine(props: { sync: SyncState; keptAt: Date | null; trouble: string }) {
  const { t, language } = useWording()
  const [slow, setSlow] = useState(false)
  const isWaiting = props.sync === 'waiting'
  useEffect(() => {
    setSlow(false)
    if (!isWaiting) return
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])

  if (props.trouble)
    return (
      <p role="alert" className="trouble">
        {props.trouble}
      </p>
    )
  const time = props.keptAt?.toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const words =
    props.sync === 'full'
      ? t.saving.full
      : props.sync === 'offline' || slow
        ? t.saving.waiting
        : time
          ? t.saving.kept(time)
          : ''
  return (
    <p role="status" className="saving">
      {words}
    </p>
  )
}
