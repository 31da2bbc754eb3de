import model from 'virtual:model'
import { planOfCase } from '../../core/plan/plan-of-case.ts'
import { blueprintText } from '../../ui/blueprint/blueprint-text.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { QuestionList } from '../../ui/question-list.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { blueprintOfCase } from './blueprint-of-case.ts'
import { OrderOfWork } from './order-of-work.page.tsx'
import { SexualQuestions } from './sexual-questions.page.tsx'

const shownAtFirst = 6

/** What to ask next, and why; the therapist's own order; the sexual questions, opened at any time. */
export function PlanSection({ open }: { open: OpenCase }) {
  const { t, language } = useTherapistText()
  const { state } = open
  const blueprint = blueprintOfCase(model, state, null)
  const plan = planOfCase(model, blueprint, state)
  const text = blueprintText(t, language, state.people)
  const next = plan.next.filter(question => question.kind !== 'sexual')
  return (
    <>
      <div className="stack">
        <PageTitle>{t('section.plan')}</PageTitle>
        <p>{t('plan.intro')}</p>
      </div>
      <div className="plan-pages stack-wide">
        <div className="stack-wide">
          <section className="stack">
            <h2>{t('blueprint.plan.title')}</h2>
            <QuestionList questions={next.slice(0, shownAtFirst)} text={text} />
            {next.length > shownAtFirst ? (
              <Disclosure summary={t('plan.more')}>
                <QuestionList questions={next.slice(shownAtFirst)} text={text} start={shownAtFirst + 1} />
              </Disclosure>
            ) : null}
          </section>
          <SexualQuestions open={open} questions={plan.next.filter(({ kind }) => kind === 'sexual')} />
        </div>
        <div className="plan-aside stack-wide">
          <section className="stack">
            <h2>{t('plan.any-time')}</h2>
            <p>{t('plan.any-time-detail')}</p>
            <QuestionList questions={plan.anyTime} text={text} plain />
          </section>
          <OrderOfWork open={open} recommended={blueprint.beginWith.map(({ element }) => element)} />
        </div>
      </div>
    </>
  )
}
