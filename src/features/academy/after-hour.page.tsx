import { useMemo, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { RehearsalKept } from '../../core/case/fold-own.ts'
import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { Reply } from '../../core/simulation/reply.ts'
import type { SessionState } from '../../core/simulation/session-state.ts'
import { summariseSession } from '../../core/simulation/summarise-session.ts'
import type { RehearsalTurn } from '../../core/simulation/take-turn.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { InnerCourse } from './inner-course.page.tsx'
import type { RehearsalParts } from './load-rehearsal.page.ts'
import { newRehearsal } from './new-rehearsal.page.ts'
import type { Practice } from './practice.page.ts'
import { SkillList } from './skill-list.page.tsx'
import { Transcript } from './transcript.page.tsx'

interface Props {
  practice: Practice
  hour: RehearsalKept
  couple: SimulatedCouple
  parts: RehearsalParts
  begun: { replies: Reply[]; state: SessionState }
  turns: readonly RehearsalTurn[]
}

/** After the hour: what was done well, one thing to try, the people from within, and the way back to any turn. */
export function AfterHour({ practice, hour, couple, parts, begun, turns }: Props) {
  const { t, words } = useTherapistText()
  const [failed, setFailed] = useState(false)
  const summary = useMemo(
    () => summariseSession(parts.rehearsal, couple, begun.state, turns),
    [parts, couple, begun, turns],
  )
  const nameOf = (id: string) => couple.people.find(person => person.id === id)?.name ?? id
  const goOn = async (before: number) => {
    try {
      const rehearsal = await newRehearsal(practice.own, hour.couple, hour.difficulty, {
        rehearsal: hour.rehearsal,
        seed: hour.seed,
        texts: hour.texts.slice(0, before),
      })
      navigate(`/academy/rehearsal/${rehearsal}`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <header className="stack">
        <p className="step">{words(couple.title)}</p>
        <PageTitle>{t('after.title')}</PageTitle>
        <p className="soft">{t('after.private')}</p>
      </header>
      {failed ? <p role="alert">{t('academy.not-kept')}</p> : null}
      {turns.length === 0 ? <p>{t('after.nothing')}</p> : null}
      {turns.length > 0 ? (
        <section className="stack">
          <h2>{t('after.well')}</h2>
          {summary.well.length === 0 ? <p>{t('after.well-none')}</p> : null}
          <ul role="list" className="stack-tight">
            {summary.well.map(({ text, turn }) => (
              <li key={text.en}>
                {words(text)}
                {turn ? (
                  <>
                    {' '}
                    <a href={`#turn-${turn}`} onClick={event => jumpTo(event, turn)}>
                      {t('after.in-turn', { turn })}
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {turns.length > 0 ? (
        <section className="stack">
          <h2>{t('after.try')}</h2>
          <p className="lead">{words(summary.tryNext)}</p>
        </section>
      ) : null}
      {summary.danger ? (
        <Notice kind="care" title={t('after.danger')}>
          <p>{words(summary.danger)}</p>
        </Notice>
      ) : null}
      <section className="stack">
        <h2>{t('after.within')}</h2>
        {summary.state.map(({ who, told, stillHeld, underneath }) => (
          <div key={who} className="stack-tight">
            <h3>{nameOf(who)}</h3>
            <p>{words(underneath)}</p>
            <p className="small soft">
              {told.length ? t('after.told', { count: told.length }) : t('after.told-none')}{' '}
              {stillHeld ? t('after.held', { count: stillHeld }) : ''}
            </p>
          </div>
        ))}
        {turns.length > 0 ? <InnerCourse couple={couple} begun={begun.state} along={summary.along} /> : null}
      </section>
      {turns.length > 0 ? (
        <section className="stack">
          <h2>{t('after.skills')}</h2>
          <SkillList skills={parts.rehearsal.skills} estimates={summary.skills} few={3} />
        </section>
      ) : null}
      <Transcript couple={couple} begun={begun} turns={turns} onGoOn={before => void goOn(before)} />
      <div className="row">
        <a className="button button-main" href="#/academy/rehearse">
          {t('rehearse.other')}
        </a>
        <Button onClick={() => void goOn(turns.length)}>{t('after.go-on')}</Button>
        <a href="#/academy/skills">{t('skills.title')}</a>
      </div>
    </>
  )
}

/** The address of the page stays as it is: it holds a random id alone. */
const jumpTo = (event: { preventDefault(): void }, turn: number) => {
  event.preventDefault()
  const there = document.getElementById(`turn-${turn}`)
  there?.scrollIntoView({ block: 'start' })
  there?.focus({ preventScroll: true })
}
