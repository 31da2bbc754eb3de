import { useCallback, useEffect, useRef, useState } from 'react'
import { onBeforeLock } from '../../ui/before-lock.ts'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'

const pauseMs = 1500
const longest = 20_000

/** Writes one note: kept after a short pause, on leaving the field, and before the page locks. */
export function NoteEditor({ open, id, words }: { open: OpenCase; id: string; words: string }) {
  const { t, time } = useTherapistText()
  const [text, setText] = useState(words)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const newest = useRef(words)
  const kept = useRef(words)
  const ref = useRef<HTMLTextAreaElement>(null)

  const keep = useCallback(async () => {
    const now = newest.current
    if (now === kept.current) return
    const before = kept.current
    kept.current = now
    const at = new Date().toISOString()
    try {
      await open.append('notes', { kind: 'note', at, note: id, words: now })
      setKeptAt(at)
      setFailed(false)
    } catch {
      kept.current = before
      setFailed(true)
    }
  }, [open, id])

  useEffect(() => {
    ref.current?.focus()
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
      <Field label={t('notes.label')} error={failed ? t('notes.not-kept') : null}>
        {wiring => (
          <textarea
            {...wiring}
            ref={ref}
            rows={8}
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
