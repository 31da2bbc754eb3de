const tasks = new Set<() => Promise<void>>()

/** Registers something to finish before the page forgets its keys, such as a note still in the typing. Returns the way out. */
export const onBeforeLock = (task: () => Promise<void>): (() => void) => {
  tasks.add(task)
  return () => tasks.delete(task)
}

/** Finishes what is open, for two seconds at most: locking never waits on a slow disk. */
export const finishBeforeLock = async (): Promise<void> => {
  const patience = new Promise<void>(resolve => setTimeout(resolve, 2000))
  await Promise.race([Promise.allSettled([...tasks].map(task => task())).then(() => undefined), patience])
}
