import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** A fast second tap belongs to the question before. */
const SETTLING_MS = 350

/**
 * Large buttons, one of which answers the question: by touch, by the keys 1 to 9, or with arrows and Enter. What was
 * chosen is marked only while it is being kept.
 */
export function Choices<T extends string | number>(props: {
  choices: { value: T; label: string }[]
  numbered?: boolean
  /** Leaves the question out: as large and as near as an answer. */
  skip?: string
  onChoose(value: T | null): Promise<unknown>
}) {
  const [chosen, setChosen] = useState<T | null>(null)
  const shownAt = useRef(performance.now())
  const busy = useRef(false)
  const choose = useRef<(value: T | null) => void>(() => {})
  choose.current = async value => {
    if (busy.current || performance.now() - shownAt.current < SETTLING_MS) return
    busy.current = true
    setChosen(value)
    await props.onChoose(value)
    busy.current = false
    setChosen(null)
  }

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
      if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const choice = props.choices[Number(event.key) - 1]
      if (choice) choose.current(choice.value)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [props.choices])

  const onArrow = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }

  return (
    <ul role="list" className="choices" onKeyDown={onArrow}>
      {props.choices.map((choice, i) => (
        <li key={choice.value}>
          <button
            type="button"
            className={chosen === choice.value ? 'choice chosen' : 'choice'}
            onClick={() => choose.current(choice.value)}
          >
            {props.numbered ? (
              <span className="number" aria-hidden="true">
                {i + 1}
              </span>
            ) : null}
            {choice.label}
          </button>
        </li>
      ))}
      {props.skip ? (
        <li>
          <button type="button" className="choice equal" onClick={() => choose.current(null)}>
            {props.skip}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
