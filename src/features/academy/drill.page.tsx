import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { dayBegan } from './day-began.page.ts'
import { DrillCardPage } from './drill-card.page.tsx'
import { cardsOfDay, type DrillGrade, type DueCard, gradeCard, nextDue } from './drill-schedule.ts'
import type { Practice } from './practice.page.ts'

/** A drill day: the cards of one drill, or of all, one after the other; what is due comes first. */
export function DrillPage({ practice, id }: { practice: Practice; id: string }) {
  const { t, words, moment } = useTherapistText()
  const [more, setMore] = useState(0)
  const [answered, setAnswered] = useState(0)
  const [failed, setFailed] = useState(false)
  const drills = practice.academy.drills.filter(drill => !id || drill.id === id)
  const title = id && drills[0] ? words(drills[0].title) : t('drill.title')
  const now = Date.now()
  const cards = cardsOfDay(drills, practice.state, now, dayBegan(now), more)
  // The card in hand stays in hand until it is graded, whatever comes due meanwhile.
  const inHand = useRef<DueCard | null>(null)
  inHand.current ??= cards[0] ?? null
  const current = inHand.current
  const next = nextDue(drills, practice.state, now)
  const unmet = drills.some(drill =>
    drill.cards.some(card => !practice.state.drillStates[drill.id]?.[card.id]),
  )

  const grade = async (given: DrillGrade) => {
    if (!current) return
    const at = Date.now()
    try {
      await practice.own.append({
        kind: 'drill-review',
        at: new Date(at).toISOString(),
        drill: current.drill,
        card: current.card.id,
        grade: given,
        schedule: gradeCard(current.state, given, at),
      })
      inHand.current = null
      setFailed(false)
      setAnswered(answered + 1)
    } catch {
      setFailed(true)
    }
  }

  if (drills.length === 0)
    return (
      <div className="stack">
        <PageTitle>{t('drill.title')}</PageTitle>
        <p>{t('academy.no-drills')}</p>
      </div>
    )
  return (
    <>
      <header className="stack-tight">
        <PageTitle>{title}</PageTitle>
        <p className="small soft" role="status">
          {t('drill.so-far', { count: answered })} · {t('drill.left', { count: cards.length })}
        </p>
      </header>
      {failed ? <p role="alert">{t('academy.not-kept')}</p> : null}
      {current ? (
        <DrillCardPage
          key={`${current.drill}/${current.card.id}/${answered}`}
          due={current}
          drill={drills.find(drill => drill.id === current.drill)}
          onGrade={given => void grade(given)}
        />
      ) : (
        <section className="stack">
          <p className="lead">{t('drill.over')}</p>
          {next ? <p>{t('drill.next', { at: moment(next) })}</p> : null}
          <div className="row">
            <a className="button button-main" href="#/academy">
              {t('academy.back')}
            </a>
            {unmet ? <Button onClick={() => setMore(more + 10)}>{t('drill.more')}</Button> : null}
          </div>
        </section>
      )}
    </>
  )
}
