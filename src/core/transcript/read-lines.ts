import type { RawTranscript } from './finish-transcript.ts'
import { type LineHeader, readLineHeader } from './line-header.ts'
import { nameBlocks } from './name-blocks.ts'
import { chooseLabels, isNameLike } from './speaker-label.ts'
import type { TranscriptFormat, Unread, Utterance } from './transcript.ts'

/** What a program writes about itself among the words. */
const notSpeech =
  /^(?:transcribed by (?:https?:\/\/)?otter\.ai|.{1,80}(?:started|stopped) transcription|.{1,80} a (?:démarré|arrêté|commencé) la transcription)\W*$/i
const otterSign = /^transcribed by (?:https?:\/\/)?otter\.ai/i

const isPlace = (header: LineHeader): boolean => header.form === null

/** A line that is only a span of time: the name, then the words, stand under it. */
const isSpanAlone = (header: LineHeader | null, line: string): boolean =>
  header !== null && header.endMs !== null && header.form === null && header.wordsAt >= line.trimEnd().length

/** The possible name of each line, as a file's first pass sees it. */
const readHeaders = (lines: readonly string[]): (LineHeader | null)[] => {
  const headers: (LineHeader | null)[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const header = line === '' ? null : readLineHeader(line)
    const before = headers[i - 1] ?? null
    const named =
      line !== '' && header === null && line.length <= 60 && isSpanAlone(before, lines[i - 1] ?? '')
    if (named && lines[i + 1]?.trim())
      headers.push({
        startMs: null,
        endMs: null,
        label: line.trim(),
        form: 'time',
        clock: false,
        wordsAt: line.length,
      })
    else headers.push(header)
  }
  return headers
}

/** The names of a file: those before colons and times; a name that only follows a time must come back. */
const chooseNames = (headers: readonly (LineHeader | null)[], lines: readonly string[]): Set<string> => {
  const strong = new Map<string, number>()
  const weak = new Map<string, number>()
  let full = 0
  for (let i = 0; i < lines.length; i++) {
    const header = headers[i]
    if (lines[i]?.trim()) full++
    if (header?.label) {
      const labels = header.form === 'weak' ? weak : strong
      labels.set(header.label, (labels.get(header.label) ?? 0) + 1)
    }
  }
  const chosen = chooseLabels({ labels: strong, lines: full })
  // A name with a time is one, however rarely somebody speaks.
  for (const header of headers)
    if (header?.form === 'time' && header.label && isNameLike(header.label)) chosen.add(header.label)
  const often = new Map([...weak].filter(([, count]) => count >= 2))
  for (const label of chosen.size ? chosen : chooseLabels({ labels: often, lines: full }))
    if (chosen.size === 0 || weak.has(label)) chosen.add(label)
  return chosen
}

/**
 * Reads a transcript that is written in lines: names with colons, names with times (Otter, Teams, Zoom), names on lines of
 * their own, or no names at all, where each paragraph is one stretch of nobody's. What stands before the first name is
 * unread. Time is linear in the text.
 */
export const readLines = (text: string, format: TranscriptFormat = 'text'): RawTranscript => {
  const numbered = format !== 'teams-docx'
  const lines = text.split('\n')
  const headers = readHeaders(lines)
  const chosen = chooseNames(headers, lines)
  const blocks = chosen.size === 0 ? nameBlocks(lines) : null
  const named = chosen.size > 0 || blocks !== null

  const utterances: Utterance[] = []
  const unread: Unread[] = []
  let otter = false
  let nameAndTime = 0
  let dayStartMs: number | null = null
  let speaker: string | null = named ? null : ''
  let [startMs, endMs]: [number | null, number | null] = [null, null]
  let words: string[] = []
  const close = () => {
    if (words.length) {
      utterances.push({ speaker: speaker ?? '', text: words.join(' '), startMs, endMs })
      startMs = null
      endMs = null
    }
    words = []
  }

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const header = headers[i] ?? null
    const isName = header?.label != null && chosen.has(header.label)
    if (!line.trim()) close()
    else if (notSpeech.test(line.slice(0, 160).trim())) {
      close()
      otter ||= otterSign.test(line.trim())
      unread.push({ line: numbered ? i + 1 : null, text: line.trim() })
    } else if (blocks?.has(i)) {
      close()
      speaker = line.trim()
    } else if (header && (isName || isPlace(header) || header.form === 'weak')) {
      close()
      if (isName) speaker = header.label
      if (isName && header.form === 'time') nameAndTime++
      if (header.clock) dayStartMs ??= header.startMs
      if (header.startMs !== null)
        startMs = header.clock ? Math.max(0, header.startMs - (dayStartMs ?? 0)) : header.startMs
      if (header.endMs !== null) endMs = header.endMs
      const rest = isName && header.form === 'weak' ? '' : line.slice(header.wordsAt).trim()
      if (rest && speaker === null) unread.push({ line: numbered ? i + 1 : null, text: line.trim() })
      else if (rest) words.push(rest)
    } else if (speaker === null) unread.push({ line: numbered ? i + 1 : null, text: line.trim() })
    else words.push(line.trim())
  }
  close()
  const isOtter =
    format === 'text' &&
    (otter || (nameAndTime >= 2 && /^\S.{0,60}? {2}\d{1,2}:\d\d/m.test(text.slice(0, 4000))))
  return { format: isOtter ? 'otter' : format, utterances, unread }
}
