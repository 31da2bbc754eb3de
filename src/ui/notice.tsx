import type { ReactNode } from 'react'

interface Props {
  /** `care` is kept for safety and for what does not hold. */
  kind?: 'plain' | 'care'
  title?: string
  /** Read out as soon as it appears. */
  live?: boolean
  children?: ReactNode
}

/** Something to know beside the work: a rule at its side, no box. */
export const Notice = ({ kind = 'plain', title, live, children }: Props) => (
  <div className={`notice notice-${kind}`} role={live ? (kind === 'care' ? 'alert' : 'status') : undefined}>
    {title ? <p className="notice-title">{title}</p> : null}
    {children}
  </div>
)
