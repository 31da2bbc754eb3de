import { therapistAccount } from '../vault/therapist-account.ts'
import type { TherapistAccount } from '../vault/therapist-vault.types.ts'
import { browserWorld } from './browser-world.ts'

/** Opens therapists' accounts in this browser. */
export const createTherapistAccount = (): TherapistAccount => therapistAccount(browserWorld('groundwork'))
