import type { Text } from '../core/model/schema.ts'
import type { academy } from './strings/academy.en.ts'
import type { common } from './strings/common.en.ts'
import type { session } from './strings/session.en.ts'
import type { therapist } from './strings/therapist.en.ts'
import { inLanguage, type KeyOf, type Language, translate, useLanguage } from './translate.ts'

export type TherapistKey =
  | KeyOf<typeof academy>
  | KeyOf<typeof common>
  | KeyOf<typeof session>
  | KeyOf<typeof therapist>

/** What therapists' pages are written with: strings by key, the model's words, and dates as the language writes them. */
export interface TherapistText {
  language: Language
  t(key: TherapistKey, values?: Record<string, string | number>): string
  words(text: Text): string
  /** A day: "14 November 2026". */
  day(iso: string): string
  /** A time of day: "14:02". */
  time(iso: string): string
  /** Day and time. */
  moment(iso: string): string
  /** "Ana, Ben and Chris". */
  list(items: string[]): string
}

const localeOf = (language: Language) => (language === 'fr' ? 'fr-CA' : 'en-GB')

export function useTherapistText(): TherapistText {
  const language = useLanguage()
  const locale = localeOf(language)
  const format = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
    new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }).format(new Date(iso))
  return {
    language,
    t: translate,
    words: text => inLanguage(text, language),
    day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    moment: format({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }),
    list: items => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  }
}
