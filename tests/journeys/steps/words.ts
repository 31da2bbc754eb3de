import type { Page } from '@playwright/test'
import { academy as academyEnglish } from '../../../src/ui/strings/academy.en.ts'
import { academy as academyFrench } from '../../../src/ui/strings/academy.fr.ts'
import { common as commonEnglish } from '../../../src/ui/strings/common.en.ts'
import { common as commonFrench } from '../../../src/ui/strings/common.fr.ts'
import { type PartnerStrings, partnerEnglish } from '../../../src/ui/strings/partner.en.ts'
import { partnerFrench } from '../../../src/ui/strings/partner.fr.ts'
import { session as sessionEnglish } from '../../../src/ui/strings/session.en.ts'
import { session as sessionFrench } from '../../../src/ui/strings/session.fr.ts'
import { therapist as therapistEnglish } from '../../../src/ui/strings/therapist.en.ts'
import { therapist as therapistFrench } from '../../../src/ui/strings/therapist.fr.ts'
import type { KeyOf } from '../../../src/ui/translate.ts'
import type { Play } from '../../support/plays.ts'

export type TherapistKey =
  | KeyOf<typeof academyEnglish>
  | KeyOf<typeof commonEnglish>
  | KeyOf<typeof sessionEnglish>
  | KeyOf<typeof therapistEnglish>

/** What the pages of one play say: journeys look for controls by the words that people read. */
export interface Words {
  language: Play['language']
  /** A therapist's string, filled in. */
  t(key: TherapistKey, values?: Record<string, string | number>): string
  /** The partner's strings. */
  p: PartnerStrings
}

const strings: Record<Play['language'], Record<string, string>> = {
  en: { ...academyEnglish, ...commonEnglish, ...sessionEnglish, ...therapistEnglish },
  fr: { ...academyFrench, ...commonFrench, ...sessionFrench, ...therapistFrench },
}

export const wordsOf = (language: Play['language']): Words => ({
  language,
  p: language === 'fr' ? partnerFrench : partnerEnglish,
  t: (key, values = {}) => {
    const count = Number(values['count'] ?? Number.NaN)
    const one = language === 'fr' ? Math.abs(count) < 2 : count === 1
    const found = strings[language][key] ?? strings[language][`${key}_${one ? 'one' : 'other'}`]
    if (found === undefined) throw new Error(`There are no words for ${key}`)
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  },
})

/** The page's heading: what a person reads first, and what tells one step from the next. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
