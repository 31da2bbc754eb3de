import type { Reading, Turn } from '../language/reading.ts'
import type { Cue, SimulatedCouple } from '../model/couple-schema.ts'
import { elementIds } from '../model/element-ids.ts'
import { compileCue, foldWords } from './cue-pattern.ts'
import { contentStems, sharedStems } from './shared-stems.ts'
import { type SessionState, type Topic, personOf } from './session-state.ts'
import { looksLikeNonsense } from './looks-like-nonsense.ts'

/** Reads turns for what their words do: `readTurns` with its rules and weights. */
export type ReadWords = (turns: Turn[]) => Reading

/** What one turn of the trainee does, to whom and about what. */
export interface TraineeAct {
  text: string
  words: number
  /** Everything that is true of it: cues of the data, what the reader found, and what follows from the hour so far. */
  marks: ReadonlySet<string>
  /** Ids of the people it is spoken to. */
  addressed: string[]
  /** Whose side it takes, if it takes one. */
  favoured: string | null
  topic: Topic
  reading: Reading
}

/** Cues ready to be looked for. */
export type CompiledCues = { id: string; patterns: RegExp[] }[]
export const compileCues = (cues: readonly Cue[]): CompiledCues =>
  cues.map(({ id, patterns }) => ({ id, patterns: patterns.map(compileCue) }))

/** Ids of the cues that a text shows. */
export const findCues = (cues: CompiledCues, text: string): string[] => {
  const folded = foldWords(text)
  return cues.filter(({ patterns }) => patterns.some(pattern => pattern.test(folded))).map(({ id }) => id)
}

/** What somebody else is said to have said or thought: the trainee repeats such words and does not say them. */
const REPORTED =
  /\b(?:he|she|they|you|everybody|people|\p{Lu}\p{L}+) (?:say|says|said|saying|tells? you|told you|thinks?|thought|feels? that|felt that)\b.*?(?=[.?!,;]| and | but |$)/gu
const saidByTrainee = new Set(['takes-side', 'finds-fault', 'insults'])
/** Cues of what is asked or told of one of them, by a name as well as by a pronoun. */
const ofSomebody = new Set(['screens', 'breaks-confidence', 'meets-alone'])

/** The cues of a turn in this company: a name counts as a pronoun where harm is spoken of, and reported speech is nobody's verdict. */
const cuesIn = (couple: SimulatedCouple, cues: CompiledCues, text: string): Set<string> => {
  const own = new Set(findCues(cues, text.replace(REPORTED, ' ')))
  const found = findCues(cues, text).filter(id => !saidByTrainee.has(id) || own.has(id))
  const names = new RegExp(`\\b(?:${couple.people.map(({ name }) => name).join('|')})\\b`, 'gi')
  const unnamed = ['they', 'them', 'you'].flatMap(pronoun => findCues(cues, text.replace(names, pronoun)))
  return new Set([...found, ...unnamed.filter(id => ofSomebody.has(id))])
}

/** "Ana, and what is it for you?" turns to somebody and asks one thing. */
const TURNS_TO = /^\s*\p{L}+, and (?:what|how|you|for you)\b/u

/** Above this many words without a question, a turn lectures. */
const LECTURE_WORDS = 70
/** Up to this many words, a turn that asks nothing only keeps the talk going. */
const MINIMAL_WORDS = 3

const addressedIn = (
  couple: SimulatedCouple,
  state: SessionState,
  text: string,
  marks: Set<string>,
): string[] => {
  const { alone } = state.memory
  if (alone) return [alone]
  const everyone = couple.people.map(({ id }) => id)
  if (everyone.length === 1) return everyone
  const named = couple.people.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(text))
  if (marks.has('to-both')) return everyone
  // A name that is called, at the start or the end or between commas, is spoken to; otherwise it may be spoken of.
  const called = named.filter(({ name }) =>
    new RegExp(
      `(?:^|[,.?;:—-]\\s*|\\b(?:and|so|ok|okay)\\s+)${name}\\s*[,.?:—-]|,\\s*${name}\\b[\\s.?]*$`,
      'i',
    ).test(text.trim()),
  )
  if (called.length) return called.map(({ id }) => id)
  if (named.length === couple.people.length) return everyone
  const last = state.partners.toSorted((a, b) => a.unaddressed - b.unaddressed)[0]
  const spoke = state.partners.find(({ id }) => id === lastSpeaker(state)) ?? last
  return spoke ? [spoke.id] : everyone
}

/** Who spoke last in the hour, or null before anybody did. */
export const lastSpeaker = (state: SessionState): string | null => state.memory.spokenLast

const favouredIn = (
  couple: SimulatedCouple,
  act: { marks: Set<string>; addressed: string[] },
  text: string,
): string | null => {
  if (!act.marks.has('takes-side')) return null
  const named = couple.people.find(({ name }) =>
    new RegExp(
      `\\b(?:with|agree with|listen to|understand)\\s+${name}\\b|\\b${name}(?:'s| is| has| was)\\s+(?:\\w+\\s+)?(?:right|a point|only|just|trying|hurt)`,
      'i',
    ).test(text),
  )
  if (named) return named.id
  const [first] = act.addressed
  if (!first) return null
  if (act.marks.has('finds-fault'))
    return couple.people.find(({ id }) => !act.addressed.includes(id))?.id ?? null
  return first
}

