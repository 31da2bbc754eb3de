import type { Language } from '../../src/core/language/open-language.ts'
import { addIntimacyFeatures, intimacyNumbers } from '../../src/core/language/intimacy-features.ts'
import { readSession } from '../../src/core/language/read-session.ts'
import { surroundingsOf } from '../../src/core/language/intimacy.ts'
import { type Example, FeatureCollector, type FeatureIndex } from './examples.ts'

/** The senses in the order of the model's outputs, and the letter that each has in labelled text. */
export const senses = [
  ['sex', 'S'],
  ['closeness', 'E'],
  ['affection', 'P'],
  ['contrast', 'C'],
  ['other', 'O'],
  ['unclear', 'A'],
] as const

/** The lists of words that the model leans on. */
const lists = [
  'becoming',
  'feeling-close',
  'how-often',
  'inner-kind',
  'loved-one',
  'negation',
  'oftenness',
  'person',
  'private-or-small',
  'refusal',
  'sexual',
  'sexual-act',
  'sexual-kind',
  'span-of-time',
  'talk-or-tie',
  'touch',
  'want',
  'abbreviation',
  'opener',
]

/** Whether the model leans on a file of `model/language/`. */
export const intimacyLeansOn = (path: string): boolean =>
  path.includes('/forms/') || lists.some(list => path.endsWith(`/words/${list}.yaml`))

/** A labelled mention: the first form of "intimate" in `sentence`. */
export interface LabelledMention {
  uid: string
  prev: string
  sentence: string
  next: string
  gold: string
}

/** Labelled mentions as examples, by the same code that the reader scores with. */
export function intimacyExamples(
  rows: readonly LabelledMention[],
  language: Language,
  index: FeatureIndex,
  weight = 1,
): Example[] {
  const collector = new FeatureCollector(language.vocabulary, index)
  const numbers = intimacyNumbers(language)
  return rows.flatMap((row): Example[] => {
    const text = [row.prev, row.sentence, row.next].filter(Boolean).join(' ')
    const place = (row.prev ? row.prev.length + 1 : 0) + (/intim/i.exec(row.sentence)?.index ?? -1)
    const session = readSession([{ speaker: 'A', role: 'partner', text }], language)
    const { tokens } = session
    const turn = session.turns[0]
    if (!turn) return []
    for (const [number, sentence] of turn.sentences.entries())
      for (let at = sentence.from; at < sentence.to; at++) {
        if ((tokens.starts[at] as number) > place || (tokens.ends[at] as number) <= place) continue
        addIntimacyFeatures(collector, tokens, at, sentence, surroundingsOf(turn.sentences, number), numbers)
        return [
          {
            id: row.uid,
            features: collector.take(),
            labels: Int8Array.from(senses, ([, letter]) => (letter === row.gold ? 1 : 0)),
            weight,
            group: row.uid,
          },
        ]
      }
    return []
  })
}
