import model from 'virtual:model'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { JointOpening } from './joint-opening.page.tsx'
import { makeRoom, type RoomContent } from './room.ts'

interface Props {
  open: OpenCase
  onRoom(content: RoomContent): void
}

/** Before the room view: what each shows, what you leave out, and the door, which locks behind you. */
export function RoomSection({ open, onRoom }: Props) {
  const { t, words } = useTherapistText()
  const { state } = open
  const elements = model.elements.map(({ id }) => id)
  const all = makeRoom({ ...state, leftOutOfRoom: [] }, elements)
  const enter = () => {
    // Asked for in the click itself; a browser that refuses still shows the view in its window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
    onRoom(makeRoom(state, elements))
  }
  const leaveOut = (element: (typeof elements)[number], out: boolean) =>
    open.append('record', {
      kind: 'room-left-out',
      at: new Date().toISOString(),
      elements: elements.filter(id => (id === element ? out : state.leftOutOfRoom.includes(id))),
    })

  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.room')}</PageTitle>
        <p>{t('room.intro', { count: state.people.length })}</p>
      </div>
      {state.jointOpen ? null : <JointOpening open={open} />}
      <section className="stack">
        <h2>{t('room.what')}</h2>
        <p>{t('room.what-detail')}</p>
        <ul role="list" className="lines">
          {all.rows.map(({ element, marks }) => {
            const name = model.elements.find(({ id }) => id === element)?.name
            return (
              <li key={element} className="room-line">
                <strong>{name ? words(name) : element}</strong>
                <span className="room-line-people">
                  {marks.map(({ seat, score }) => {
                    const index = state.people.findIndex(person => person.seat === seat)
                    return (
                      <span key={seat}>
                        <PersonName index={index} label={state.people[index]?.label ?? ''} />{' '}
                        <span className="soft">{score === null ? t('room.not-shown') : t('room.shown')}</span>
                      </span>
                    )
                  })}
                </span>
                <CheckBox
                  checked={state.leftOutOfRoom.includes(element)}
                  onChange={out => leaveOut(element, out)}
                >
                  {t('room.leave-out')}
                  <span className="visually-hidden">: {name ? words(name) : element}</span>
                </CheckBox>
              </li>
            )
          })}
        </ul>
      </section>
      {state.jointOpen ? (
        <section className="stack">
          <h2>{t('room.door')}</h2>
          <p>{t('room.door-detail')}</p>
          <div>
            <Button kind="main" onClick={enter}>
              {t('room.enter')}
            </Button>
          </div>
        </section>
      ) : null}
    </>
  )
}
