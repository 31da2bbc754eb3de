import type { SpeakerRole } from './to-turns.ts'
import type { Transcript } from './transcript.ts'

/** A guess at who is who, for a person to confirm: `because` tells what it rests on. */
export interface SuggestedRole extends SpeakerRole {
  guess: true
  /** `name`: the file's name says so. `asks`: asks and reflects much more than the others. `other`: nothing points elsewhere. */
  because: 'name' | 'asks' | 'other'
}

const titles =
  /(?:^|[^\p{L}])(?:therapist|counsell?or|clinician|psychologist|facilitator|interviewer|th[ée]rapeute|psychologue|sexologue|psy|dr|dre|t)(?:[^\p{L}]|$)/iu

/** How a therapist's sentences begin and what they ask; partners say these too, only less often. */
const craft =
  /\b(?:how (?:was|is|did|do|does) (?:that|it|this|you)|what (?:happens|happened|comes up|was that|would)|tell me|say more|i(?:'m| am) (?:wondering|hearing|curious)|i (?:wonder|hear|notice)|it sounds|sounds like|what i hear|welcome|thank you for|let's|let us|both of you|each of you|comment (?:c'était|ça|vous)|qu'est-ce qui|dites[- ]m'en|parlez[- ]moi|je me demande|j'entends|je remarque|on dirait|bienvenue|tous les deux|toutes les deux|chacun de vous)\b/giu
const first = /\b(?:i|me|my|je|j'|moi|mon|ma|mes)(?=[\s']|$)/giu

const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

/** Questions and reflections over words, less how much somebody speaks of themselves; 0 for somebody of few words. */
const therapistScore = (texts: readonly string[]): number => {
  const all = texts.join('\n').replaceAll('’', "'")
  const words = count(all, /\S+/g)
  if (words < 8) return 0
  const asks = count(all, /\?/g)
  return (
    (asks + 1.5 * count(all, craft) - 0.35 * count(all, first)) / Math.sqrt(words * Math.max(4, texts.length))
  )
}

/**
 * Guesses which speaker is the therapist; the others are guessed to be partners. It is a place to begin, marked as a guess,
 * and never used without a person's word. Where two speakers are equally likely nobody is guessed to be the therapist.
 */
export const suggestRoles = ({ utterances, speakers }: Transcript): Record<string, SuggestedRole> => {
  const texts = new Map<string, string[]>()
  for (const { speaker, text } of utterances) {
    const said = texts.get(speaker)
    if (said) said.push(text)
    else texts.set(speaker, [text])
  }
  const titled = speakers.filter(speaker => titles.test(speaker))
  const ranked = [...texts]
    .map(([speaker, said]) => ({ speaker, score: therapistScore(said) }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  const clear = best && ranked.length > 1 && best.score > 0.05 && best.score > 1.3 * (next?.score ?? 0)
  const therapist = titled.length === 1 ? titled[0] : titled.length === 0 && clear ? best.speaker : undefined
  const because = titled.length === 1 ? 'name' : 'asks'
  return Object.fromEntries(
    [...texts.keys()].map(speaker => [
      speaker,
      speaker === therapist
        ? { role: 'therapist', name: speaker, guess: true, because }
        : { role: 'partner', name: speaker, guess: true, because: 'other' },
    ]),
  )
}
