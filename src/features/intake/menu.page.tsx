import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'
import type { SideRoom } from './seat.page.tsx'

/** Everything beside the questions: the same list for everybody, at every moment. */
export function MenuPage(props: { onRoom(room: SideRoom): void; onPause(): void; onBack(): void }) {
  const { t } = useWording()
  const { vault, sheet, shut } = useSeat()
  const go = (room: SideRoom) => () => props.onRoom(room)
  const doors: [string, () => void][] = [
    [t.menu.lookBack, go('look-back')],
    [t.menu.own, go('own')],
    [t.menu.help, go('help')],
    ...(sheet.finishedAt ? [[t.menu.release, go('release')] as [string, () => void]] : []),
    vault.hasPin ? [t.menu.lock, shut] : [t.menu.pin, go('pin')],
    ...(sheet.finishedAt || sheet.paused ? [] : [[t.menu.pause, props.onPause] as [string, () => void]]),
    [t.menu.leave, go('leave')],
  ]
  return (
    <div className="page">
      <Heading>{t.menu.title}</Heading>
      <ul role="list" className="choices">
        {doors.map(([label, open]) => (
          <li key={label}>
            <button type="button" className="choice" onClick={open}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="main" onClick={props.onBack}>
        {t.goBack}
      </button>
    </div>
  )
}
