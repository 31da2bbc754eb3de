import { useId } from 'react'

/** Six digits, hidden while typed. Not a password field: a browser would offer to keep it, under this page's name. */
export function PinField(props: {
  label: string
  value: string
  onValue(value: string): void
  wrong?: boolean
  describedBy?: string
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="pin"
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        maxLength={6}
        value={props.value}
        aria-invalid={props.wrong ?? false}
        aria-describedby={props.describedBy}
        onChange={event => props.onValue(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
      />
    </div>
  )
}
