import type { TherapistKey } from './use-therapist-text.ts'

const wordsFor: Record<string, TherapistKey> = {
  'set-up-code-wrong': 'failure.set-up-code-wrong',
  'name-taken': 'failure.name-taken',
  'sign-in-refused': 'failure.sign-in-refused',
  'too-many': 'failure.too-many',
  'signed-out': 'failure.signed-out',
  'account-swapped': 'failure.swapped',
  'keyring-swapped': 'failure.swapped',
  'lockbox-swapped': 'failure.swapped',
  'keyring-rolled-back': 'failure.swapped',
}

/** The words for something that did not work: what happened and what to do next, never the error's own text. */
export function failureKey(error: unknown): TherapistKey {
  if (!(error instanceof Error)) return 'failure.unknown'
  if (error.name === 'Offline') return 'failure.offline'
  if (error.name === 'StoreFull') return 'failure.full'
  if (error.name === 'OpenElsewhere') return 'failure.open-elsewhere'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return wordsFor[code] ?? 'failure.unknown'
}
