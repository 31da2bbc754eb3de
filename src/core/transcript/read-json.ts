import { type Checked, accepted, refused } from '../model/checked.ts'
import type { RawTranscript } from './finish-transcript.ts'
import { readAssemblyAi } from './read-assemblyai.ts'
import { readDeepgram } from './read-deepgram.ts'
import { readWhisper } from './read-whisper.ts'

/** Where a parser stopped, as a line, where it tells: engines tell the place in their own words, and quote the text, which must not travel. */
const lineOf = (text: string, error: unknown): string => {
  const message = error instanceof Error ? error.message : ''
  const place = /position (\d+)/.exec(message)?.[1]
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return `line ${line}`
  if (!place) return ''
  let lines = 1
  const end = Math.min(Number(place), text.length)
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return `line ${lines}`
}

/**
 * Reads the JSON of a recogniser, which one is told by its shape. Null where the text is no JSON at all. Issues:
 * `transcript.json` where it breaks off, `transcript.json-shape` where it is no transcript.
 */
export const readJson = (text: string): Checked<RawTranscript> | null => {
  const looksLikeJson = /^\s*(?:\{\s*["}]|\[\s*[\]{])/.test(text.slice(0, 4000))
  if (!looksLikeJson) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refused('transcript.json', lineOf(text, error), 'expected JSON that is whole')
  }
  // Some tools hand on the recogniser's reply in a list of one.
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value
  for (const read of [readDeepgram, readAssemblyAi, readWhisper]) {
    const found = read(one) ?? read(value)
    if (found) return accepted(found)
  }
  return refused('transcript.json-shape', '', 'expected the JSON of Whisper, AssemblyAI or Deepgram')
}
