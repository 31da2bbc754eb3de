import { useEffect, useRef, useState } from 'react'
import type { Drill } from '../../core/model/lesson-schema.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { ChoiceAnswer } from './choice-answer.page.tsx'
import type { DrillGrade, DueCard } from './drill-schedule.ts'
import { GradeRow } from './grade-row.page.tsx'
import { WordsAnswer } from './words-answer.page.tsx'

interface Props {
  due: DueCard
  drill: Drill | undefined
  onGrade(grade: DrillGrade): void
}

/** One card: what was met, one's own answer, what it did, and when the card comes back. */
export function DrillCardPage({ due, drill, onGrade }: Props) {
  const { t, words } = useTherapistText()
  const [suggested, suggest] = useState<DrillGrade | null>(null)
  const { card } = due
  const prompt = useRef<HTMLHeadingElement>(null)
  useEffect(() => prompt.current?.focus({ preventScroll: true }), [])
  return (
    <article className="stack drill-card">
      {drill ? <p className="step">{words(drill.title)}</p> : null}
      <h2 ref={prompt} tabIndex={-1} className="drill-prompt">
        {words(card.prompt)}
      </h2>
      {card.answer.kind === 'choice' ? (
        <ChoiceAnswer answer={card.answer} onChecked={suggest} />
      ) : (
        <WordsAnswer answer={card.answer} onChecked={suggest} />
      )}
      {suggested ? (
        <>
          <p>
            <strong>{t('drill.why')}</strong> {words(card.why)}
          </p>
          <GradeRow state={due.state} suggested={suggested} onGrade={onGrade} />
        </>
      ) : null}
    </article>
  )
}
