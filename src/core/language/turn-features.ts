import type { FeatureSink } from './linear-model.ts'
import type { ReadSession } from './read-session.ts'
import type { Sentence } from './sentences.ts'
import { mark } from './tokens.ts'
import type { TurnFacts } from './turn-facts.ts'
import { type TurnNumbers, turnNumbersOf } from './turn-numbers.ts'

const stepOf = (count: number, fine: number, most: number): number =>
  Math.min(most, Math.round(Math.log2(count + 1) * fine))

/** Gives the features of a therapist's turn, and of what stands around it, to `sink`: what tells a question, a reflection, input and other apart. */
export class TurnFeatures {
  readonly #session: ReadSession
  readonly #facts: readonly TurnFacts[]
  readonly #n: TurnNumbers

  constructor(session: ReadSession, facts: readonly TurnFacts[]) {
    this.#session = session
    this.#facts = facts
    this.#n = turnNumbersOf(session.language)
  }

  /** Features that tell which move a turn is. */
  addMove(sink: FeatureSink, turn: number): void {
    this.#addWords(sink, turn)
    this.#addSentences(sink, turn)
    this.#addShape(sink, turn)
    this.#addNeighbours(sink, turn)
  }

  /** Features that tell an open question from a closed one: chiefly those of the last sentence that asks. */
  addQuestion(sink: FeatureSink, turn: number): void {
    const { symbol: s, steps, is } = this.#n
    const facts = this.#facts[turn] as TurnFacts
    const { tokens, turns } = this.#session
    const sentences = turns[turn]?.sentences ?? []
    const asking = sentences.filter(sentence => sentence.ends & mark.question)
    const picked =
      asking.filter(sentence => sentence.to - sentence.from >= 3).at(-1) ??
      asking.at(-1) ??
      sentences.filter(sentence => this.#looksAsking(sentence)).at(-1) ??
      sentences.at(-1)
    sink.add(s['quest:'] as number, steps[Math.min(3, asking.length)] as number, 0)
    for (const sentence of sentences)
      sink.add(
        s['among:'] as number,
        this.#sortOf(sentence),
        sentence.ends & mark.question ? (s['asks:'] as number) : 0,
      )
    if (picked) {
      const from = this.#firstOf(picked)
      sink.add(s['pick:'] as number, this.#sortOf(picked), 0)
      sink.add(s['size:'] as number, steps[stepOf(picked.to - from, 1.5, 8)] as number, 0)
      let before = 0
      let asked = false
      for (let i = from; i < picked.to; i++) {
        const word = tokens.ids[i] as number
        if (is.filler[word]) continue
        if (word > 0) {
          sink.add(s['own:'] as number, word, 0)
          if (before > 0) sink.add(s['own:'] as number, before, word)
          if (!asked && is.question[word]) {
            asked = true
            sink.add(s['flag:'] as number, word, (tokens.ids[i + 1] as number) || 0)
            sink.add(s['flag:'] as number, word, 0)
          }
          if (word === this.#n.or) sink.add(s['has:or'] as number, 0, 0)
          if ((tokens.starts[i] as number) >= 0 && word === this.#n.scale)
            sink.add(s['has:scale'] as number, 0, 0)
        }
        before = word
      }
      this.#addEdge(sink, s['pick:'] as number, s['pick2:'] as number, from, picked.to)
      const last = tokens.ids[picked.to - 1] as number
      if (last > 0) sink.add(s['end:'] as number, last, 0)
    }
    const next = this.#facts[turn + 1]
    if (next) {
      sink.add(s['answer:'] as number, steps[stepOf(next.words.length, 1, 7)] as number, 0)
      const first = next.words[0] ?? 0
      if (first > 0) sink.add(s['after:'] as number, first, 0)
      const second = next.words[1] ?? 0
      if (first > 0 && second > 0) sink.add(s['after:'] as number, first, second)
    }
    if (facts.cut) sink.add(s['has:cut'] as number, 0, 0)
  }

  #looksAsking(sentence: Sentence): boolean {
    const { ids } = this.#session.tokens
    const { is } = this.#n
    for (let i = sentence.from; i < sentence.to; i++) {
      const word = ids[i] as number
      if (is.question[word]) return true
      if (is.auxiliary[word] && i + 1 < sentence.to && is.pronoun[ids[i + 1] as number]) return true
      if (is.tell[word]) return true
    }
    return false
  }

  #addWords(sink: FeatureSink, turn: number): void {
    const { symbol: s } = this.#n
    const { words, core } = this.#facts[turn] as TurnFacts
    let before = 0
    let before2 = 0
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number
      if (word > 0) {
        sink.add(word, 0, 0)
        if (before > 0) {
          sink.add(before, word, 0)
          if (before2 > 0) sink.add(before2, before, word)
        }
      }
      before2 = before
      before = word
    }
    const at = (i: number) => words[i] ?? 0
    if (at(0) > 0) {
      sink.add(s['start:'] as number, at(0), 0)
      if (at(1) > 0) sink.add(s['start:'] as number, at(0), at(1))
    }
    if (at(core) > 0) {
      sink.add(s['core:'] as number, at(core), 0)
      if (at(core + 1) > 0) {
        sink.add(s['core:'] as number, at(core), at(core + 1))
        if (at(core + 2) > 0) sink.add(s['next:'] as number, at(core + 1), at(core + 2))
      }
    }
    const end = words.length - 1
    if (end >= 0 && at(end) > 0) {
      sink.add(s['end:'] as number, at(end), 0)
      if (end > 0 && at(end - 1) > 0) sink.add(s['end:'] as number, at(end - 1), at(end))
    }
  }

  #addSentences(sink: FeatureSink, turn: number): void {
    const { symbol: s } = this.#n
    const { telling } = this.#facts[turn] as TurnFacts
    const asked = s['asks:'] as number
    for (const [i, sentence] of telling.entries()) {
      const asks = sentence.ends & mark.question ? asked : 0
      const sort = this.#sortOf(sentence)
      sink.add(s['sort:'] as number, sort, asks)
      const from = this.#firstOf(sentence)
      this.#addEdge(sink, asks ? asked : (s['first:'] as number), 0, from, sentence.to)
      if (i === 0) sink.add(s['left:'] as number, sort, asks)
      if (i === telling.length - 1) {
        sink.add(s['last:'] as number, sort, asks)
        this.#addEdge(sink, s['right:'] as number, s['mean:'] as number, from, sentence.to)
        if (i > 0) sink.add(this.#sortOf(telling[i - 1] as Sentence), sort, asks)
      }
    }
  }

  /** The first words of a sentence: one and two of them under `tag`, the second and third under `second`. */
  #addEdge(sink: FeatureSink, tag: number, second: number, from: number, to: number): void {
    const { ids } = this.#session.tokens
    const a = from < to ? (ids[from] as number) : 0
    const b = from + 1 < to ? (ids[from + 1] as number) : 0
    const c = from + 2 < to ? (ids[from + 2] as number) : 0
    if (a === 0) return
    sink.add(tag, a, 0)
    if (b === 0) return
    sink.add(tag, a, b)
    if (second > 0 && c > 0) sink.add(second, b, c)
  }

