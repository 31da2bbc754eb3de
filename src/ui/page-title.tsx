import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a page. It takes the focus when the page appears, so that keyboard and screen reader begin there. */
export function PageTitle({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  )
}
