import model from 'virtual:model'
import { useRef, useState } from 'react'
import { makeBlueprint } from '../../core/assessment/blueprint.ts'
import { sheetsOfCase } from '../../core/assessment/sheets-of-case.ts'
import type { PlannedQuestion } from '../../core/plan/next-questions.ts'
import { planOfCase } from '../../core/plan/plan-of-case.ts'
import { blueprintText } from '../../ui/blueprint/blueprint-text.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { QuestionList } from '../../ui/question-list.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

const shownAtFirst = 3

/** What to ask next and why, from the plan; a question is marked as asked at one press, and the next takes its place. */
export function Guide({ open, session }: { open: OpenCase; session: string | null }) {
  const { t, language, words } = useTherapistText()
  const { state } = open
  const head = useRef<HTMLHeadingElement>(null)
  const [last, setLast] = useState<{ question: PlannedQuestion; who: string | null } | null>(null)
  const blueprint = makeBlueprint(model, sheetsOfCase(state), { previous: null, order: state.order })
  const { next, anyTime } = planOfCase(model, blueprint, state)
  const text = blueprintText(t, language, state.people)
  const mark = async (question: PlannedQuestion, who: string | null, asked: boolean) => {
    await open.append('record', {
      kind: 'question-asked',
      at: new Date().toISOString(),
      question: question.id,
      who,
      asked,
      session,
    })
    setLast(asked ? { question, who } : null)
    // The button that was pressed is gone.
    head.current?.focus()
  }
  const after = (question: PlannedQuestion) =>
    question.alone && state.people.length > 1 ? (
      <p className="row asked">
        {state.people
          .filter(({ seat }) => !state.asked[question.id]?.seats.includes(seat))
          .map(({ seat, label }) => (
            <Button key={seat} kind="quiet" onClick={() => void mark(question, seat, true)}>
              {t('guide.asked-of', { who: label })}
            </Button>
          ))}
      </p>
    ) : (
      <p className="row asked">
        <Button
          kind="quiet"
          onClick={() => void mark(question, question.alone ? (state.people[0]?.seat ?? null) : null, true)}
        >
          {t('guide.asked')}
          <span className="visually-hidden">: {words(question.text)}</span>
        </Button>
      </p>
    )
  return (
    <section className="stack guide">
      <h2 ref={head} tabIndex={-1}>
        {t('blueprint.plan.title')}
      </h2>
      {last ? (
        <p className="small soft row" role="status">
          {t('guide.marked')}
          <Button kind="quiet" onClick={() => void mark(last.question, last.who, false)}>
            {t('guide.not-asked')}
          </Button>
        </p>
      ) : null}
      <QuestionList questions={next.slice(0, shownAtFirst)} text={text} after={after} />
      {next.length > shownAtFirst ? (
        <Disclosure summary={t('plan.more')}>
          <QuestionList
            questions={next.slice(shownAtFirst)}
            text={text}
            start={shownAtFirst + 1}
            after={after}
          />
        </Disclosure>
      ) : null}
      <Disclosure summary={t('plan.any-time')}>
        <p>{t('plan.any-time-detail')}</p>
        <QuestionList questions={anyTime} text={text} plain />
      </Disclosure>
    </section>
  )
}
