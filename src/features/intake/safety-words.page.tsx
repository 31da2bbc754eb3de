import { useState } from 'react'
import { LONGEST_SAFETY_WORDS } from './longest-safety-words.ts'
import { useWording } from './language-context.page.tsx'

/** A safety question that takes a choice and own words. */
export function SafetyWords(props: {
  choices: { value: string; label: string }[]
  onAnswer(choice: string | null, words: string | null): void
}) {
  const { t } = useWording()
  const [choice, setChoice] = useState<string | null>(null)
  const [words, setWords] = useState('')
  return (
    <>
      <ul role="list" className="choices">
        {props.choices.map(({ value, label }) => (
          <li key={value}>
            <label className="choice">
              <input
                type="radio"
                name="choice"
                checked={choice === value}
                onChange={() => setChoice(value)}
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="safety-words">{t.safety.words}</label>
        <textarea
          id="safety-words"
          rows={3}
          maxLength={LONGEST_SAFETY_WORDS}
          value={words}
          spellCheck={false}
          autoComplete="off"
          onChange={event => setWords(event.currentTarget.value)}
        />
      </div>
      <div className="two">
        <button type="button" className="main" onClick={() => props.onAnswer(choice, words.trim() || null)}>
          {t.safety.next}
        </button>
        <button type="button" className="second" onClick={() => props.onAnswer(null, null)}>
          {t.safety.skip}
        </button>
      </div>
    </>
  )
}
