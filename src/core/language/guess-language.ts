import type { ReadingLanguage } from './language-bundle.ts'
import type { Turn } from './reading.ts'

/** Letters of the session that are looked at: enough to tell two languages apart. */
const LOOKED_AT = 4000

const english = new Set('the and you that is was to of it not have my he she we with this do are'.split(' '))
const french = new Set(
  'le la les et vous que est pas de je un une elle il on avec ce ne des nous tu'.split(' '),
)

/** The language of a session by its commonest small words; English where it cannot be told. */
export function guessLanguage(turns: readonly Turn[]): ReadingLanguage {
  let balance = 0
  let left = LOOKED_AT
  for (const { text } of turns) {
    if (left <= 0) break
    for (const word of text
      .slice(0, left)
      .toLowerCase()
      .split(/[^\p{L}]+/u)) {
      if (english.has(word)) balance++
      if (french.has(word)) balance--
    }
    left -= text.length
  }
  return balance < 0 ? 'fr' : 'en'
}
