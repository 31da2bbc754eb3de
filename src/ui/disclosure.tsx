import type { ReactNode } from 'react'

interface Props {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}

/** More, for whoever wants it. */
export const Disclosure = ({ summary, open = false, children }: Props) => (
  <details className="disclosure" open={open}>
    <summary>{summary}</summary>
    <div className="disclosure-body">{children}</div>
  </details>
)
