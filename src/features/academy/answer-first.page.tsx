import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

interface Props {
  /** Under which a half-written answer is found again after a lock. */
  name: string
  prompt: string
  hint: string
  rows: number
  /** What the button does once something is written. */
  action: string
  /** What was kept before; null where nothing was. */
  answered: string | null
  keep(words: string): Promise<void>
}

/** A question that wants an answer of one's own before anything of it is shown. What was answered stays in sight. */
export function AnswerFirst({ name, prompt, hint, rows, action, answered, keep }: Props) {
  const { t } = useTherapistText()
  const [text, setText] = useDraft(`academy/${name}`, '')
  const [error, setError] = useState<string | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return setError(t('lesson.write-first'))
    try {
      await keep(text.trim())
      setError(null)
      setText(null)
    } catch {
      setError(t('academy.not-kept'))
    }
  }
  if (answered !== null)
    return (
      <div className="stack-tight">
        <p className="strong">{prompt}</p>
        <p className="small soft">{t('lesson.you-wrote')}</p>
        <p className="own-words academy-answer">{answered}</p>
      </div>
    )
  return (
    <form className="stack" onSubmit={event => void send(event)}>
      <Field label={prompt} hint={hint} error={error}>
        {wiring => (
          <textarea
            {...wiring}
            rows={rows}
            maxLength={20_000}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event)
            }}
          />
        )}
      </Field>
      <div>
        <Button kind="main" type="submit">
          {action}
        </Button>
      </div>
    </form>
  )
}
