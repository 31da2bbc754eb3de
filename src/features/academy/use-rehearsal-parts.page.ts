import { useEffect, useState } from 'react'
import { failureKey } from '../../ui/failure-key.ts'
import type { TherapistKey } from '../../ui/use-therapist-text.ts'
import { loadRehearsal, type RehearsalParts } from './load-rehearsal.page.ts'

/** What a rehearsal needs, once it is here; or why it is not. */
export const useRehearsalParts = (): { parts: RehearsalParts | null; failure: TherapistKey | null } => {
  const [parts, setParts] = useState<RehearsalParts | null>(null)
  const [failure, setFailure] = useState<TherapistKey | null>(null)
  useEffect(() => {
    let here = true
    loadRehearsal().then(
      loaded => here && setParts(loaded),
      error => here && setFailure(error instanceof TypeError ? 'failure.offline' : failureKey(error)),
    )
    return () => {
      here = false
    }
  }, [])
  return { parts, failure }
}
