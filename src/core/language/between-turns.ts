import { type ReadSession, type ReadTurn, toFinding } from './read-session.ts'
import type { Finding, FindingKind } from './reading.ts'
import { mark } from './tokens.ts'
import { heatOf } from './turn-heat.ts'
import { signal, signalsOfSentence, signalsOfTurns } from './turn-signals.ts'

/** A turn with what bears on its neighbours. */
interface Heard {
  turn: ReadTurn
  signals: number
  heat: number
  words: number
  asks: number
}

/** An answer longer than this says too much to be told by a word or two. */
const LONG = 45
/** One dance is found once, however many turns it has. */
const DANCE = 3
/** Silence, or next to nothing, where an answer was asked for. */
const SHORT = 3
/** What is left of an answer when somebody has gone. */
const CURT = 4

/**
 * Kinds that stand between turns: dodge, pursue-withdraw, escalation, repair, fear received or missed. Each looks at one turn and the one to three before
 * it; the finding stands at the answer, with the sentence that decided as its quote. Never more than one of a kind in a turn. Linear in the turns.
 */
export function findBetweenTurns(session: ReadSession): Finding[] {
  const signals = signalsOfTurns(session)
  const heard = session.turns.map(
    (turn, i): Heard => ({
      turn,
      signals: signals[i] as number,
      heat: turn.turn.role === 'partner' ? heatOf(session, turn) : 0,
      words: turn.to - turn.from,
      asks: turn.sentences.filter(sentence => sentence.ends & mark.question).length,
    }),
  )
  const findings: Finding[] = []
  const add = (kind: FindingKind, at: Heard, decided: number, confidence?: number) => {
    const found = findingAt(session, kind, at.turn, decided, confidence)
    if (found) findings.push(found)
  }
  let escalatedAt = -DANCE
  let withdrewAt = -DANCE
  for (let i = 1; i < heard.length; i++) {
    const before = heard[i - 1] as Heard
    const now = heard[i] as Heard
    if (before.turn.turn.speaker === now.turn.turn.speaker) continue
    if (before.turn.turn.role !== 'partner') continue
    if (before.signals & signal.fear) {
      const fate = fateOfFear(now)
      if (fate) add(fate, now, fate === 'fear-received' ? signal.takenIn : signal.pushedOff)
    }
    if (now.turn.turn.role !== 'partner') continue
    if (escalates(heard, i)) {
      if (escalatedAt < i - 1) add('escalation', now, signal.heat)
      escalatedAt = i
      continue
    }
    if (repairs(before, now)) {
      add('repair', now, signal.offer)
      continue
    }
    if (withdraws(heard, i)) {
      if (withdrewAt <= i - DANCE) add('pursue-withdraw', now, signal.back)
      withdrewAt = i
      continue
    }
    if (!(before.signals & signal.fear) && dodges(before, now))
      add('dodge', now, signal.shift | signal.counter)
  }
  return withoutRetorts(findings)
}

/** A complaint given back on the way up is part of the escalation, and no dodge of its own. */
function withoutRetorts(findings: Finding[]): Finding[] {
  const hot = findings.filter(({ kind }) => kind === 'escalation').map(({ turn }) => turn)
  if (hot.length === 0) return findings
  return findings.filter(
    ({ kind, turn }) => kind !== 'dodge' || !hot.some(at => turn <= at && at - turn <= DANCE),
  )
}

/** A fear is received where the answer takes it in, missed where it pushes it off or speaks of something else. */
function fateOfFear(now: Heard): 'fear-received' | 'fear-missed' | null {
  if (now.signals & signal.pushedOff && !(now.signals & signal.takenIn)) return 'fear-missed'
  if (now.signals & signal.takenIn) return 'fear-received'
  if (now.signals & (signal.shift | signal.counter | signal.heat)) return 'fear-missed'
  // An answer without a word of one's own, or of the other's, has not stayed with the fear.
  return now.words > 1 && now.words <= LONG && !speaksOfSelf(now) ? 'fear-missed' : null
}

