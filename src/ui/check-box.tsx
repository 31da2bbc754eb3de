import { type ReactNode, useState } from 'react'

interface Props {
  checked: boolean
  /** May take a moment to be kept; the box shows the new state meanwhile, and the old one again where it failed. */
  onChange(checked: boolean): void | Promise<void>
  disabled?: boolean
  children: ReactNode
}

/** One thing that is so or not so; the whole line is the target. */
export function CheckBox({ checked, onChange, disabled, children }: Props) {
  const [pending, setPending] = useState<boolean | null>(null)
  const change = async (next: boolean) => {
    setPending(next)
    try {
      await onChange(next)
    } finally {
      setPending(null)
    }
  }
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={pending ?? checked}
        disabled={disabled}
        onChange={event => void change(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
