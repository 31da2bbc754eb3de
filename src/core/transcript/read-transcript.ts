import { type Checked, refused } from '../model/checked.ts'
import { clockPattern } from './clock-time.ts'
import { decodeText } from './decode-text.ts'
import { finishTranscript } from './finish-transcript.ts'
import { LONGEST_TRANSCRIPT } from './limits.ts'
import { readCues } from './read-cues.ts'
import { readDocx } from './read-docx.ts'
import { readJson } from './read-json.ts'
import { readLines } from './read-lines.ts'
import type { Transcript } from './transcript.ts'

/** Files that people take for transcripts, told by their first bytes, and what to do instead. */
const others: [RegExp, string][] = [
  [/^%PDF-/, 'expected a transcript, not a PDF: export it as text or as a Word document'],
  [/^\{\\rtf/, 'expected a transcript, not rich text: save it as text or as a Word document'],
  [/^(?:ID3|RIFF|OggS|fLaC|\u00ff[\u00fb\u00f3\u00f2])|^....ftyp/s, 'expected a transcript, not a recording'],
  [/^\u00d0\u00cf\u0011\u00e0/, 'expected a newer Word document: save it as .docx or as text'],
]

const arrow = new RegExp(String.raw`^\s*${clockPattern}\s{0,4}-->\s{0,4}${clockPattern}`)

/** Whether a text without WebVTT's first line is made of cues all the same: a timing line soon, and words under it. */
const findCues = (text: string): 'webvtt' | 'srt' | null => {
  if (/^WEBVTT(?:\s|$)/.test(text)) return 'webvtt'
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .filter(line => line.trim())
  const first = lines.slice(0, 6).find(line => arrow.test(line.slice(0, 120)))
  return first === undefined ? null : /,\d/.test(first) ? 'srt' : 'webvtt'
}

/**
 * Reads a transcript from a file's bytes. Its format is told by what it holds; the name does not matter and may be left
 * out. Nothing is dropped in silence: what cannot be read as speech stands under `unread`. It never throws; time and memory
 * are linear in the bytes and bounded.
 *
 * Issues: `transcript.too-long`, `transcript.unfolds-too-long`, `transcript.too-many`, `transcript.empty`,
 * `transcript.not-text`, `transcript.other-file`, `transcript.docx`, `transcript.json`, `transcript.json-shape`. Their path
 * is a line where there is one; none repeats a word of the file.
 */
export const readTranscript = (bytes: Uint8Array, _fileName?: string): Checked<Transcript> => {
  if (bytes.length > LONGEST_TRANSCRIPT)
    return refused('transcript.too-long', '', `expected at most ${LONGEST_TRANSCRIPT / 2 ** 20} MB`)
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  for (const [form, message] of others)
    if (form.test(start)) return refused('transcript.other-file', '', message)
  if (start.startsWith('PK\u0003\u0004')) {
    const lines = readDocx(bytes)
    return lines.ok ? finishTranscript(readLines(lines.value, 'teams-docx')) : lines
  }
  const text = decodeText(bytes)
  if (!text.ok) return text
  const json = readJson(text.value)
  if (json) return json.ok ? finishTranscript(json.value) : json
  const cues = findCues(text.value)
  return finishTranscript(cues ? readCues(text.value, cues) : readLines(text.value))
}
