const IDLE_MS = 5 * 60_000
const HIDDEN_MS = 3 * 60_000

/** Calls `onIdle` once nobody has touched the page for five minutes, or it was out of sight for three. Gives back how to stop. */
export function watchIdleness(onIdle: () => void): () => void {
  let since = Date.now()
  let limit = IDLE_MS
  const check = () => {
    if (Date.now() - since >= limit) onIdle()
  }
  const touch = () => {
    // A phone that slept ran no timer: look at the clock before this touch counts.
    check()
    since = Date.now()
  }
  const onVisibility = () => {
    if (!document.hidden) check()
    since = Date.now()
    limit = document.hidden ? HIDDEN_MS : IDLE_MS
  }
  const touches = ['pointerdown', 'keydown', 'scroll'] as const
  for (const kind of touches) addEventListener(kind, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', onVisibility)
  const timer = setInterval(check, 5000)
  return () => {
    for (const kind of touches) removeEventListener(kind, touch, { capture: true })
    document.removeEventListener('visibilitychange', onVisibility)
    clearInterval(timer)
  }
}
