import { useRef } from 'react'
import type { SheetKept } from '../../core/case/fold-own.ts'
import { Button } from '../../ui/button.tsx'
import { NoteEditor } from '../../ui/note-editor.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenOwn } from '../../vault/therapist-vault.types.ts'
import { sheetQuestions } from './sheet-questions.ts'

/** One sheet of a role-play, filled in on a phone while it goes; it keeps itself, and prints with room to write by hand. */
export function SheetPage({ own, sheet }: { own: OpenOwn; sheet: SheetKept }) {
  const { t, moment } = useTherapistText()
  const answers = useRef(sheet.answers)
  const questions = sheetQuestions[sheet.role]
  const keep = async (question: string, words: string, at: string) => {
    const next = { ...answers.current, [question]: words }
    await own.append({ kind: 'observer-sheet', at, sheet: sheet.sheet, role: sheet.role, answers: next })
    answers.current = next
  }
  return (
    <>
      <div className="stack screen-only">
        <PageTitle>{t(`threes.role.${sheet.role}`)}</PageTitle>
        <p>{t(`threes.task.${sheet.role}`)}</p>
        <p className="small soft">{t('threes.private')}</p>
      </div>
      <div className="stack screen-only">
        {questions.map(question => (
          <NoteEditor
            key={question}
            words={sheet.answers[question] ?? ''}
            keepWords={(words, at) => keep(question, words, at)}
            label={t(`threes.${sheet.role}.${question}` as 'threes.observer.keep')}
            rows={3}
            focus={false}
          />
        ))}
        <div className="row">
          <Button onClick={() => window.print()}>{t('threes.print')}</Button>
          <a href="#/academy/threes">{t('threes.title')}</a>
        </div>
      </div>
      <article className="sheet threes-sheet print-only">
        <header className="sheet-head">
          <h2>{t(`threes.role.${sheet.role}`)}</h2>
          <p className="small">
            {t('threes.title')} · {moment(sheet.at)}
          </p>
          <p>{t(`threes.task.${sheet.role}`)}</p>
        </header>
        {questions.map(question => (
          <div key={question} className="threes-line">
            <p className="strong">{t(`threes.${sheet.role}.${question}` as 'threes.observer.keep')}</p>
            <p className="own-words">{sheet.answers[question] ?? ''}</p>
          </div>
        ))}
      </article>
    </>
  )
}
