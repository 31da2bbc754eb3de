import { type FormEvent, useEffect, useRef, useState } from 'react'
import { guessLanguage } from '../../core/language/guess-language.ts'
import type { DrillCard } from '../../core/model/lesson-schema.ts'
import { compileCues } from '../../core/simulation/trainee-act.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { DrillGrade } from './drill-schedule.ts'
import { type AnswerRead, readWordsAnswer } from './read-drill-answer.ts'
import { useRehearsalParts } from './use-rehearsal-parts.page.ts'
import { useActName } from './use-act-name.page.ts'

interface Props {
  answer: Extract<DrillCard['answer'], { kind: 'words' }>
  onChecked(suggested: DrillGrade): void
}

/** A card that wants a sentence: it is read for what it does, and told so. */
export function WordsAnswer({ answer, onChecked }: Props) {
  const { t, words, list } = useTherapistText()
  const nameOf = useActName()
  const { parts, failure } = useRehearsalParts()
  const [text, setText] = useState('')
  const [read, setRead] = useState<AnswerRead | null>(null)
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const check = (event: FormEvent) => {
    event.preventDefault()
    if (read) return
    if (!text.trim()) return setError(t('drill.write-first'))
    if (!parts) return setError(t(failure ?? 'drill.reader-coming'))
    const language = guessLanguage([{ speaker: 'T', role: 'therapist', text }])
    const found = readWordsAnswer(answer, compileCues(parts.rehearsal.cues), parts.read, text, language)
    setError(null)
    setRead(found)
    onChecked(found.suggested)
  }
  const named = (ids: string[]) => list(ids.map(nameOf))
  return (
    <form className="stack" onSubmit={check}>
      <Field label={t('drill.your-words')} hint={t('drill.your-words-hint')} error={error}>
        {wiring => (
          <textarea
            {...wiring}
            ref={field}
            className="short"
            rows={3}
            maxLength={4000}
            readOnly={read !== null}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) check(event)
            }}
          />
        )}
      </Field>
      {read ? null : (
        <div>
          <Button kind="main" type="submit">
            {t('drill.read-it')}
          </Button>
        </div>
      )}
      <div role="status">
        {read ? (
          <div className="stack-tight drill-verdict">
            {!read.readable ? (
              <p>{t('drill.unreadable')}</p>
            ) : (
              <>
                {read.did.length ? <p>{t('drill.did', { what: named(read.did) })}</p> : null}
                {read.strayed.length ? <p>{t('drill.strayed', { what: named(read.strayed) })}</p> : null}
                {read.did.length === 0 ? <p>{t('drill.missed', { what: named(read.missed) })}</p> : null}
                {read.holds ? null : <p className="small soft">{t('drill.reader-errs')}</p>}
              </>
            )}
            <p>
              {t('drill.example')} <q>{words(answer.example)}</q>
            </p>
          </div>
        ) : null}
      </div>
    </form>
  )
}
