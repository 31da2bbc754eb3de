import { type ReactNode, useId } from 'react'

interface Option<V extends string> {
  value: V
  label: string
  /** Said under the label. */
  detail?: ReactNode
}
interface Props<V extends string> {
  legend: string
  hint?: ReactNode
  options: Option<V>[]
  value: V | null
  onChange(value: V): void
}

/** One choice among a few, each with its explanation in sight. Native radio buttons. */
export function ChoiceList<V extends string>({ legend, hint, options, value, onChange }: Props<V>) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {options.map(option => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className="choice-label">{option.label}</span>
            {option.detail ? <span className="choice-detail">{option.detail}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
