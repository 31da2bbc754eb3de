import { Heading } from './frame.page.tsx'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'
import type { SideRoom } from './seat.page.tsx'

/** After the last question: what happens next, the same for everybody. */
export function EndPage(props: { onRoom(room: SideRoom): void }) {
  const { t } = useWording()
  const { setting, others } = useSeat()
  return (
    <div className="page">
      <Heading>{t.end.title}</Heading>
      <p className="lead">{t.end.shown(setting.therapist)}</p>
      {others.length ? (
        <>
          <p>{t.end.alone(setting.therapist)}</p>
          <p>{t.end.together(setting.therapist)}</p>
        </>
      ) : (
        <p>{t.end.one(setting.therapist)}</p>
      )}
      <h2>{t.end.choices}</h2>
      <ul role="list" className="choices">
        <li>
          <button type="button" className="choice" onClick={() => props.onRoom('release')}>
            {t.end.release}
          </button>
        </li>
        <li>
          <button type="button" className="choice" onClick={() => props.onRoom('look-back')}>
            {t.end.lookBack}
          </button>
        </li>
        <li>
          <button type="button" className="choice" onClick={() => props.onRoom('own')}>
            {t.end.own}
          </button>
        </li>
      </ul>
      <p className="soft">{t.end.close}</p>
    </div>
  )
}
