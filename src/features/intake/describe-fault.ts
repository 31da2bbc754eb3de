/** What was seen, as a person can say it to somebody else. */
export type FaultSeen = 'rolledBack' | 'missing' | 'stranger' | 'changed'

/** By the codes that reading a journal gives; one that is not here reads as changed. */
const seenAs: Record<string, FaultSeen> = {
  'rolled-back': 'rolledBack',
  gap: 'missing',
  emptied: 'missing',
  fork: 'missing',
  'unknown-device': 'stranger',
  'swapped-key': 'stranger',
  forged: 'stranger',
}

/** The kinds of fault among what does not hold, each once, in the order in which they came. */
export const describeFaults = (faults: readonly { code: string }[]): FaultSeen[] => [
  ...new Set(faults.map(({ code }) => seenAs[code] ?? 'changed')),
]
