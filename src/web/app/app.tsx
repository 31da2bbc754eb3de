import { useCallback, useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { fetchServerState } from '../../client/server-state.ts'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { RoomPage } from '../../features/case/room.page.tsx'
import type { RoomContent } from '../../features/case/room.ts'
import { finishBeforeLock } from '../../ui/before-lock.ts'
import { forgetDrafts } from '../../ui/use-draft.ts'
import type { TherapistAccount, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { Door, type DoorReason } from './door.tsx'
import { OpenPages } from './open-pages.tsx'
import { useIdle } from './use-idle.ts'

type Standing =
  | { at: 'door'; lockedName: string | null; reason: DoorReason }
  | { at: 'open'; vault: TherapistVault; recoveryCode: string | null }
  | { at: 'room'; name: string; content: RoomContent }

/** How long nothing may happen before the keys are forgotten. */
const idleMs = 10 * 60_000
/** How long the room view may stand with nobody turning a page: an hour's talk about one element is a long one. */
const roomIdleMs = 60 * 60_000

/** The therapist's pages: shut at the door, open, or in the room view, where the keys are already forgotten. */
export function App({ account }: { account: TherapistAccount }) {
  const [standing, stand] = useState<Standing>({ at: 'door', lockedName: null, reason: 'none' })
  const [server, setServer] = useState<ServerState | null>(null)

  // Asked again at each change of standing until it is known: a page opened without a network learns it later.
  useEffect(() => {
    if (!server) void fetchServerState().then(setServer, () => undefined)
  }, [server, standing.at])

  const vault = standing.at === 'open' ? standing.vault : null
  const lock = useCallback(
    async (reason: DoorReason) => {
      if (!vault) return
      await finishBeforeLock()
      const lockedName = vault.signInName
      vault.lock()
      stand({ at: 'door', lockedName, reason })
    },
    [vault],
  )
  useIdle(idleMs, vault ? () => void lock('idle') : null)

  const enterRoom = async (content: RoomContent) => {
    if (!vault) return
    await finishBeforeLock()
    const name = vault.signInName
    vault.lock()
    stand({ at: 'room', name, content })
  }
  const leaveRoom = useCallback((name: string) => {
    if (document.fullscreenElement) void document.exitFullscreen()
    stand({ at: 'door', lockedName: name, reason: 'room' })
  }, [])
  useIdle(roomIdleMs, standing.at === 'room' ? () => leaveRoom(standing.name) : null)

  const signOut = async () => {
    if (!vault) return
    await finishBeforeLock()
    forgetDrafts()
    location.hash = '#/'
    stand({ at: 'door', lockedName: null, reason: 'none' })
    await vault.signOut().catch(() => vault.lock())
  }
  const open = (opened: TherapistVault, recoveryCode: string | null = null) => {
    if (recoveryCode) location.hash = '#/kit'
    else if (['#/begin', '#/recover'].includes(location.hash)) location.hash = '#/'
    setServer(known => (known ? { ...known, fresh: false } : known))
    stand({ at: 'open', vault: opened, recoveryCode })
  }

  return (
    <Router hook={useHashLocation}>
      {standing.at === 'door' ? (
        <Door
          account={account}
          server={server}
          lockedName={standing.lockedName}
          reason={standing.reason}
          onOpen={open}
          onOtherName={() => {
            forgetDrafts()
            location.hash = '#/'
            stand({ at: 'door', lockedName: null, reason: 'none' })
          }}
        />
      ) : null}
      {standing.at === 'open' ? (
        <OpenPages
          vault={standing.vault}
          server={server}
          recoveryCode={standing.recoveryCode}
          onKitDone={() => stand({ ...standing, recoveryCode: null })}
          onRoom={content => void enterRoom(content)}
          onLock={() => void lock('asked')}
          onSignOut={() => void signOut()}
        />
      ) : null}
      {standing.at === 'room' ? (
        <RoomPage content={standing.content} onLeave={() => leaveRoom(standing.name)} />
      ) : null}
    </Router>
  )
}
