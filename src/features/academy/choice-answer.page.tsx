import { type FormEvent, useId, useState } from 'react'
import type { DrillCard } from '../../core/model/lesson-schema.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { DrillGrade } from './drill-schedule.ts'
import { readChoice } from './read-drill-answer.ts'

interface Props {
  answer: Extract<DrillCard['answer'], { kind: 'choice' }>
  onChecked(suggested: DrillGrade): void
}

/** A card with choices: one or more of them, then which were meant. */
export function ChoiceAnswer({ answer, onChecked }: Props) {
  const { t, words, list } = useTherapistText()
  const [chosen, choose] = useState<string[]>([])
  const [checked, setChecked] = useState(false)
  const name = useId()
  const several = answer.right.length > 1
  const read = readChoice(answer, chosen)
  const textOf = (ids: string[]) =>
    list(answer.choices.filter(({ id }) => ids.includes(id)).map(({ text }) => `“${words(text)}”`))
  const toggle = (id: string) =>
    choose(several ? (chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]) : [id])
  const check = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length === 0 || checked) return
    setChecked(true)
    onChecked(read.suggested)
  }
  return (
    <form
      className="stack"
      onSubmit={check}
      onKeyDown={event => {
        const choice = answer.choices[Number(event.key) - 1]
        if (checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) check(event)
        else if (choice) {
          event.preventDefault()
          toggle(choice.id)
        }
      }}
    >
      <fieldset className="choices" disabled={checked}>
        <legend className="visually-hidden">
          {t(several ? 'drill.choose-several' : 'drill.choose-one')}
        </legend>
        {several ? <p className="hint">{t('drill.choose-several')}</p> : null}
        {answer.choices.map(({ id, text }, index) => (
          <label key={id} className={`choice${checked && answer.right.includes(id) ? ' choice-right' : ''}`}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span>
              <kbd aria-hidden="true">{index + 1}</kbd> {words(text)}
              {checked && answer.right.includes(id) ? (
                <span className="small soft"> · {t('drill.this-one')}</span>
              ) : null}
            </span>
          </label>
        ))}
      </fieldset>
      {checked ? null : (
        <div>
          <Button kind="main" type="submit" aria-disabled={chosen.length === 0}>
            {t('drill.check')}
          </Button>
        </div>
      )}
      <div role="status">
        {checked ? (
          <p className="drill-verdict">
            {read.holds
              ? t('drill.yes')
              : [
                  read.missed.length ? t('drill.also', { what: textOf(read.missed) }) : '',
                  read.strayed.length ? t('drill.instead', { what: textOf(read.strayed) }) : '',
                ]
                  .filter(Boolean)
                  .join(' ')}
          </p>
        ) : null}
      </div>
    </form>
  )
}
