import type { HeardState } from './session-state.ts'

/** Why a person's words may not be opened: no consent, withdrawn, or not for this. */
export interface MissingConsent {
  who: string
  why: 'none' | 'withdrawn' | 'recording' | 'analysis' | 'service'
}

const plain = (name: string): string => name.trim().toLocaleLowerCase()

/**
 * Whose consent is missing before a recording may be read: everyone heard must have agreed to the recording, to this
 * service by name where one was used, and to the reading. The therapist is not among them.
 */
export const missingConsent = (
  heard: readonly HeardState[],
  whoIsHeard: readonly string[],
  service: string,
): MissingConsent[] =>
  [...new Set(whoIsHeard)].flatMap((who): MissingConsent[] => {
    const known = heard.find(one => one.who === who)
    if (!known) return [{ who, why: 'none' }]
    if (known.withdrawnAt) return [{ who, why: 'withdrawn' }]
    if (!known.consent.recording) return [{ who, why: 'recording' }]
    if (!known.consent.analysis) return [{ who, why: 'analysis' }]
    if (plain(service) && plain(known.consent.service) !== plain(service)) return [{ who, why: 'service' }]
    return []
  })
