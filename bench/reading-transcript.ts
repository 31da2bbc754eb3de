import type { Turn } from '../src/core/language/reading.ts'
import { seededRandom } from '../src/core/simulation/seeded-random.ts'

/** Sentences of ours with places to fill, so that a transcript does not repeat itself. What most of an hour is made of. */
const partners = [
  'On {day} I came home {late} and the {thing} was still on the {place}.',
  'I told you about the {thing} {often}, and you said it could wait.',
  'My {kin} called on {day} about the {thing}, so I drove over after work.',
  'We had planned to go to the {place} together, then the {thing} broke.',
  'I do not remember it like that, I remember the {place} and the rain.',
  'It was {late} and I wanted to sleep more than I wanted to be right.',
  'You looked at your phone while I talked about my {kin}.',
  'I feel {feeling} when we sit in the {place} and nobody says a word.',
  'I was {feeling} all of {day}, and I think it had little to do with you.',
  'Would you come to the {place} with me on {day}?',
  'The children were {feeling}, the {thing} was gone, and dinner was cold.',
  'I liked it when you brought me the {thing} on {day}, without my asking.',
  'We have been together for {number} years and we still argue about the {thing}.',
  'There were {number} of us at the table and I felt {feeling} anyway.',
  'Honestly, I thought you had asked your {kin} to pick up the {thing}.',
  'We talk about the {place}, the {thing} and my {kin}, and hardly about us.',
  'Yes.',
  'I know.',
  'That was {late}, was it not?',
  'Well, it was my turn, and I forgot the {thing} at the {place}.',
  'I want it to be easier to say that I am {feeling}.',
  'We were close on {day}, at the {place}, for about {number} minutes.',
]
const therapists = [
  'What was it like for you to hear that about the {thing}?',
  'So {day} was the moment when you felt {feeling}.',
  'Could you tell me more about the {place}?',
  'Let us stay with the {thing} for a minute.',
  'Was it your {kin} who said so?',
  'It sounds as if you were {feeling} {often}.',
  'Mm.',
  'Many couples come back to the {thing} when they are tired.',
]
const fill: Record<string, string[]> = {
  day: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas'.split(' '),
  late: ['very late', 'an hour late', 'too early', 'past midnight', 'right on time', 'nearly morning'],
  thing:
    'car kettle invoice suitcase bicycle letter dog garden piano heating ticket insurance lamp key fridge'.split(
      ' ',
    ),
  place:
    'kitchen station market lake balcony stairs office hospital school beach theatre bakery hallway'.split(
      ' ',
    ),
  often: ['twice', 'again and again', 'once in spring', 'every other week', 'a while ago'],
  kin: 'mother father sister brother uncle neighbour boss friend daughter son'.split(' '),
  feeling: 'tired lonely glad nervous proud calm restless small hopeful cross curious'.split(' '),
  number: 'two three four six nine eleven fifteen twenty'.split(' '),
}

/**
 * An invented session of about so many words: two partners and a therapist, from sentences of ours and the model's own
 * examples, the same at each run.
 */
export const makeSession = (words: number, examples: readonly string[]): Turn[] => {
  const random = seededRandom(words)
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const sentence = (all: readonly string[]) =>
    one(all).replace(/\{(\w+)\}/g, (_, name: string) => one(fill[name] ?? []))
  const turns: Turn[] = []
  let written = 0
  while (written < words) {
    const speaker = turns.length % 3 === 2 ? 'T' : random() < 0.5 ? 'P1' : 'P2'
    const said: string[] = []
    for (let left = 1 + Math.floor(random() * 5); left > 0; left--)
      said.push(
        speaker === 'T'
          ? sentence(therapists)
          : examples.length && random() < 0.15
            ? one(examples)
            : sentence(partners),
      )
    const text = said.join(' ')
    written += countWords(text)
    turns.push({ speaker, role: speaker === 'T' ? 'therapist' : 'partner', text })
  }
  return turns
}

/** Words as everybody counts them here: what stands between spaces. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** A session as the peers and the command line take it: a line for each turn, with its name. */
export const asText = (turns: readonly Turn[]): string =>
  turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n')
