import model from 'virtual:model'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../core/language/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { type Decision, saidIn } from './decide-finding.page.ts'
import { InContext } from './in-context.page.tsx'
import { type TakenAs, takenAsChoices, usuallyTakenAs } from './take-finding.ts'
import type { ReadableTurn } from './turns-of.ts'

interface Props {
  finding: Finding
  turns: readonly ReadableTurn[]
  decision: Decision
  editing: boolean
  onEdit(): void
  onAccept(as: TakenAs, words: string): void
  onDismiss(): void
  onUndo(): void
}

/** One finding: its words in context, why it was found, what one might say, and what becomes of it. */
export function FindingDetail({
  finding,
  turns,
  decision,
  editing,
  onEdit,
  onAccept,
  onDismiss,
  onUndo,
}: Props) {
  const { t, words: inWords } = useTherapistText()
  const [as, setAs] = useState<TakenAs>(usuallyTakenAs(finding.kind))
  const [words, setWords] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const element = model.elements.find(({ id }) => id === finding.element)
  useEffect(() => {
    if (!editing) return
    setWords(before => before || saidIn(finding, turns))
    field.current?.focus()
  }, [editing, finding, turns])
  const choices = takenAsChoices(finding.kind)
  return (
    <div className="finding-detail stack-tight">
      <InContext finding={finding} turns={turns} />
      <p>{finding.reason}</p>
      {element ? (
        <p className="small soft">
          {t(finding.sign ? `finding.element-${finding.sign}` : 'finding.element', {
            element: inWords(element.name),
          })}
        </p>
      ) : null}
      {finding.sayInstead ? (
        <p className="say-instead">
          <span className="small soft">{t('finding.say')}</span> {finding.sayInstead}
        </p>
      ) : null}
      {decision === 'open' ? (
        <>
          {choices.length > 1 ? (
            <Field label={t('finding.as')}>
              {wiring => (
                <select
                  {...wiring}
                  value={as}
                  onChange={event => setAs(event.currentTarget.value as TakenAs)}
                >
                  {choices.map(choice => (
                    <option key={choice} value={choice}>
                      {t(`as.${choice}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          {editing ? (
            <Field label={t('finding.words')} hint={t('finding.words-hint')}>
              {wiring => (
                <textarea
                  {...wiring}
                  ref={field}
                  rows={3}
                  className="short"
                  maxLength={2000}
                  value={words}
                  onChange={event => setWords(event.currentTarget.value)}
                />
              )}
            </Field>
          ) : null}
          <div className="row">
            <Button kind="main" onClick={() => onAccept(as, editing ? words : '')}>
              {t('finding.accept')}
            </Button>
            {editing ? null : <Button onClick={onEdit}>{t('finding.edit')}</Button>}
            <Button onClick={onDismiss}>{t('finding.dismiss')}</Button>
          </div>
        </>
      ) : (
        <div className="row">
          <span>{t(`finding.is-${decision}`)}</span>
          <Button kind="quiet" onClick={onUndo}>
            {t('finding.undo')}
          </Button>
        </div>
      )}
    </div>
  )
}
