import type { LanguageBundle, ReadingLanguage } from '../core/language/language-bundle.ts'
import type { Turn } from '../core/language/reading.ts'
import { readTurns } from '../core/language/read-turns.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isTurn = (value: unknown): value is Turn =>
  isObject(value) &&
  typeof value['speaker'] === 'string' &&
  typeof value['text'] === 'string' &&
  (value['role'] === 'partner' || value['role'] === 'therapist')

/** One line's answer, or what is wrong with it, in words that repeat nothing of it. Checked by hand: it must start at once. */
export const answerLine = (
  line: string,
  bundle: LanguageBundle,
  language: ReadingLanguage | undefined,
): { ok: true; answer: string } | { ok: false; fault: string } => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { ok: false, fault: 'expected one JSON object' }
  }
  if (!isObject(value) || typeof value['id'] !== 'string') return { ok: false, fault: 'id: expected a text' }
  const { id, turns } = value
  if (!Array.isArray(turns)) return { ok: false, fault: 'turns: expected a list' }
  const wrong = turns.findIndex(turn => !isTurn(turn))
  if (wrong >= 0)
    return { ok: false, fault: `turns.${wrong}: expected speaker, role (partner or therapist) and text` }
  const read = readTurns(turns as Turn[], bundle, language ? { language } : {})
  return { ok: true, answer: JSON.stringify({ id, turns: read.turns, findings: read.findings }) }
}
