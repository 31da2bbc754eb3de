import { useState } from 'react'

const drafts = new Map<string, unknown>()

/** Forgets everything half-written; at sign-out. */
export const forgetDrafts = (): void => drafts.clear()

/** Forgets one that was kept or let go, without a form of it being open. */
export const forgetDraft = (name: string): void => void drafts.delete(name)

/**
 * State of a form that is still being filled in. It outlives the page's lock (in this tab's memory, never on disk),
 * so that coming back after an interruption finds it as it was. `null` as the new value forgets it.
 */
export function useDraft<T>(name: string, initial: T): [T, (value: T | null) => void] {
  const [value, set] = useState<T>(() => (drafts.has(name) ? (drafts.get(name) as T) : initial))
  return [
    value,
    next => {
      if (next === null) drafts.delete(name)
      else drafts.set(name, next)
      set(next ?? initial)
    },
  ]
}
