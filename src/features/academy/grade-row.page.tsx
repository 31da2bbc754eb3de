import { useEffect, useRef } from 'react'
import type { DrillState } from '../../core/case/fold-own.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { type DrillGrade, drillGrades, gradeCard } from './drill-schedule.ts'

interface Props {
  state: DrillState | null
  suggested: DrillGrade
  onGrade(grade: DrillGrade): void
}

/** How well it was known, by a press or by 1 to 4; what the answer suggests has the focus, so Enter takes it. */
export function GradeRow({ state, suggested, onGrade }: Props) {
  const { t } = useTherapistText()
  const group = useRef<HTMLDivElement>(null)
  const give = useRef(onGrade)
  give.current = onGrade
  const now = Date.now()

  useEffect(() => {
    group.current?.querySelector<HTMLElement>('.button-main')?.focus()
    const byKey = (event: KeyboardEvent) => {
      const grade = Number(event.key) as DrillGrade
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !drillGrades.includes(grade))
        return
      event.preventDefault()
      give.current(grade)
    }
    document.addEventListener('keydown', byKey)
    return () => document.removeEventListener('keydown', byKey)
  }, [])

  const comesBack = (grade: DrillGrade) => {
    const minutes = (Date.parse(gradeCard(state, grade, now).due) - now) / 60_000
    return minutes < 60 * 12
      ? t('drill.minutes', { count: Math.max(1, Math.round(minutes)) })
      : t('drill.days', { count: Math.max(1, Math.round(minutes / (60 * 24))) })
  }
  return (
    <div className="stack-tight">
      <p id="grade-how">{t('drill.grade')}</p>
      <div ref={group} role="group" aria-labelledby="grade-how" className="grade-row">
        {drillGrades.map(grade => (
          <Button key={grade} kind={grade === suggested ? 'main' : 'plain'} onClick={() => onGrade(grade)}>
            <span>
              <kbd aria-hidden="true">{grade}</kbd> {t(`drill.grade.${grade}`)}
              <span className="grade-when">{comesBack(grade)}</span>
            </span>
          </Button>
        ))}
      </div>
      <p className="small soft">{t('drill.grade-hint')}</p>
    </div>
  )
}
