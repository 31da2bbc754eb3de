import type { ReactNode } from 'react'

interface Props {
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
  children: ReactNode
}

/** One thing that is so or not so; the whole line is the target. */
export const CheckBox = ({ checked, onChange, disabled, children }: Props) => (
  <label className="choice">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={event => onChange(event.currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
)
