import { useHashLocation } from 'wouter/use-hash-location'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { FirstRunPage } from '../../features/account/first-run.page.tsx'
import { RecoverPage } from '../../features/account/recover.page.tsx'
import { SignInPage } from '../../features/account/sign-in.page.tsx'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'
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
  const first = lockedName === null && (path === '/begin' || (server?.fresh === true && path !== '/recover'))
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
