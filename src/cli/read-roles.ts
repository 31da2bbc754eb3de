import type { SpeakerRole, SpeakerRoles } from '../core/transcript/to-turns.ts'

const named = new Set<SpeakerRole['role']>(['partner', 'therapist', 'left-out'])

const isRole = (word: string): word is SpeakerRole['role'] => (named as Set<string>).has(word)

/** Reads `P1=partner,P2=partner,T=therapist`. A name may hold "=" and any letter but a comma; null where it is not so written. */
export const readRoles = (text: string): SpeakerRoles | null => {
  const roles = new Map<string, SpeakerRole>()
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=')
    const name = part.slice(0, at).trim()
    const role = part.slice(at + 1).trim()
    if (at < 0 || !isRole(role) || roles.has(name)) return null
    roles.set(name, { role, name })
  }
  return Object.fromEntries(roles)
}
