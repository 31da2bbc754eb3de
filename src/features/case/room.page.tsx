import model from 'virtual:model'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { ReleasedMeanings } from './released-meanings.page.tsx'
import { ReleasedRow } from './released-row.page.tsx'
import type { RoomContent } from './room.ts'

interface Props {
  content: RoomContent
  onLeave(): void
}

const steps: Record<string, (last: number, now: number) => number> = {
  ArrowRight: (last, now) => Math.min(last, now + 1),
  PageDown: (last, now) => Math.min(last, now + 1),
  ArrowLeft: (_, now) => Math.max(0, now - 1),
  PageUp: (_, now) => Math.max(0, now - 1),
  Home: () => 0,
  End: last => last,
}

/**
 * The room view: one thing at a time, for people in one room. It is handed what was released and nothing else; the keys
 * are forgotten by the time it shows, so nothing else can be reached from it.
 */
export function RoomPage({ content, onLeave }: Props) {
  const { t, words } = useTherapistText()
  const [step, setStep] = useState(0)
  const last = content.rows.length + 2
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const next = steps[event.key]
      if (!next || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      setStep(now => next(last, now))
    }
    window.addEventListener('keydown', turn)
    return () => window.removeEventListener('keydown', turn)
  }, [last])

  const row = content.rows[step - 2]
  const element = row ? model.elements.find(({ id }) => id === row.element) : undefined
  return (
    <div className="room">
      <main key={step} className="room-page">
        {step === 0 ? (
          <div className="stack">
            <PageTitle>{t('room.title')}</PageTitle>
            <p>{t('room.welcome', { count: content.people.length })}</p>
            <p>{t('room.welcome-2')}</p>
            <p className="small soft">{t('blueprint.not-validated')}</p>
          </div>
        ) : null}
        {step === 1 ? (
          <div className="stack">
            <PageTitle>{t('room.meaning')}</PageTitle>
            <ReleasedMeanings people={content.people} meanings={content.meanings} />
          </div>
        ) : null}
        {row && element ? (
          <div className="stack">
            <PageTitle>{words(element.name)}</PageTitle>
            <p className="room-question">{words(element.question)}</p>
            <ReleasedRow row={row} people={content.people} />
            {row.marks.some(mark => mark.score !== null) ? (
              <p>{t(row.together && content.people.length > 1 ? 'room.invite-together' : 'room.invite')}</p>
            ) : null}
          </div>
        ) : null}
        {step === last ? (
          <div className="stack">
            <PageTitle>{t('room.close')}</PageTitle>
            <p>{t('room.close-1')}</p>
            <p>{t('room.close-2')}</p>
          </div>
        ) : null}
      </main>
      <footer className="room-foot">
        <div className="row">
          <Button aria-disabled={step === 0} onClick={() => setStep(Math.max(0, step - 1))}>
            {t('room.back')}
          </Button>
          <Button kind="main" aria-disabled={step === last} onClick={() => setStep(Math.min(last, step + 1))}>
            {t('room.next')}
          </Button>
          <span className="small soft" title={t('room.keys')}>
            {t('room.place', { place: step + 1, of: last + 1 })}
          </span>
        </div>
        <Button kind="quiet" onClick={onLeave}>
          {t('room.leave')}
        </Button>
      </footer>
    </div>
  )
}
