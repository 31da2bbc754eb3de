import { useState } from 'react'
import type { RehearsalKept } from '../../core/case/fold-own.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { Practice } from './practice.page.ts'
import { useRehearsalParts } from './use-rehearsal-parts.page.ts'

/** Hours that go on or were ended, newest first, and the way to erase what was typed in one. */
export function EarlierHours({ practice }: { practice: Practice }) {
  const { t, words, moment } = useTherapistText()
  const { parts } = useRehearsalParts()
  const [erasing, setErasing] = useState<RehearsalKept | null>(null)
  const hours = practice.state.rehearsals.toReversed()
  if (hours.length === 0) return null
  const erase = async () => {
    if (erasing) await practice.own.erase(erasing.hashes)
    setErasing(null)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }
  return (
    <div className="stack-tight">
      <h3>{t('hours.title')}</h3>
      <ul role="list" className="lines">
        {hours.map(hour => {
          const couple = parts?.couples.find(({ id }) => id === hour.couple)
          const name = couple ? words(couple.title) : t('hours.unknown')
          return (
            <li key={hour.rehearsal} className="academy-line">
              <div>
                <a className="academy-name" href={`#/academy/rehearsal/${hour.rehearsal}`}>
                  {name}
                </a>
                <p className="small soft">
                  {moment(hour.begunAt)} · {t('hours.turns', { count: hour.texts.length })} ·{' '}
                  {t(hour.endedAt ? 'hours.ended' : 'hours.going')}
                </p>
              </div>
              <Button
                kind="quiet"
                aria-label={`${t('hours.erase')} (${name}, ${moment(hour.begunAt)})`}
                onClick={() => setErasing(hour)}
              >
                {t('hours.erase')}
              </Button>
            </li>
          )
        })}
      </ul>
      {erasing ? (
        <Dialog title={t('hours.erase-title')} onClose={() => setErasing(null)}>
          <p>{t('hours.erase-what')}</p>
          <div className="row">
            <Button kind="grave" onClick={() => void erase()}>
              {t('hours.erase-do')}
            </Button>
            <Button onClick={() => setErasing(null)}>{t('leave-as-is')}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}
