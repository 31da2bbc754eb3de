import { createContext, useContext } from 'react'
import type { PartnerStrings } from '../../ui/strings/partner.en.ts'
import type { Language } from './consent-text.ts'

/** The words of the page, and how to change their language. */
export interface Wording {
  t: PartnerStrings
  language: Language
  switchLanguage(): void
}

export const LanguageContext = createContext<Wording | null>(null)

export function useWording(): Wording {
  const wording = useContext(LanguageContext)
  if (!wording) throw new Error('This should not happen: a page without words')
  return wording
}

/** Names as one phrase: "you, Robin and Dr Roy". */
export const listNames = (language: Language, names: string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
