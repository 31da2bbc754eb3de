import type { RawTranscript } from './finish-transcript.ts'
import { joinWords } from './join-words.ts'
import { asList, asMs, asObject, asSpeaker, asText, showPart } from './json-part.ts'
import type { Unread, Utterance } from './transcript.ts'

/**
 * Reads a transcript of AssemblyAI: `utterances` with a speaker each, times in milliseconds; else its `words`; else its
 * `text`. Null where the value is no such thing.
 */
export const readAssemblyAi = (value: unknown): RawTranscript | null => {
  const root = asObject(value)
  if (!root) return null
  const listed = asList(root['utterances'])
  const words = asList(root['words'])
  const known = listed ?? words
  if (!known && !('audio_duration' in root && asText(root['text']) !== null)) return null
  const unread: Unread[] = []
  const utterances: Utterance[] = []
  if (listed?.length) {
    for (const each of listed) {
      const fields = asObject(each)
      const text = asText(fields?.['text'])
      if (!fields || text === null) unread.push({ line: null, text: showPart(each) })
      else
        utterances.push({
          speaker: asSpeaker(fields['speaker']),
          text,
          startMs: asMs(fields['start'], 1),
          endMs: asMs(fields['end'], 1),
        })
    }
  } else if (words?.length)
    utterances.push(...joinWords(words, { text: ['text', 'word'], speaker: 'speaker', perUnitMs: 1 }, unread))
  else utterances.push({ speaker: '', text: asText(root['text']) ?? '', startMs: null, endMs: null })
  return { format: 'assemblyai', utterances, unread }
}
