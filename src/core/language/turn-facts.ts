import { classifyChar, charClass, foldChar } from './fold-char.ts'
import type { ReadSession } from './read-session.ts'
import type { Sentence } from './sentences.ts'
import { mark } from './tokens.ts'
import { turnNumbersOf } from './turn-numbers.ts'

/** What is worked out once for every turn before its neighbours look at it. */
export interface TurnFacts {
  /** Its words without fillers, by number, in order. */
  words: readonly number[]
  /** Where in `words` the first word stands that is no backchannel. */
  core: number
  /** Its sentences that say something beyond a backchannel. */
  telling: Sentence[]
  asks: number
  endsAsking: boolean
  /** A dash at the beginning or the end: cut short, or going on. */
  cut: boolean
  continued: boolean
  /** Of its words that carry matter: how many were said in the other's last turn, in the other's last four turns, and in all. */
  shared: number
  sharedLately: number
  matter: number
  /** Pairs of neighbours that the other's last turn holds too, seen from the other side. */
  sharedPairs: number
}

const TABLE = 1 << 14
const LATELY = 4
const STEM = 5

const isDash = (code: number) => code === 45 || code === 0x2013 || code === 0x2014

const cutAt = (text: string, from: 'start' | 'end'): boolean => {
  let i = from === 'start' ? 0 : text.length - 1
  const step = from === 'start' ? 1 : -1
  for (let most = 0; most < 3 && i >= 0 && i < text.length; most++, i += step) {
    const code = text.charCodeAt(i)
    if (isDash(code)) return true
    const kind = classifyChar(code)
    if (kind !== charClass.space && kind !== charClass.quote) return false
  }
  return false
}

/**
 * When (counted in turns of that role) a stem, or a pair of words, was last said. Places collide now and then; no harm is done. Kept from one session
 * to the next: the count goes on, so that what an earlier session left there is too old to be taken for something said.
 */
const memory = {
  said: { partner: new Int32Array(TABLE), therapist: new Int32Array(TABLE) },
  pairs: { partner: new Int32Array(TABLE), therapist: new Int32Array(TABLE) },
  turnsOf: { partner: 0, therapist: 0 },
}

function beginMemory(turns: number): typeof memory {
  const { said, pairs, turnsOf } = memory
  const start = Math.max(turnsOf.partner, turnsOf.therapist) + LATELY
  const full = start + turns + LATELY >= 2 ** 31
  if (full) for (const table of [said.partner, said.therapist, pairs.partner, pairs.therapist]) table.fill(0)
  turnsOf.partner = full ? 0 : start
  turnsOf.therapist = full ? 0 : start
  return memory
}

/** Facts of every turn; linear in the words. The second person may be several: "the other" is whoever does not have the role. */
export function factsOfTurns(session: ReadSession): TurnFacts[] {
  const { tokens, language } = session
  const numbers = turnNumbersOf(language)
  const { filler, backchannel, common } = numbers.is
  const { turned } = numbers
  const { said, pairs, turnsOf } = beginMemory(session.turns.length)

  return session.turns.map((turn): TurnFacts => {
    const { role, text } = turn.turn
    const other = role === 'partner' ? 'therapist' : 'partner'
    const theirs = said[other]
    const theirPairs = pairs[other]
    const theirTurn = turnsOf[other]
    const own = ++turnsOf[role]
    const words: number[] = []
    let shared = 0
    let sharedLately = 0
    let matter = 0
    let sharedPairs = 0
    let before = 0
    for (let i = turn.from; i < turn.to; i++) {
      const word = tokens.ids[i] as number
      if (filler[word]) continue
      words.push(word)
      if (before > 0 && word > 0) {
        const seen = theirPairs[pairOf(before, word)] as number
        if (seen !== 0 && seen === theirTurn) sharedPairs++
      }
      const mine = turned[word] as number
      if (before > 0 && word > 0) pairs[role][pairOf(turned[before] as number, mine)] = own
      before = word
      if (common[word]) continue
      const start = tokens.starts[i] as number
      const end = tokens.ends[i] as number
      if (end - start < 3) continue
      matter++
      const stem = stemOf(text, start, end)
      const when = theirs[stem] as number
      if (when !== 0) {
        if (when === theirTurn) shared++
        if (theirTurn - when < LATELY) sharedLately++
      }
      said[role][stem] = own
    }
    let core = 0
    while (core < words.length && core < 6 && backchannel[words[core] as number]) core++
    let asks = 0
    for (const sentence of turn.sentences) if (sentence.ends & mark.question) asks++
    return {
      words,
      core,
      telling: turn.sentences.filter(sentence => tells(sentence, session, backchannel)),
      asks,
      endsAsking: ((turn.sentences.at(-1)?.ends ?? 0) & mark.question) !== 0,
      cut: cutAt(text, 'end'),
      continued: cutAt(text, 'start'),
      shared,
      sharedLately,
      matter,
      sharedPairs,
    }
  })
}

const pairOf = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (TABLE - 1)
}

function stemOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  const to = Math.min(end, start + STEM)
  for (let i = start; i < to; i++) hash = Math.imul(hash ^ foldChar(text.charCodeAt(i)), 0x01000193)
  return (hash ^ (hash >>> 15)) & (TABLE - 1)
}

function tells(sentence: Sentence, session: ReadSession, backchannel: Uint8Array): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (!backchannel[session.tokens.ids[i] as number]) return true
  return false
}
