import { invariant } from '../model/invariant.ts'
import { concat, fromText } from './bytes.ts'
import type { Cryptography } from './cryptography.ts'
import { adjectivesEn } from './words/adjectives-en.ts'
import { adjectivesFr } from './words/adjectives-fr.ts'
import { nounsEn } from './words/nouns-en.ts'
import { nounsFr } from './words/nouns-fr.ts'

/**
 * The two words that a therapist and a partner both see and may say aloud, in each language, from their Ed25519
 * public master keys (32 bytes each): the first two bytes of
 * SHA-256('groundwork/words/1\n' + therapist's key + seat's key), the first for the adjective, the second for the
 * noun. The French words do not translate the English ones.
 * A key swapped blindly shows the same words once in 65,536 times; whoever searches for a key with the same words
 * finds one, so equal words are a sign and no proof.
 * @throws where a key is not 32 bytes long.
 */
export const twoWords = (
  cryptography: Pick<Cryptography, 'sha256'>,
  therapistMaster: Uint8Array,
  seatMaster: Uint8Array,
): { en: string; fr: string } => {
  // At other lengths, bytes could move from one key to the other and leave the words as they were.
  invariant(therapistMaster.length === 32 && seatMaster.length === 32, 'master keys of 32 bytes')
  const digest = cryptography.sha256(concat(fromText('groundwork/words/1\n'), therapistMaster, seatMaster))
  const [adjective, noun] = digest as unknown as [number, number]
  return {
    en: `${adjectivesEn[adjective]} ${nounsEn[noun]}`,
    fr: `${nounsFr[noun]} ${adjectivesFr[adjective]}`,
  }
}
