import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const lookMs = 10_000

/**
 * Calls `onIdle` once nothing was done for `afterMs`; `null` while there is nothing to lock. Compares times rather than
 * counting down, so that a computer that slept is idle as soon as it wakes.
 */
export function useIdle(afterMs: number, onIdle: (() => void) | null): void {
  const act = useRef(onIdle)
  act.current = onIdle
  const watching = onIdle !== null
  useEffect(() => {
    if (!watching) return
    let last = Date.now()
    const stir = () => {
      // A first touch after the time is up comes too late: it must not wake what should have locked.
      if (Date.now() - last < afterMs) last = Date.now()
      else act.current?.()
    }
    const look = () => {
      if (Date.now() - last >= afterMs) act.current?.()
    }
    const timer = setInterval(look, lookMs)
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, stir, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [afterMs, watching])
}
