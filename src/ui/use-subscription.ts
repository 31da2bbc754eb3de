import { useEffect, useReducer } from 'react'

/** Draws the component again whenever `subject` says that something about it changed. */
export function useSubscription(subject: { subscribe(listener: () => void): () => void }): void {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => subject.subscribe(again), [subject])
}
