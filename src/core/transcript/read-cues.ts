import { clockPattern, readClockTime } from './clock-time.ts'
import { splitVoices } from './cue-markup.ts'
import type { RawTranscript } from './finish-transcript.ts'
import { readLineHeader } from './line-header.ts'
import { chooseLabels } from './speaker-label.ts'
import type { Unread, Utterance } from './transcript.ts'

const timing = new RegExp(
  String.raw`^\s*(${clockPattern})\s{0,4}-{1,2}>\s{0,4}(?:(${clockPattern})(?![\w:.]))?`,
)
/** A line that names a cue: a number, or the identifiers that Teams writes. */
const cueId = /^(?:\d{1,9}|[\da-f]{8}-[\da-f-]{27}(?:\/\d{1,6}-\d{1,6})?)$/i
/** What a program notes for itself; a note in words is kept as unread. */
const programNote = /^NOTE(?:\s*$|\s+[\w-]{1,40}\s*[:=])/i

interface Cue {
  startMs: number | null
  endMs: number | null
  lines: string[]
}

/** Takes a file apart into cues. A timing line begins a cue wherever it stands, so a lost blank line loses no words. */
const readBlocks = (text: string): { cues: Cue[]; unread: Unread[] } => {
  const cues: Cue[] = []
  const unread: Unread[] = []
  const lines = text.split('\n')
  let cue: Cue | null = null
  let aside: 'program' | 'words' | null = /^WEBVTT/.test(lines[0] ?? '') ? 'program' : null
  for (const [i, line] of lines.entries()) {
    const leave = () => unread.push({ line: i + 1, text: line.trim() })
    if (!line.trim()) {
      cue = null
      aside = null
      continue
    }
    if (line.includes('-->')) {
      const found = timing.exec(line.slice(0, 120))
      const startMs = found ? readClockTime(found[1] ?? '') : null
      const endMs = found ? readClockTime(found[2] ?? '') : null
      // An arrow in somebody's words is no timing.
      if (startMs !== null || /^[\s\d:.,>-]{1,60}$/.test(line) || (!cue && !aside)) {
        if (startMs === null || endMs === null) leave()
        if (cue && cueId.test(cue.lines.at(-1)?.trim() ?? '')) cue.lines.pop()
        cue = { startMs, endMs, lines: [] }
        cues.push(cue)
        aside = null
        continue
      }
    }
    if (aside === 'words') leave()
    else if (aside) continue
    else if (cue) cue.lines.push(line.trim())
    else if (/^(?:STYLE|REGION)\s*$/.test(line)) aside = 'program'
    else if (/^NOTE(?:\s|$)/.test(line)) {
      aside = programNote.test(line.slice(0, 80)) ? 'program' : 'words'
      // A note that stands alone at its line's start tells nothing; its words follow.
      if (/^NOTE\s*$/.test(line)) aside = 'words'
      else if (aside === 'words') leave()
    } else if (!(cueId.test(line.trim()) || isBeforeTiming(lines, i))) leave()
  }
  return { cues, unread }
}

const isBeforeTiming = (lines: readonly string[], i: number): boolean =>
  timing.test(lines[i + 1]?.slice(0, 120) ?? '')

/**
 * Reads WebVTT and SubRip: voice tags, names before colons, several voices in a cue. In a file with names before colons a
 * cue without one goes on with the speaker before; in a file with voice tags it is nobody's. Time is linear in the text.
 */
export const readCues = (text: string, format: 'webvtt' | 'srt'): RawTranscript => {
  const { cues, unread } = readBlocks(text)
  const tagged = cues.some(({ lines }) => lines.some(line => /<v[ .\t]/i.test(line)))
  const labels = new Map<string, number>()
  if (!tagged)
    for (const { lines } of cues)
      for (const line of lines) {
        const header = readLineHeader(line)
        if (header?.form === 'colon' && header.label)
          labels.set(header.label, (labels.get(header.label) ?? 0) + 1)
      }
  const chosen = chooseLabels({ labels, lines: cues.length })

  const utterances: Utterance[] = []
  let speaker = ''
  for (const { startMs, endMs, lines } of cues) {
    if (tagged) {
      for (const { voice, text } of splitVoices(lines.join(' ')))
        utterances.push({ speaker: voice ?? '', text, startMs, endMs })
      continue
    }
    let words: string[] = []
    const close = () => {
      for (const { text } of splitVoices(words.join(' '))) utterances.push({ speaker, text, startMs, endMs })
      words = []
    }
    for (const line of lines) {
      const header = readLineHeader(line)
      if (header?.form === 'colon' && header.label && chosen.has(header.label)) {
        close()
        speaker = header.label
        words.push(line.slice(header.wordsAt))
      } else words.push(line.replace(/^>>\s*/, ''))
    }
    close()
  }
  return { format, utterances, unread }
}