const topicIn = (marks: Set<string>, before: Topic): Topic => {
  if (marks.has('about-safety')) return 'safety'
  if (marks.has('about-sex') || marks.has('sexual-detail')) return 'sex'
  return elementIds.find(element => marks.has(`about-${element}`)) ?? before
}

/**
 * What a trainee's text does in this moment of the hour: its cues (data), its move and findings (the reader), whom it
 * addresses, whether it takes up what was said, and what it is about. Any text is read: empty, rude or senseless too.
 */
export const readAct = (
  couple: SimulatedCouple,
  cues: CompiledCues,
  read: ReadWords,
  state: SessionState,
  text: string,
): TraineeAct => {
  const words = text.trim() ? text.trim().split(/\s+/).length : 0
  const said = state.partners
    .filter(({ lastSaid }) => lastSaid)
    .map(
      ({ id, lastSaid }): Turn => ({ speaker: personOf(couple, id).name, role: 'partner', text: lastSaid }),
    )
  // What nobody could read aloud in a session is not read to its end.
  const turn: Turn = { speaker: 'T', role: 'therapist', text: text.slice(0, 4000) }
  const reading = read([...said, turn])
  const own = reading.turns.at(-1) ?? {}
  const found = reading.findings.filter(finding => finding.turn === said.length)

  const marks = cuesIn(couple, cues, text)
  for (const { kind } of found) marks.add(`found-${kind}`)
  if (words === 0) marks.add('empty')
  else if (looksLikeNonsense(text)) marks.add('nonsense')
  const asks = own.move === 'question' || /\?/.test(text) || marks.has('asks')
  if (asks && words > 0) {
    marks.add('question')
    marks.add(
      (own.question === 'open' || marks.has('opens-up')) && !marks.has('closes-down') ? 'open' : 'closed',
    )
  }
  if ((text.match(/\?/g) ?? []).length > 1 || (marks.has('found-two-questions') && !TURNS_TO.test(text)))
    marks.add('many-questions')
  if (words > LECTURE_WORDS && !(asks && words < LECTURE_WORDS * 1.5)) marks.add('lecture')
  if (words > 0 && words <= MINIMAL_WORDS && !asks) marks.add('minimal')
  if (words > MINIMAL_WORDS && !asks) marks.add('statement')
  if (marks.has('found-side-taking')) marks.add('takes-side')
  if (marks.has('found-category') || marks.has('found-contempt')) marks.add('labels')
  if (marks.has('found-intimacy-for-sex')) marks.add('intimacy-for-sex')

  // Help that is called for somebody, or asked after, is no advice to them, and a single person is not both of them.
  if (marks.has('consults') || marks.has('screens')) marks.delete('advises')
  if (couple.people.length === 1) marks.delete('to-both')
  const addressed = addressedIn(couple, state, text, marks)
  // Whoever was not spoken to for a while has not been questioned, however many questions the others had.
  const questioned = state.partners.some(one => addressed.includes(one.id) && one.unaddressed < 2)
  if (asks && questioned && state.memory.questionsInARow >= 2) marks.add('interrogates')
  const stems = contentStems(text)
  const heardFrom = addressed.length
    ? state.partners.filter(({ id }) => addressed.includes(id))
    : state.partners
  const shared = Math.max(0, ...heardFrom.map(({ lastSaid }) => sharedStems(stems, lastSaid)))
  const copied = heardFrom.some(
    ({ lastSaid }) => lastSaid !== '' && foldWords(lastSaid).includes(foldWords(text)) && words > 5,
  )
  if (copied) marks.add('copies')
  const reflects =
    (own.move === 'reflection' || marks.has('reflects')) &&
    !marks.has('nonsense') &&
    !marks.has('brings-together') &&
    words > MINIMAL_WORDS
  if (reflects) marks.add('reflects')
  else marks.delete('reflects')
  if (
    !copied &&
    !marks.has('nonsense') &&
    (shared >= 2 || (shared >= 1 && (reflects || asks)) || (reflects && marks.has('names-feeling')))
  )
    marks.add('hears')

  // Sexual detail is too soon before any foundation was talked about, unless a partner raised it, or it is of pain, fear or health.
  const tooSoon =
    state.memory.foundations.length < 2 &&
    !state.memory.sexRaised &&
    !marks.has('about-safety') &&
    !marks.has('about-pain')
  if (marks.has('sexual-detail') && tooSoon) marks.add('too-soon')
  else if (marks.has('sexual-detail') || marks.has('about-sex')) marks.add('in-its-time')
  if (state.memory.misused.length) marks.add('misuse-waiting')
  const spoke = state.partners.find(({ id }) => id === lastSpeaker(state))
  if (spoke && state.memory.misused.includes(spoke.id) && /\bintima/i.test(spoke.lastSaid))
    marks.add('misuse-warm')
  if (state.memory.misstep) marks.add('after-misstep')
  if (state.partners.some(({ heat }) => heat >= 0.6)) marks.add('heated')
  if (state.memory.alone || couple.people.length === 1) marks.add('alone')
  else marks.add('together')
  if (state.memory.announcedAlone && marks.has('together')) marks.add('after-alone')
  const topic = topicIn(marks, state.memory.topic)
  if (elementIds.some(element => marks.has(`about-${element}`))) marks.add('foundation')

  return {
    text,
    words,
    marks,
    addressed,
    favoured: favouredIn(couple, { marks, addressed }, text),
    topic,
    reading,
  }
}
