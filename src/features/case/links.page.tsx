import model from 'virtual:model'
import type { ServerState } from '../../core/protocol/account-protocol.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { SeatLink } from './seat-link.page.tsx'

/** A private link for each person, and how far each one is. */
export function LinksSection({ open, server }: { open: OpenCase; server: ServerState | null }) {
  const { t } = useTherapistText()
  // Without a secure origin a phone could seal nothing, whatever the server says.
  const links = window.isSecureContext ? (server?.links ?? 'public') : 'refused'
  const place = model.jurisdictions.find(({ id }) => id === open.state.setting?.jurisdiction)
  const origin = (server?.publicUrl ?? location.origin).replace(/\/$/, '')
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.links')}</PageTitle>
        {links === 'refused' ? null : <p>{t('links.intro', { count: open.state.people.length })}</p>}
        {place && !place.checked ? <p className="soft">{t('about.unreviewed')}</p> : null}
      </div>
      {links === 'refused' ? (
        <Notice title={t('links.refused-title')}>
          <p>{t('links.refused')}</p>
        </Notice>
      ) : null}
      {links === 'this-computer-only' ? (
        <Notice title={t('links.here-title')}>
          <p>{t('links.here')}</p>
        </Notice>
      ) : null}
      <div className="people">
        {open.state.people.map((person, index) => (
          <SeatLink
            key={person.seat}
            open={open}
            index={index}
            label={person.label}
            seat={open.seats.find(({ seat }) => seat === person.seat)}
            sheet={open.state.sheets[person.seat]}
            origin={links === 'refused' ? null : origin}
            alone={open.state.people.length === 1}
          />
        ))}
      </div>
    </>
  )
}
