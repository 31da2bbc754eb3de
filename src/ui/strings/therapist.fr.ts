import { account } from './account.fr.ts'
import { blueprintFrench } from './blueprint.fr.ts'
import { caseStrings } from './case.fr.ts'
import type { therapist as english } from './therapist.en.ts'

/** Tout ce que disent les pages du thérapeute, en français : les mêmes clés, par le type. */
export const therapist: Record<keyof typeof english, string> = {
  ...blueprintFrench,
  ...account,
  ...caseStrings,
}
