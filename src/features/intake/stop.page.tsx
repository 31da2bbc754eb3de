import { describeFaults } from './describe-fault.ts'
import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'
import type { SideRoom } from './seat.page.tsx'

/** What the server shows does not hold: what was seen, whom to ask, and the doors that stay open all the same. */
export function StopPage(props: { onRoom(room: SideRoom): void }) {
  const { t } = useWording()
  const { vault, setting, shut } = useSeat()
  return (
    <div className="page">
      <Heading>{t.stop}</Heading>
      <p>{t.fault}</p>
      {describeFaults(vault.faults).map(seen => (
        <p key={seen}>{t.faultSeen[seen]}</p>
      ))}
      <p>{t.faultAsk(setting.therapist)}</p>
      <ul role="list" className="choices">
        <li>
          <button type="button" className="choice" onClick={() => props.onRoom('help')}>
            {t.menu.help}
          </button>
        </li>
        {vault.hasPin ? (
          <li>
            <button type="button" className="choice" onClick={shut}>
              {t.menu.lock}
            </button>
          </li>
        ) : null}
        <li>
          <button type="button" className="choice" onClick={() => props.onRoom('leave')}>
            {t.menu.leave}
          </button>
        </li>
      </ul>
    </div>
  )
}
