/** How many random bytes a generated passphrase is made of: 80 bits. */
export const passphraseBytes = 10

/** The fewest characters of a passphrase of one's own. */
export const ownPassphraseLength = 16

const consonants = 'bdfghjklmnprstvz'
const vowels = 'aiou'

/**
 * A passphrase of five invented words of five letters, sixteen bits each, that can be said and typed in any language:
 * `lusab-babad-gutih-tugad-mokif` (the alphabet of proquints, Wilkerson 2009, arXiv:0901.4016).
 */
export function generatePassphrase(random: Uint8Array): string {
  const words: string[] = []
  for (let i = 0; i + 1 < random.length; i += 2) {
    const bits = ((random[i] ?? 0) << 8) | (random[i + 1] ?? 0)
    const consonant = (shift: number) => consonants.charAt((bits >> shift) & 15)
    const vowel = (shift: number) => vowels.charAt((bits >> shift) & 3)
    words.push(consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0))
  }
  return words.join('-')
}

/** What is wrong with a passphrase of one's own, or null. Length is what counts; repetition is the one thing refused. */
export function ownPassphraseIssue(passphrase: string): 'too-short' | 'too-plain' | null {
  if ([...passphrase].length < ownPassphraseLength) return 'too-short'
  if (new Set(passphrase.toLowerCase()).size < 6) return 'too-plain'
  return null
}

/** A code as it is shown and printed: in groups, so that eyes and fingers keep their place. A grouped code stays as it is. */
export const inGroups = (code: string): string[] =>
  /[\s-]/.test(code) ? code.split(/[\s-]+/) : (code.match(/.{1,4}/g) ?? [])
