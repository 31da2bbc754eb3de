import { useState } from 'react'
import type { Lesson } from '../../core/model/lesson-schema.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { AnnotatedHour } from './annotated-hour.page.tsx'
import { AnswerFirst } from './answer-first.page.tsx'
import { ExamplePairs } from './example-pairs.page.tsx'
import { LessonAlone } from './lesson-alone.page.tsx'
import type { Practice } from './practice.page.ts'

/** One lesson. What somebody already thinks is asked first; then the lesson; each of its questions before its answer. */
export function LessonPage({ practice, id }: { practice: Practice; id: string }) {
  const { t } = useTherapistText()
  const lesson = practice.academy.lessons.find(one => one.id === id)
  if (!lesson)
    return (
      <div className="stack">
        <PageTitle>{t('lesson.unknown')}</PageTitle>
        <p>
          <a href="#/academy">{t('academy.back')}</a>
        </p>
      </div>
    )
  return <OneLesson practice={practice} lesson={lesson} />
}

function OneLesson({ practice, lesson }: { practice: Practice; lesson: Lesson }) {
  const { t, words } = useTherapistText()
  const answers = practice.state.answers[lesson.id] ?? {}
  const keep = (question: string, text: string) =>
    practice.own
      .append({
        kind: 'lesson-answer',
        at: new Date().toISOString(),
        lesson: lesson.id,
        question,
        words: text,
      })
      .then(() => undefined)
  return (
    <>
      <header className="stack">
        <p className="step">
          {t('lesson.place', { place: lesson.place })} · {t('academy.minutes', { count: lesson.minutes })}
        </p>
        <PageTitle>{words(lesson.title)}</PageTitle>
      </header>
      <AnswerFirst
        name={`${lesson.id}/before`}
        prompt={words(lesson.before.prompt)}
        hint={lesson.before.answer === 'list' ? t('lesson.list-hint') : t('lesson.words-hint')}
        rows={lesson.before.answer === 'list' ? 7 : 4}
        action={t('lesson.begin')}
        answered={answers['before']?.words ?? null}
        keep={text => keep('before', text)}
      />
      {answers['before'] ? (
        <>
          <p className="lead">{words(lesson.aim)}</p>
          {lesson.sections.map(({ id, heading, passages }) => (
            <section key={id} className="stack">
              <h2>{words(heading)}</h2>
              {passages.map(({ text, origin, source }) => (
                <p key={text.en}>
                  {words(text)}
                  {origin === 'source' && source ? <small className="soft"> ({source})</small> : null}
                </p>
              ))}
            </section>
          ))}
          <ExamplePairs pairs={lesson.pairs} />
          <AnnotatedHour turns={lesson.hour} />
          <section className="stack">
            <h2>{t('lesson.questions')}</h2>
            {lesson.questions.map(({ id, text, answer }) => (
              <div key={id} className="stack">
                <AnswerFirst
                  name={`${lesson.id}/${id}`}
                  prompt={words(text)}
                  hint={t('lesson.answer-hint')}
                  rows={4}
                  action={t('lesson.show-answer')}
                  answered={answers[id]?.words ?? null}
                  keep={written => keep(id, written)}
                />
                {answers[id] ? (
                  <Notice title={t('lesson.our-answer')}>
                    <p>{words(answer)}</p>
                  </Notice>
                ) : null}
              </div>
            ))}
          </section>
          <LessonAlone lesson={lesson} answers={answers} keep={keep} />
          <Sources lesson={lesson} />
          <LessonDone practice={practice} lesson={lesson} />
        </>
      ) : null}
    </>
  )
}

function Sources({ lesson }: { lesson: Lesson }) {
  const { t } = useTherapistText()
  return (
    <section className="stack-tight small">
      <h2 className="academy-small-title">{t('lesson.sources')}</h2>
      <p className="soft">{t(`lesson.origin.${lesson.origin}`)}</p>
      <ul>
        {lesson.sources.map(source => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  )
}

function LessonDone({ practice, lesson }: { practice: Practice; lesson: Lesson }) {
  const { t, words, day } = useTherapistText()
  const [failed, setFailed] = useState(false)
  const { lessons } = practice.academy
  const { lessonsDone, answers } = practice.state
  const done = lessonsDone[lesson.id]
  const open = lesson.questions.filter(({ id }) => !answers[lesson.id]?.[id]).length
  const next = lessons.find(({ id, place }) => place > lesson.place && !lessonsDone[id])
  const finish = () =>
    practice.own
      .append({ kind: 'lesson-done', at: new Date().toISOString(), lesson: lesson.id })
      .then(() => setFailed(false))
      .catch(() => setFailed(true))
  return (
    <section className="stack" aria-live="polite">
      {failed ? (
        <Notice live>
          <p>{t('academy.not-kept')}</p>
        </Notice>
      ) : null}
      {done ? (
        <p>{t('lesson.done', { day: day(done) })}</p>
      ) : open > 0 ? (
        <p className="soft">{t('lesson.open-questions', { count: open })}</p>
      ) : (
        <div>
          <Button kind="main" onClick={() => void finish()}>
            {t('lesson.finish')}
          </Button>
        </div>
      )}
      {done ? (
        <p>
          <a className="button button-main" href={next ? `#/academy/lesson/${next.id}` : '#/academy'}>
            {next ? t('lesson.next', { title: words(next.title) }) : t('academy.back')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
