import type { ButtonHTMLAttributes } from 'react'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `main`: the one thing to do next. `quiet`: looks like a link. `grave`: ends something. */
  kind?: 'main' | 'plain' | 'quiet' | 'grave'
}

/** A button that says what happens. Native, 44 px high, never a submit unless asked. */
export const Button = ({ kind = 'plain', className, type = 'button', ...rest }: Props) => (
  <button type={type} className={`button button-${kind}${className ? ` ${className}` : ''}`} {...rest} />
)
