import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { cardsOfDay } from './drill-schedule.ts'
import { dayBegan } from './day-began.page.ts'
import { EarlierHours } from './earlier-hours.page.tsx'
import type { Practice } from './practice.page.ts'

/** What there is to learn and practise today: lessons, cards that are due, people to rehearse with, skills. */
export function AcademyHome({ practice }: { practice: Practice }) {
  const { t, words, day } = useTherapistText()
  const { academy, state } = practice
  const { lessons, drills } = academy
  const now = Date.now()
  const due = cardsOfDay(drills, state, now, dayBegan(now))
  const next = lessons.find(({ id }) => !state.lessonsDone[id])
  return (
    <>
      <header className="stack">
        <PageTitle>{t('academy.title')}</PageTitle>
        <p className="lead">{t('academy.lead')}</p>
        <p className="small soft">{t('academy.private')}</p>
      </header>
      <section className="stack">
        <h2>{t('academy.today')}</h2>
        <div className="row">
          {due.length > 0 ? (
            <a className="button button-main" href="#/academy/drill">
              {t('academy.drill-now')}
            </a>
          ) : null}
          {next ? (
            <a className="button" href={`#/academy/lesson/${next.id}`}>
              {t('academy.next-lesson', { title: words(next.title) })}
            </a>
          ) : null}
          <a className="button" href="#/academy/rehearse">
            {t('academy.rehearse-choose')}
          </a>
        </div>
        {drills.length > 0 ? (
          <p>{due.length > 0 ? t('academy.due', { count: due.length }) : t('academy.none-due')}</p>
        ) : null}
      </section>
      <section className="stack">
        <h2>{t('academy.lessons')}</h2>
        {lessons.length === 0 ? <p>{t('academy.no-lessons')}</p> : null}
        <ol role="list" className="lines">
          {lessons.map(({ id, title, aim, minutes }) => {
            const done = state.lessonsDone[id]
            return (
              <li key={id} className="academy-line">
                <div>
                  <a className="academy-name" href={`#/academy/lesson/${id}`}>
                    {words(title)}
                  </a>
                  <p className="soft">{words(aim)}</p>
                </div>
                <p className="small soft">
                  {done
                    ? t('academy.done', { day: day(done) })
                    : state.answers[id]
                      ? t('academy.begun')
                      : t('academy.minutes', { count: minutes })}
                  {next?.id === id ? <strong className="academy-next"> · {t('academy.next')}</strong> : null}
                </p>
              </li>
            )
          })}
        </ol>
      </section>
      <section className="stack">
        <h2>{t('academy.drills')}</h2>
        {drills.length === 0 ? (
          <p>{t('academy.no-drills')}</p>
        ) : (
          <ul role="list" className="lines">
            {drills.map(drill => {
              const dueHere = due.filter(one => one.drill === drill.id && one.state).length
              const seen = Object.keys(state.drillStates[drill.id] ?? {}).length
              return (
                <li key={drill.id} className="academy-line">
                  <div>
                    <a className="academy-name" href={`#/academy/drill/${drill.id}`}>
                      {words(drill.title)}
                    </a>
                    <p className="soft">{words(drill.aim)}</p>
                  </div>
                  <p className="small soft">
                    {t('academy.cards-met', { count: seen, of: drill.cards.length })}
                    {dueHere > 0 ? ` · ${t('academy.due-here', { count: dueHere })}` : ''}
                  </p>
                </li>
              )
            })}
          </ul>
        )}
      </section>
      <section className="stack">
        <h2>{t('academy.rehearse')}</h2>
        <p>
          {t('academy.rehearse-what')} <a href="#/academy/rehearse">{t('academy.rehearse')}</a>
        </p>
        <EarlierHours practice={practice} />
      </section>
      <section className="stack">
        <h2>{t('academy.more')}</h2>
        <ul role="list" className="lines">
          <li className="academy-line">
            <div>
              <a className="academy-name" href="#/academy/skills">
                {t('skills.title')}
              </a>
              <p className="soft">{t('skills.what')}</p>
            </div>
          </li>
          <li className="academy-line">
            <div>
              <a className="academy-name" href="#/academy/threes">
                {t('threes.title')}
              </a>
              <p className="soft">{t('threes.what')}</p>
            </div>
          </li>
        </ul>
      </section>
    </>
  )
}
