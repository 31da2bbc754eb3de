import type { Reading, Turn } from '../../core/language/reading.ts'
import type { DrillCard } from '../../core/model/lesson-schema.ts'
import { type CompiledCues, findCues } from '../../core/simulation/trainee-act.ts'
import type { DrillGrade } from './drill-schedule.ts'

/** What somebody's answer to a card did. Ids are of cues, of kinds of finding, or of moves, as the card names them. */
export interface AnswerRead {
  /** Of what a good answer does, what this one did. */
  did: string[]
  /** Of what a good answer does, what this one did not. */
  missed: string[]
  /** What it did and a good answer does not. */
  strayed: string[]
  /** Whether it does what the card asks for: at least one thing of it, and nothing that it should not. */
  holds: boolean
  /** False where nothing here can read these words: the page then says so, and grading is left to the trainee. */
  readable: boolean
  suggested: DrillGrade
}

type ReadIn = (turns: Turn[], language: 'en' | 'fr') => Reading

/** One question that begins with a question word neither advises nor takes a side, whatever words stand in it. */
const ONE_QUESTION = /^\s*(?:and |so |but )?(?:what|how|who|where|when|which)\b[^.?!]*\?\s*$/i
/** A sentence of a drill stands alone: asking somebody whether they would is a request there. */
const ASKS_WHETHER =
  /(?:^|[,.:]\s*)(?:would|could|can|will) you\b[^?]*\?|\best-ce que tu (?:\S+rais|veux|peux)\b[^?]*\?|\btu (?:veux bien|en aurais envie)\s*\?/i

/** What follows from several marks at once, as a rehearsal has it; a card has no hour before it, so sexual detail is too soon. */
const follow = (marks: Set<string>, text: string): void => {
  if (marks.has('reflection')) marks.add('reflects')
  if (marks.has('question') || text.includes('?')) marks.add('asks').add('question')
  if (marks.has('asks')) {
    const open = (marks.has('open') || marks.has('opens-up')) && !marks.has('closes-down')
    marks.delete(open ? 'closed' : 'open')
    marks.add(open ? 'open' : 'closed')
  }
  if ((text.match(/\?/g) ?? []).length > 1) marks.add('many-questions')
  if (marks.has('side-taking')) marks.add('takes-side')
  if (marks.has('category') || marks.has('contempt')) marks.add('labels')
  if (marks.has('sexual-detail')) marks.add('too-soon')
  if (ASKS_WHETHER.test(text) && !marks.has('demand') && !marks.has('hint')) marks.add('request')
  if (ONE_QUESTION.test(text)) for (const id of ['advises', 'takes-side']) marks.delete(id)
}

/** Everything that a text does, read as a therapist's words and as a partner's: a card may ask for either. */
const marksOf = (cues: CompiledCues, read: ReadIn, text: string, language: 'en' | 'fr'): Set<string> => {
  const marks = new Set(language === 'en' ? findCues(cues, text) : [])
  for (const role of ['therapist', 'partner'] as const) {
    const reading = read([{ speaker: 'T', role, text }], language)
    for (const { kind } of reading.findings) marks.add(kind)
    const [turn] = reading.turns
    if (turn?.move) marks.add(turn.move)
    if (turn?.question) marks.add(turn.question)
  }
  follow(marks, text)
  return marks
}

/** Reads a typed answer for what it does. `language` is the one it was typed in; cues know English alone. */
export const readWordsAnswer = (
  answer: Extract<DrillCard['answer'], { kind: 'words' }>,
  cues: CompiledCues,
  read: ReadIn,
  text: string,
  language: 'en' | 'fr',
): AnswerRead => {
  const onlyCues = new Set(cues.map(({ id }) => id))
  const readable = language === 'en' || answer.shows.some(id => !onlyCues.has(id))
  const marks = marksOf(cues, read, text, language)
  const did = answer.shows.filter(id => marks.has(id))
  const missed = answer.shows.filter(id => !marks.has(id))
  const strayed = answer.avoids.filter(id => marks.has(id))
  const holds = did.length > 0 && strayed.length === 0
  return { did, missed, strayed, holds, readable, suggested: holds ? 3 : did.length > 0 ? 2 : 1 }
}

/** Whether what was chosen is what the card asks for: all of it and nothing else. */
export const readChoice = (
  answer: Extract<DrillCard['answer'], { kind: 'choice' }>,
  chosen: readonly string[],
): { holds: boolean; missed: string[]; strayed: string[]; suggested: DrillGrade } => {
  const missed = answer.right.filter(id => !chosen.includes(id))
  const strayed = chosen.filter(id => !answer.right.includes(id))
  const holds = missed.length === 0 && strayed.length === 0
  const partly = missed.length < answer.right.length
  return { holds, missed, strayed, suggested: holds ? 3 : partly && answer.right.length > 1 ? 2 : 1 }
}