/** A complaint, and an answer that turns to another matter or gives a complaint back. */
function dodges(before: Heard, now: Heard): boolean {
  if (!(before.signals & signal.criticism) || before.heat >= 2 || now.heat >= 2) return false
  if (now.signals & (signal.shift | signal.counter)) return (now.signals & signal.offer) === 0
  return (
    now.words > SHORT &&
    now.words <= LONG &&
    (now.signals & (signal.answered | signal.offer | signal.back | signal.criticism)) === 0 &&
    !speaksOfSelf(now)
  )
}

/** Whoever speaks of themselves answers, in some way. */
const speaksOfSelf = ({ turn }: Heard): boolean =>
  /(^|[^\p{L}])(i|i'm|i'd|i've|me|my|mine|je|j|me|m|mon|ma|mes)([^\p{L}]|$)/iu.test(
    turn.turn.text.replaceAll('’', "'"),
  )

/** One presses and the other draws back: said of a whole dance at once, or played twice over, or once and plainly. */
function withdraws(heard: readonly Heard[], i: number): boolean {
  const before = heard[i - 1] as Heard
  const now = heard[i] as Heard
  const presses = (turn: Heard) => (turn.signals & signal.press) !== 0 || turn.asks >= 2
  const draws = (turn: Heard) => (turn.signals & signal.back) !== 0 || turn.words <= CURT
  if (!presses(before) || !draws(now) || now.words > LONG) return false
  return (
    (now.signals & signal.back) !== 0 ||
    (i >= 3 && presses(heard[i - 3] as Heard) && draws(heard[i - 2] as Heard))
  )
}

/** The last two turns are hot, and hotter than where it began. */
function escalates(heard: readonly Heard[], i: number): boolean {
  if (i < 2) return false
  const now = heard[i] as Heard
  const before = heard[i - 1] as Heard
  const first = heard[Math.max(0, i - 3)] as Heard
  if (first.turn.turn.role !== 'partner') return false
  if (now.signals & signal.offer && now.heat < 2) return false
  return (
    now.heat >= 2 && before.heat >= 1 && now.heat + before.heat >= 3 && now.heat + before.heat > first.heat
  )
}

/** Words that cool, where a quarrel was going on. */
function repairs(before: Heard, now: Heard): boolean {
  if (now.heat >= 3) return false
  if (!(now.signals & signal.offer)) return cools(before, now)
  if (before.signals & signal.fear && before.heat === 0) return false
  return before.heat > 0 || (before.signals & signal.quarrel) !== 0
}

/** To heated words, an answer about oneself that neither denies, nor strikes back, nor leaves. */
function cools(before: Heard, now: Heard): boolean {
  if (before.heat < 2 || before.signals & signal.fear || now.heat > 0 || now.words < 4 || !speaksOfSelf(now))
    return false
  if (now.signals & (signal.counter | signal.criticism | signal.shift | signal.back | signal.quarrel))
    return false
  return !DENIES.test(now.turn.turn.text.replaceAll('’', "'"))
}

const DENIES =
  /(^|[^\p{L}])(i (never|didn't|did not|don't|do not|can't|cannot|won't)|je (ne )?\p{L}+ pas)([^\p{L}]|$)/iu

/** The finding at a turn; its quote is the first sentence with one of the signals that decided, else the turn's first. */
function findingAt(
  session: ReadSession,
  id: FindingKind,
  turn: ReadTurn,
  decided: number,
  confidence?: number,
): Finding | null {
  const kind = session.language.kinds.get(id)
  const sentence =
    turn.sentences.find(one => signalsOfSentence(session.language, one) & decided) ?? turn.sentences[0]
  if (!kind || !sentence) return null
  const { from, to } = sentence
  const found = toFinding(session, turn, sentence, {
    kind,
    rule: null,
    confidence: confidence ?? kind.confidence,
    from,
    to,
  })
  return { ...found, rule: `between-turns-${id}` }
}
