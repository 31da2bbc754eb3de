import type { SafetyQuestion, SafetyScreen } from '../../core/model/schema.ts'

/** One question of the safety screen beside what the person answered. */
export interface SafetyLine {
  question: SafetyQuestion
  /** A choice's id or own words; null where it was left out. */
  answer: string | null
  /** Own words beside the choice, kept under `ID.words`; null where there are none. */
  words: string | null
  /** The answer wants the therapist's attention. */
  concern: boolean
}

/** One person's safety screen as the therapist reads it. */
export interface SafetyReading {
  lines: SafetyLine[]
  concerns: number
  leftOut: number
  /** Something was answered and none of it wants attention; it never means that somebody is safe. */
  clear: boolean
}

/** Lays the answers beside the questions, in the screen's own order. Words written freely always want to be read. */
export function readSafety(screen: SafetyScreen, answers: Record<string, string | null>): SafetyReading {
  const lines = screen.questions.map(question => {
    const answer = answers[question.id] ?? null
    const words = answers[`${question.id}.words`] ?? null
    return { question, answer, words, concern: answer !== null && question.concern.includes(answer) }
  })
  const concerns = lines.filter(line => line.concern).length
  return {
    lines,
    concerns,
    leftOut: lines.filter(line => line.answer === null && !line.question.words).length,
    clear: concerns === 0 && lines.some(line => line.answer !== null && !line.question.words),
  }
}
