import { account } from './account.en.ts'
import { blueprintEnglish } from './blueprint.en.ts'
import { caseStrings } from './case.en.ts'

/** Everything that therapists' pages say, in English. */
export const therapist = { ...blueprintEnglish, ...account, ...caseStrings } as const
