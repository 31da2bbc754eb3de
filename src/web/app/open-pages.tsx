import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { KitPage } from '../../features/account/kit.page.tsx'
import { CasePage } from '../../features/case/case.page.tsx'
import { CaseloadPage } from '../../features/case/caseload.page.tsx'
import { NewCasePage } from '../../features/case/new-case.page.tsx'
import type { RoomContent } from '../../features/case/room.ts'
import type { TherapistVault } from '../../vault/therapist-vault.types.ts'
import { AppHead } from './app-head.tsx'
import { prepareSession, sessionSections } from './session-sections.ts'

/** Learning and practice; loaded apart, so that the first page stays light. */
const AcademyPage = lazy(() => import('./academy-part.ts').then(part => ({ default: part.AcademyPage })))

interface Props {
  vault: TherapistVault
  server: ServerState | null
  /** The recovery code, only right after the account was made. */
  recoveryCode: string | null
  onKitDone(): void
  onRoom(content: RoomContent): void
  onLock(): void
  onSignOut(): void
}

/** The pages of an open account. Addresses stand after `#`, where no server hears them, and hold random ids only. */
export function OpenPages({ vault, server, recoveryCode, onKitDone, onRoom, onLock, onSignOut }: Props) {
  // Once the first page stands: a session must not wait for the network.
  useEffect(() => {
    const timer = setTimeout(prepareSession, 1500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <AppHead onLock={onLock} onSignOut={onSignOut} />
      <Switch>
        <Route path="/kit">
          <KitPage
            vault={vault}
            recoveryCode={recoveryCode}
            onDone={() => {
              if (!vault.kitUnconfirmed) onKitDone()
              navigate('/')
            }}
          />
        </Route>
        <Route path="/new-case">
          {vault.kitUnconfirmed ? (
            <Redirect to="/kit" />
          ) : (
            <NewCasePage vault={vault} onMade={id => navigate(`/case/${id}/links`)} />
          )}
        </Route>
        <Route<{ id: string; section?: string; part?: string }> path="/case/:id/:section?/:part?">
          {({ id, section, part }) => (
            <CasePage
              key={id}
              vault={vault}
              id={id}
              section={section ?? ''}
              part={part ?? ''}
              more={sessionSections}
              server={server}
              onRoom={onRoom}
            />
          )}
        </Route>
        <Route<{ section?: string; part?: string }> path="/academy/:section?/:part?">
          {({ section, part }) => (
            <Suspense fallback={null}>
              <AcademyPage vault={vault} section={section ?? ''} part={part ?? ''} />
            </Suspense>
          )}
        </Route>
        <Route>
          <CaseloadPage vault={vault} />
        </Route>
      </Switch>
    </>
  )
}
