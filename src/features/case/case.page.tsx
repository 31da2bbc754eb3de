import { useEffect, useState } from 'react'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { Button } from '../../ui/button.tsx'
import { failureKey } from '../../ui/failure-key.ts'
import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { type CaseSection, CaseSections } from './case-sections.page.tsx'
import type { RoomContent } from './room.ts'

interface Props {
  vault: TherapistVault
  id: string
  section: string
  part: string
  more: CaseSection[]
  server: ServerState | null
  onRoom(content: RoomContent): void
}

const refreshMs = 20_000

/** Opens one case and keeps it fresh while somebody looks at it. */
export function CasePage({ vault, id, section, part, more, server, onRoom }: Props) {
  const { t } = useTherapistText()
  const [open, setOpen] = useState<OpenCase | null>(null)
  const [failure, setFailure] = useState<TherapistKey | null>(null)

  const [round, setRound] = useState(0)

  // `round` asks for another try
  useEffect(() => {
    let here = true
    setOpen(null)
    setFailure(null)
    vault.openCase(id).then(
      opened => here && setOpen(opened),
      error => here && setFailure(failureKey(error)),
    )
    return () => {
      here = false
    }
  }, [vault, id, round])

  useEffect(() => {
    if (!open) return
    const refresh = () => {
      if (document.visibilityState === 'visible') void open.refresh()
    }
    refresh()
    const timer = setInterval(refresh, refreshMs)
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('online', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('online', refresh)
    }
  }, [open])

  if (failure)
    return (
      <main className="page stack">
        <Notice live title={t('case.not-opened')}>
          <p>{t(failure)}</p>
        </Notice>
        <div className="row">
          <Button onClick={() => setRound(round + 1)}>{t('try-again')}</Button>
          <a href="#/">{t('case.to-caseload')}</a>
        </div>
      </main>
    )
  if (!open)
    return (
      <main className="page">
        <p role="status">{t('case.opening')}</p>
      </main>
    )
  return (
    <CaseSections open={open} section={section} part={part} more={more} server={server} onRoom={onRoom} />
  )
}
