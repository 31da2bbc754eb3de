import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import type { Text } from '../core/model/schema.ts'
import { frenchSpacing } from './french-spacing.ts'

export type Language = 'en' | 'fr'
export const languages: readonly Language[] = ['en', 'fr']

/** Words by key, flat; a key that ends in `_one` or `_other` is asked for without the ending and with a `count`. */
export type Strings = Record<string, string>
/** The key under which pages ask for a string: endings for number taken off. */
export type KeyOf<S> = S extends unknown
  ? keyof S extends infer K
    ? K extends `${infer Stem}_one` | `${infer Stem}_other`
      ? Stem
      : K & string
    : never
  : never

const kept = 'gw-language'
const listeners = new Set<() => void>()

const preferredLanguage = (): Language => {
  try {
    const chosen = localStorage.getItem(kept)
    if (chosen === 'en' || chosen === 'fr') return chosen
  } catch {
    // A browser that keeps nothing still has a language of its own.
  }
  return navigator.languages.some(tag => tag.toLowerCase().startsWith('fr')) &&
    !navigator.languages[0]?.toLowerCase().startsWith('en')
    ? 'fr'
    : 'en'
}

const tie = (strings: Strings): Strings =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, frenchSpacing(text)]))

/** Brings the words of pages that are loaded later; call before any of them is drawn. */
export function addTranslation(strings: Record<Language, Strings>): void {
  i18next.addResourceBundle('en', 'translation', strings.en)
  i18next.addResourceBundle('fr', 'translation', tie(strings.fr))
}

/** Sets up the words of a page's audience; call once before anything is drawn. */
export function startTranslation(strings: Record<Language, Strings>): void {
  void i18next.init({
    lng: preferredLanguage(),
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: strings.en }, fr: { translation: tie(strings.fr) } },
  })
  document.documentElement.lang = currentLanguage()
}

export const currentLanguage = (): Language => (i18next.language === 'fr' ? 'fr' : 'en')

/** Switches every string on the page, and remembers the choice on this device. */
export function changeLanguage(language: Language): void {
  void i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(kept, language)
  } catch {
    // Kept for this visit only.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the page; a component that asks is drawn again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)

/** One string by its key, with values filled in. Pages use a typed hook over this (`use-therapist-text.ts`). */
export const translate = (key: string, values?: Record<string, string | number>): string =>
  i18next.t(key, values ?? {})

/** The model's own words in the language of the page. */
export const inLanguage = (text: Text, language: Language = currentLanguage()): string =>
  language === 'fr' ? frenchSpacing(text.fr) : text.en
