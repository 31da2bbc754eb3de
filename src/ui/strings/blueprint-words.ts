import { blueprintEnglish } from './blueprint.en.ts'
import { blueprintFrench } from './blueprint.fr.ts'

export type BlueprintKey = keyof typeof blueprintEnglish
/** Gives one string of the blueprint with its values filled in; a page may pass its own translator of the same strings. */
export type BlueprintWords = (key: BlueprintKey, values?: Record<string, string | number>) => string

/** The blueprint's strings in one language, without any library: for the command line and for tests. */
export const blueprintWords = (language: 'en' | 'fr'): BlueprintWords => {
  const strings: Record<BlueprintKey, string> = language === 'fr' ? blueprintFrench : blueprintEnglish
  return (key, values = {}) =>
    strings[key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
