import type { RawTranscript } from './finish-transcript.ts'
import { joinWords } from './join-words.ts'
import { asList, asMs, asObject, asSpeaker, asText, showPart } from './json-part.ts'
import type { Unread, Utterance } from './transcript.ts'

const seconds = 1000

/** Who speaks: the speaker that was told apart, else the channel where each person has one. */
const speakerOf = (fields: Record<string, unknown>, channels: number, channel: unknown): string =>
  asSpeaker(fields['speaker']) || (channels > 1 && typeof channel === 'number' ? `channel ${channel}` : '')

const readUtterances = (listed: unknown[], channels: number, unread: Unread[]): Utterance[] =>
  listed.flatMap(each => {
    const fields = asObject(each)
    const text = asText(fields?.['transcript'])
    if (!fields || text === null) {
      unread.push({ line: null, text: showPart(each) })
      return []
    }
    return {
      speaker: speakerOf(fields, channels, fields['channel']),
      text,
      startMs: asMs(fields['start'], seconds),
      endMs: asMs(fields['end'], seconds),
    }
  })

const readParagraphs = (
  listed: unknown[],
  channels: number,
  channel: number,
  unread: Unread[],
): Utterance[] =>
  listed.flatMap(each => {
    const fields = asObject(each)
    const sentences = asList(fields?.['sentences'])?.map(sentence => asText(asObject(sentence)?.['text']))
    if (!fields || !sentences || sentences.includes(null)) unread.push({ line: null, text: showPart(each) })
    if (!fields || !sentences) return []
    return {
      speaker: speakerOf(fields, channels, channel),
      text: sentences.filter(text => text !== null).join(' '),
      startMs: asMs(fields['start'], seconds),
      endMs: asMs(fields['end'], seconds),
    }
  })

const readChannel = (value: unknown, channels: number, channel: number, unread: Unread[]): Utterance[] => {
  const best = asObject(asList(asObject(value)?.['alternatives'])?.[0])
  if (!best) return []
  const paragraphs = asList(asObject(best['paragraphs'])?.['paragraphs'])
  if (paragraphs?.length) return readParagraphs(paragraphs, channels, channel, unread)
  const words = asList(best['words'])
  if (words?.length)
    return joinWords(
      words,
      { text: ['punctuated_word', 'word'], speaker: 'speaker', perUnitMs: seconds },
      unread,
    ).map(said => (said.speaker || channels < 2 ? said : { ...said, speaker: `channel ${channel}` }))
  return [
    {
      speaker: channels > 1 ? `channel ${channel}` : '',
      text: asText(best['transcript']) ?? '',
      startMs: null,
      endMs: null,
    },
  ]
}

/**
 * Reads a reply of Deepgram: `results.utterances`; else the paragraphs, the words or the transcript of the best reading of
 * each channel. Times are seconds there. Null where the value is no such thing.
 */
export const readDeepgram = (value: unknown): RawTranscript | null => {
  const results = asObject(asObject(value)?.['results'])
  const channels = asList(results?.['channels'])
  const listed = asList(results?.['utterances'])
  if (!results || !(channels || listed)) return null
  const unread: Unread[] = []
  const count = channels?.length ?? 1
  const utterances = listed?.length
    ? readUtterances(listed, count, unread)
    : (channels ?? []).flatMap((channel, i) => readChannel(channel, count, i, unread))
  // Channels are heard at once: their stretches are put in the order of the clock.
  if (count > 1) utterances.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))
  return { format: 'deepgram', utterances, unread }
}
