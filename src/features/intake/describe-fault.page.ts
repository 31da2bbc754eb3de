import type { Fault } from '../../vault/therapist-vault.types.ts'

/** What was seen, as a person can say it to somebody else. */
export type FaultSeen = 'rolledBack' | 'missing' | 'stranger' | 'changed'

const seenAs: Record<Fault['code'], FaultSeen> = {
  'rolled-back': 'rolledBack',
  gap: 'missing',
  fork: 'missing',
  'unknown-device': 'stranger',
  'swapped-key': 'stranger',
  forged: 'stranger',
  altered: 'changed',
  'wrong-place': 'changed',
  unreadable: 'changed',
}

/** The kinds of fault among what does not hold, each once, in the order in which they came. */
export const describeFaults = (faults: readonly Pick<Fault, 'code'>[]): FaultSeen[] => [
  ...new Set(faults.map(({ code }) => seenAs[code])),
]
