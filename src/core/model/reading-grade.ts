import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** The highest US school grade at which an English question may read: items are for anybody, tired, on a phone. */
export const HIGHEST_GRADE = 8
/** The lowest Kandel-Moles ease of a French question: 60 opens the band that Flesch's table gives to grades 8 and 9. */
export const LOWEST_EASE = 60

// A name stands where the case's own name will stand; two syllables is the middle of common names.
const readable = (text: string) => text.replaceAll('{name}', 'Robin')
const wordsOf = (text: string) => readable(text).match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? []
const sentencesOf = (text: string) =>
  Math.max(1, text.split(/[.?!…]+(?:\s|$)/).filter(part => /\p{L}/u.test(part)).length)

/**
 * The US school grade at which an English text reads (Flesch-Kincaid grade level, Kincaid et al. 1975):
 * 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Usually 0 to 18; below 0 for very short words.
 */
export function gradeEnglish(text: string): number {
  const words = wordsOf(text)
  return fleschKincaid({
    sentence: sentencesOf(text),
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

/** Syllables of a French word as read in prose: groups of vowels, a mute final e left out. An estimate, never below 1. */
export function countFrenchSyllables(word: string): number {
  const plain = word.toLowerCase().normalize('NFC')
  const groups = plain.replace(/[éèêë](?=[aàâoôuûi])/g, 'é-').match(/[aàâäeéèêëiîïoôöuùûüyÿœæ]+/g) ?? []
  const mute = /([^aàâäeéèêëiîïoôöuùûüyÿœæ]|[qg]u)es?$/.test(plain)
  return Math.max(1, groups.length - (mute ? 1 : 0))
}

/**
 * How easily a French text reads, 0 (hard) to 100 (easy) and beyond: Flesch's reading ease as adapted to French by
 * L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue française", Cahiers d'études de
 * radio-télévision 19 (1958): 207 - 1.015 x words per sentence - 73.6 x syllables per word.
 */
export function easeFrench(text: string): number {
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + countFrenchSyllables(word), 0)
  return 207 - 1.015 * (words.length / sentencesOf(text)) - 73.6 * (syllables / Math.max(1, words.length))
}