  #addShape(sink: FeatureSink, turn: number): void {
    const { symbol: s, steps, parts, is } = this.#n
    const facts = this.#facts[turn] as TurnFacts
    const { words, core, telling } = facts
    sink.add(s['len:'] as number, steps[stepOf(words.length - core, 2, 12)] as number, 0)
    sink.add(s['words:'] as number, steps[stepOf(words.length, 2, 12)] as number, 0)
    sink.add(s['sents:'] as number, steps[Math.min(5, telling.length)] as number, 0)
    sink.add(s['quest:'] as number, steps[Math.min(3, facts.asks)] as number, 0)
    if (facts.endsAsking) sink.add(s['has:asked'] as number, 0, 0)
    if (core >= words.length) sink.add(s['has:allback'] as number, 0, 0)
    if (facts.cut) sink.add(s['has:cut'] as number, 0, 0)
    if (facts.continued) sink.add(s['has:continued'] as number, 0, 0)
    let inverted = false
    let question = false
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number
      if (is.question[word]) question = true
      if (
        is.auxiliary[word] &&
        is.pronoun[words[i + 1] ?? 0] &&
        (i === 0 || !is.pronoun[words[i - 1] as number])
      )
        inverted = true
    }
    if (inverted) sink.add(s['has:inverted'] as number, 0, 0)
    if (question) sink.add(s['has:wh'] as number, 0, 0)
    const share = facts.matter === 0 ? 0 : facts.shared / facts.matter
    const late = facts.matter === 0 ? 0 : facts.sharedLately / facts.matter
    sink.add(s['over:'] as number, steps[Math.min(4, facts.shared)] as number, 0)
    sink.add(s['share:'] as number, parts[Math.round(share * 4)] as number, 0)
    sink.add(s['pairs:'] as number, steps[Math.min(4, facts.sharedPairs)] as number, 0)
    sink.add(s['past:'] as number, parts[Math.round(late * 4)] as number, 0)
    sink.add(s['fresh:'] as number, steps[Math.min(5, facts.matter - facts.sharedLately)] as number, 0)
  }

  #addNeighbours(sink: FeatureSink, turn: number): void {
    const { symbol: s, steps } = this.#n
    const before = this.#facts[turn - 1]
    if (before) {
      const { words } = before
      sink.add(s['before:'] as number, steps[stepOf(words.length, 1, 6)] as number, 0)
      if (before.asks > 0) sink.add(s['behind:'] as number, s['asks:'] as number, 0)
      if (before.endsAsking) sink.add(s['behind:'] as number, s['has:askedlast'] as number, 0)
      if (before.cut) sink.add(s['behind:'] as number, s['has:cut'] as number, 0)
      this.#addTwo(sink, s['before1:'] as number, words[0] ?? 0, words[1] ?? 0)
      this.#addTwo(sink, s['before2:'] as number, words.at(-1) ?? 0, words.at(-2) ?? 0)
    } else sink.add(s['has:first'] as number, 0, 0)
    const after = this.#facts[turn + 1]
    if (after) {
      const { words } = after
      sink.add(s['after:'] as number, steps[stepOf(words.length, 1, 6)] as number, 0)
      if (after.asks > 0) sink.add(s['after:'] as number, s['asks:'] as number, 0)
      this.#addTwo(sink, s['after1:'] as number, words[0] ?? 0, words[1] ?? 0)
      for (let i = 0; i < 6 && i < words.length; i++)
        if ((words[i] as number) > 0) sink.add(s['after2:'] as number, words[i] as number, 0)
    } else sink.add(s['has:last'] as number, 0, 0)
    for (const [away, tag] of [
      [turn - 2, 'over:'],
      [turn + 2, 'beyond:'],
    ] as const) {
      const far = this.#facts[away]
      if (!far) continue
      const symbol = s[tag] as number
      if (far.asks > 0) sink.add(symbol, s['asks:'] as number, 0)
      if (far.cut) sink.add(symbol, s['has:cut'] as number, 0)
      if (far.continued) sink.add(symbol, s['has:continued'] as number, 0)
      sink.add(symbol, s['words:'] as number, steps[stepOf(far.words.length, 1, 6)] as number)
      if ((far.words[0] ?? 0) > 0) sink.add(symbol, far.words[0] as number, 0)
    }
  }

  #addTwo(sink: FeatureSink, tag: number, a: number, b: number): void {
    if (a === 0) return
    sink.add(tag, a, 0)
    if (b > 0) sink.add(tag, a, b)
  }

  /** Where the first word stands that is neither a filler nor a lead such as `okay, so`. */
  #firstOf(sentence: Sentence): number {
    const { ids } = this.#session.tokens
    const { filler, lead } = this.#n.is
    let from = sentence.from
    while (from < sentence.to && (filler[ids[from] as number] || lead[ids[from] as number])) from++
    return from < sentence.to ? from : sentence.from
  }

  /** What a sentence does, told by its first words. */
  #sortOf(sentence: Sentence): number {
    const { ids } = this.#session.tokens
    const { symbol: s, is, you, me, us } = this.#n
    const from = this.#firstOf(sentence)
    const a = ids[from] as number
    const b = from + 1 < sentence.to ? (ids[from + 1] as number) : 0
    const c = from + 2 < sentence.to ? (ids[from + 2] as number) : 0
    if (is.question[a]) return (is.amount[b] ? s['is:amount'] : s['is:wh']) as number
    if (is.auxiliary[a] && (is.pronoun[b] || is.pronoun[c])) return s['is:inverted'] as number
    if (is.tell[a]) return s['is:tell'] as number
    if (is.sounding[a] || is.sounding[b]) return s['is:sounds'] as number
    if (you[a]) return s['is:you'] as number
    if (me[a]) return s['is:i'] as number
    if (us[a]) return s['is:we'] as number
    if (sentence.to - from < 3) return s['is:short'] as number
    for (let i = from + 1; i < sentence.to; i++)
      if (is.question[ids[i] as number]) return s['is:mid'] as number
    return s['is:other'] as number
  }
}
