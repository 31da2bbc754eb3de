import type { Person } from '../../core/case/entry-kind.ts'
import type { Text } from '../../core/model/schema.ts'
import type { BlueprintWords } from '../strings/blueprint-words.ts'

/** Everything a blueprint is worded with: its strings, the model's words in one language, and what the people are called. */
export interface BlueprintText {
  language: 'en' | 'fr'
  t: BlueprintWords
  words(text: Text): string
  /** The label of a seat; the seat itself where the case has no label for it. */
  name(seat: string): string
  /** "Ash, Blue and Cedar". */
  names(seats: string[]): string
  /** "values and conflict": each begun in lower case. */
  list(items: string[]): string
}

/** A name of the model in the middle of a sentence. */
export const inSentence = (name: string): string => name.charAt(0).toLocaleLowerCase() + name.slice(1)

/** Brings strings, language and people together. */
export const blueprintText = (t: BlueprintWords, language: 'en' | 'fr', people: Person[]): BlueprintText => {
  const and = new Intl.ListFormat(language === 'fr' ? 'fr-CA' : 'en-GB', { type: 'conjunction' })
  const name = (seat: string) => people.find(person => person.seat === seat)?.label ?? seat
  return {
    language,
    t,
    words: text => text[language],
    name,
    names: seats => and.format(seats.map(name)),
    list: items => and.format(items.map(inSentence)),
  }
}
