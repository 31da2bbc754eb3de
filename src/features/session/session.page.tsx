import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { EarlierSessions } from './earlier-sessions.page.tsx'
import { Guide } from './guide.page.tsx'
import { newId } from './new-id.page.ts'
import { SessionDesk } from './session-desk.page.tsx'
import { SessionTimer } from './session-timer.page.tsx'

/** The session room: what to ask next, the hour's notes, and what is taken from it at one stroke. Needs no network. */
export function SessionSection({ open, part }: { open: OpenCase; part: string }) {
  const { t } = useTherapistText()
  const { sessions } = open.state
  const [begun, setBegun] = useState<string | null>(null)
  const going = sessions.findLast(({ endedAt }) => endedAt === null)
  const current = sessions.find(({ session }) => session === (part || begun)) ?? going
  const begin = async () => {
    const session = newId()
    await open.append('record', { kind: 'session-begun', at: new Date().toISOString(), session })
    setBegun(session)
    navigate(`/case/${open.id}/session/${session}`)
  }
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.session')}</PageTitle>
        {current ? (
          <SessionTimer open={open} session={current} />
        ) : (
          <>
            <p>{t('session.intro')}</p>
            <p className="small soft">{t('session.offline')}</p>
          </>
        )}
        {going ? null : (
          <div>
            <Button kind={current ? 'plain' : 'main'} onClick={() => void begin()}>
              {t(current ? 'session.begin-another' : 'session.begin')}
            </Button>
          </div>
        )}
      </div>
      <div className="session-room">
        {current ? <SessionDesk key={current.session} open={open} session={current.session} /> : null}
        <Guide open={open} session={current?.session ?? null} />
      </div>
      <EarlierSessions open={open} current={current?.session ?? null} />
    </>
  )
}
