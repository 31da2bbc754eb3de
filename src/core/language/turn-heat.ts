import type { ReadSession, ReadTurn } from './read-session.ts'
import { signal, signalsOfSentence } from './turn-signals.ts'
import { mark } from './tokens.ts'

/** How much one found kind heats a turn. */
const HEATS = { contempt: 2, blame: 1, absolute: 1, demand: 1, category: 1 } as const

/**
 * How hot a turn is: 0 for calm words, about 2 for an insult or a shout. Counted: hot words and hostile kinds in each sentence, exclamation marks and
 * capitals. A scale of ours, made to compare neighbouring turns and for nothing else; it is never shown.
 */
export function heatOf(session: ReadSession, turn: ReadTurn): number {
  let heat = 0
  for (const sentence of turn.sentences) {
    if (signalsOfSentence(session.language, sentence) & signal.heat) heat += 2
    for (const { kind } of sentence.found) heat += HEATS[kind.id as keyof typeof HEATS] ?? 0
    if (sentence.ends & mark.exclamation) heat += 1
    let capitals = 0
    for (let i = sentence.from; i < sentence.to; i++)
      if ((session.tokens.marks[i] as number) & mark.capitals) capitals++
    if (capitals > 1 && capitals * 2 > sentence.to - sentence.from) heat += 1
  }
  return heat
}
