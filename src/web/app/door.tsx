import { useHashLocation } from 'wouter/use-hash-location'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { FirstRunPage } from '../../features/account/first-run.page.tsx'
import { RecoverPage } from '../../features/account/recover.page.tsx'
import { SignInPage } from '../../features/account/sign-in.page.tsx'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { AppHead } from './app-head.tsx'

export type DoorReason = 'none' | 'idle' | 'asked' | 'room'

interface Props {
  account: TherapistAccount
  server: ServerState | null
  lockedName: string | null
  reason: DoorReason
  onOpen(vault: TherapistVault, recoveryCode?: string): void
  onOtherName(): void
}

/** Every way in: the first run on a new server, signing in, coming back after a lock, the recovery kit. */
export function Door({ account, server, lockedName, reason, onOpen, onOtherName }: Props) {
  const [path] = useHashLocation()
  const { t } = useTherapistText()
  const first = lockedName === null && (path === '/begin' || (server?.fresh === true && path !== '/recover'))
  // Without a secure address a browser gives a page no cryptography: nothing behind this door would work.
  if (!window.isSecureContext)
    return (
      <>
        <AppHead />
        <main className="page narrow stack">
          <PageTitle>{t('door.not-secure-title')}</PageTitle>
          <Notice>
            <p>{t('door.not-secure')}</p>
          </Notice>
        </main>
      </>
    )
  return (
    <>
      <AppHead />
      {path === '/recover' ? (
        <RecoverPage account={account} onOpen={onOpen} />
      ) : first ? (
        <FirstRunPage account={account} onOpen={onOpen} />
      ) : (
        <SignInPage
          key={reason}
          account={account}
          lockedName={lockedName}
          reason={reason}
          onOpen={onOpen}
          onOtherName={onOtherName}
        />
      )}
    </>
  )
}
