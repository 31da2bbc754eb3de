import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { onBeforeLock } from './before-lock.ts'
import { Field } from './field.tsx'
import { useTherapistText } from './use-therapist-text.ts'

const pauseMs = 1500
const longest = 20_000

interface Props {
  words: string
  /** Keeps the words as they are now, at this time; rejects where they could not be kept. */
  keepWords(words: string, at: string): Promise<void>
  label?: string
  rows?: number
  /** Given where something beside the note works on its words. */
  field?: RefObject<HTMLTextAreaElement | null>
  /** Whether it takes the focus when it appears. */
  focus?: boolean
}

/** Writes one note: kept after a short pause, on leaving the field, and before the page locks. */
export function NoteEditor({ words, keepWords, label, rows = 8, field, focus = true }: Props) {
  const { t, time } = useTherapistText()
  const [text, setText] = useState(words)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const newest = useRef(words)
  const kept = useRef(words)
  const own = useRef<HTMLTextAreaElement>(null)
  const ref = field ?? own
  const keeper = useRef(keepWords)
  keeper.current = keepWords

  const keep = useCallback(async () => {
    const now = newest.current
    if (now === kept.current) return
    const before = kept.current
    kept.current = now
    const at = new Date().toISOString()
    try {
      await keeper.current(now, at)
      setKeptAt(at)
      setFailed(false)
    } catch {
      kept.current = before
      setFailed(true)
    }
  }, [])

  useEffect(() => {
    if (focus) ref.current?.focus()
  }, [focus, ref])

  useEffect(() => {
    const leave = onBeforeLock(keep)
    return () => {
      leave()
      void keep()
    }
  }, [keep])

  useEffect(() => {
    if (text === kept.current) return
    const timer = setTimeout(() => void keep(), pauseMs)
    return () => clearTimeout(timer)
  }, [text, keep])

  return (
    <div className="note stack-tight">
      <Field label={label ?? t('notes.label')} error={failed ? t('notes.not-kept') : null}>
        {wiring => (
          <textarea
            {...wiring}
            ref={ref}
            rows={rows}
            maxLength={longest}
            value={text}
            onChange={event => {
              newest.current = event.currentTarget.value
              setText(event.currentTarget.value)
            }}
            onBlur={() => void keep()}
          />
        )}
      </Field>
      <p className="small soft" role="status">
        {text !== kept.current ? t('notes.writing') : keptAt ? t('notes.kept', { at: time(keptAt) }) : ''}
      </p>
    </div>
  )
}
