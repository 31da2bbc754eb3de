import { asMs, asObject, asSpeaker, asText, showPart } from './json-part.ts'
import type { Unread, Utterance } from './transcript.ts'

/** Where a recogniser keeps a word and its speaker. */
export interface WordFields {
  text: readonly string[]
  speaker: string
  perUnitMs: number
}

/** A silence this long begins a new stretch, even of one speaker. */
const PAUSE_MS = 2_000

/** Joins single words to stretches: at each change of speaker, and after a pause where a sentence has ended. */
export const joinWords = (words: readonly unknown[], fields: WordFields, unread: Unread[]): Utterance[] => {
  const utterances: Utterance[] = []
  let parts: string[] = []
  let current: Utterance | null = null
  const close = () => {
    if (current) utterances.push({ ...current, text: parts.join(' ') })
    parts = []
  }
  for (const word of words) {
    const fieldsOf = asObject(word)
    const text = fields.text.map(name => asText(fieldsOf?.[name])).find(found => found !== null)
    if (!fieldsOf || text === undefined || text === null) {
      unread.push({ line: null, text: showPart(word) })
      continue
    }
    const speaker = asSpeaker(fieldsOf[fields.speaker])
    const startMs = asMs(fieldsOf['start'], fields.perUnitMs)
    const endMs = asMs(fieldsOf['end'], fields.perUnitMs)
    const pause: boolean =
      startMs !== null &&
      current?.endMs != null &&
      startMs - current.endMs > PAUSE_MS &&
      /[.!?…]$/.test(parts.at(-1) ?? '')
    if (!current || current.speaker !== speaker || pause) {
      close()
      current = { speaker, text: '', startMs, endMs }
    }
    parts.push(text.trim())
    current.endMs = endMs ?? current.endMs
  }
  close()
  return utterances
}
