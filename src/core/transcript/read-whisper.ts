import { readClockTime } from './clock-time.ts'
import type { RawTranscript } from './finish-transcript.ts'
import { asList, asMs, asObject, asSpeaker, asText, showPart } from './json-part.ts'
import type { Unread, Utterance } from './transcript.ts'

/**
 * Reads the JSON of Whisper (`segments`, seconds), of the tools that add speakers to it, and of whisper.cpp
 * (`transcription`, milliseconds). Null where the value is no such thing.
 */
export const readWhisper = (value: unknown): RawTranscript | null => {
  const root = asObject(value)
  const segments =
    asList(root?.['segments']) ?? asList(root?.['transcription']) ?? (isSegment(value) ? asList(value) : null)
  if (!segments) {
    const text = asText(root?.['text'])
    if (text === null) return null
    return { format: 'whisper', utterances: [{ speaker: '', text, startMs: null, endMs: null }], unread: [] }
  }
  const utterances: Utterance[] = []
  const unread: Unread[] = []
  for (const segment of segments) {
    const fields = asObject(segment)
    const text = asText(fields?.['text'])
    if (!fields || text === null) {
      unread.push({ line: null, text: showPart(segment) })
      continue
    }
    const offsets = asObject(fields['offsets'])
    const stamps = asObject(fields['timestamps'])
    const time = (name: string, other: string) =>
      asMs(fields[name], 1000) ?? asMs(offsets?.[other], 1) ?? readClockTime(asText(stamps?.[other]) ?? '')
    utterances.push({
      speaker: asSpeaker(fields['speaker']),
      text,
      startMs: time('start', 'from'),
      endMs: time('end', 'to'),
    })
  }
  return { format: 'whisper', utterances, unread }
}

/** A bare list of segments, as some tools write it. */
const isSegment = (value: unknown): boolean => {
  const first = asObject(asList(value)?.[0])
  return asText(first?.['text']) !== null && first?.['start'] !== undefined
}
