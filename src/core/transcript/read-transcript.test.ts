import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'
import type { Transcript } from './transcript.ts'

const sample = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'samples', name)))
const read = (bytes: Uint8Array | string): Transcript => {
  const result = readTranscript(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
const said = ({ utterances }: Transcript) => utterances.map(({ speaker, text }) => `${speaker}| ${text}`)
const times = ({ utterances }: Transcript) => utterances.map(({ startMs, endMs }) => [startMs, endMs])
const unread = (transcript: Transcript) => transcript.unread.map(({ line, text }) => `${line}: ${text}`)

describe('readTranscript, text', () => {
  it('reads names before colons; a heading is unread, a colon in speech is speech', () => {
    const transcript = read(sample('names.txt'))
    expect(transcript.format).toBe('text')
    expect(transcript.speakers).toEqual(['Robin', 'Anna', 'Ben'])
    expect(said(transcript).slice(1, 4)).toEqual([
      'Anna| Long. I kept waiting for one quiet evening. It never came, and I said nothing about it.',
      'Ben| I came home late three times. I know that was hard on you.',
      'Anna| One thing: I was not angry. I was lonely.',
    ])
    expect(unread(transcript)).toEqual(['1: Session 4, evening', '2: Present: all three'])
  })

  it('reads times before names', () => {
    const transcript = read(sample('times.txt'))
    expect(said(transcript)[3]).toBe('Anna| It was good. I wanted to tell you so.')
    expect(times(transcript).map(([start]) => start)).toEqual([4_000, 9_000, 17_000, 23_000])
  })

  it.each([
    ['Anna (0:05): Hello there.\nBen (0:07): Hello.\n', [5_000, 7_000]],
    ['Anna [00:00:05] Hello there.\nBen [00:00:07] Hello.\n', [5_000, 7_000]],
    ['00:05 Anna: Hello there.\r\n00:07 Ben: Hello.', [5_000, 7_000]],
    ['0:00:05 - Anna: Hello there.\r0:00:07 - Ben: Hello.', [5_000, 7_000]],
    ['Anna: [0:05] Hello there.\nBen: [0:07] Hello.', [5_000, 7_000]],
    ['[00:05.000 --> 00:06.500]  Anna: Hello there.\n[00:07.000 --> 00:08.000]  Ben: Hello.', [5_000, 7_000]],
    ['00:00:05\nAnna: Hello there.\n\n00:00:07\nBen: Hello.', [5_000, 7_000]],
    ['0:05\tAnna\tHello there.\n0:07\tBen\tHello.', [5_000, 7_000]],
    ['Anna, 0:05\nHello there.\nBen, 0:07\nHello.', [5_000, 7_000]],
    ['**Anna:** Hello there.\n**Ben:** Hello.', [null, null]],
    ['>> Anna: Hello there.\n>> Ben: Hello.', [null, null]],
    ['Anna:\nHello there.\n\nBen:\nHello.', [null, null]],
    ['Anna :\u00a0Hello there.\nBen :\u00a0Hello.', [null, null]],
    ['\u200fAnna: Hello there.\n\u200fBen: Hello.', [null, null]],
  ])('takes names and times as people write them (%#)', (text, starts) => {
    const transcript = read(text)
    expect(said(transcript)).toEqual(['Anna| Hello there.', 'Ben| Hello.'])
    expect(times(transcript).map(([start]) => start)).toEqual(starts)
    expect(transcript.unread).toEqual([])
  })

  it('reads names on lines of their own', () => {
    expect(said(read(sample('own-lines.txt')))).toEqual([
      'Robin| What did you hear just now?',
      'Anna| That he would rather sleep than talk.',
      'Ben| I said I was tired. I meant that I was tired.',
      'Anna| I know. I heard the other thing.',
      'Robin| Shall we slow down here?',
    ])
  })

  it('reads a French session, with its spaces before colons', () => {
    const transcript = read(sample('seance.txt'))
    expect(transcript.speakers).toEqual(['Thérapeute', 'Maëlle', 'Loïc'])
    expect(said(transcript)[2]).toBe(
      'Loïc| Oui, c’est ça. J’ai oublié notre souper vendredi et je le regrette.',
    )
  })

  it('keeps notes without names as speech of nobody, a stretch for each paragraph', () => {
    const transcript = read(
      'We talked about money.\nIt went well.\n\nWe go on at 9:30 next week. Plan: rest.',
    )
    expect(said(transcript)).toEqual([
      '| We talked about money. It went well.',
      '| We go on at 9:30 next week. Plan: rest.',
    ])
    expect(transcript.speakers).toEqual([])
  })

  it.each([
    'P1: Hello.\nT: Hello.',
    'client a: Hello.\nthérapeute: Hello.',
    'SPEAKER 1: Hello.\nSPEAKER 2: Hello.',
  ])('knows roles whatever their capitals: %s', text => expect(read(text).speakers).toHaveLength(2))

  it('reads names in other scripts', () => {
    expect(read('נועה: שלום\nדני: מה שלומך').speakers).toEqual(['נועה', 'דני'])
    expect(read('美咲：おはよう。\n健：おはよう。').speakers).toEqual(['美咲', '健'])
  })

  it('reads what Otter exports', () => {
    const transcript = read(sample('otter.txt'))
    expect(transcript.format).toBe('otter')
    expect(said(transcript)[1]).toBe(
      'Anna K| In the middle of the holiday, yes. I have thought about it since.',
    )
    expect(times(transcript).at(-1)).toEqual([3_735_000, null])
    expect(unread(transcript)).toEqual(['11: Transcribed by https://otter.ai'])
  })

  it('reads the captions that Zoom saves; its times of day begin at nothing', () => {
    const transcript = read(sample('zoom-captions.txt'))
    expect(transcript.speakers).toEqual(['Robin Vale', 'Anna K'])
    expect(times(transcript).map(([start]) => start)).toEqual([0, 4_000, 10_000])
  })
})

describe('readTranscript, cues', () => {
  it('reads Zoom: names before colons', () => {
    const transcript = read(sample('zoom.vtt'))
    expect(transcript.format).toBe('webvtt')
    expect(said(transcript)[2]).toBe('Ben Osei| Same here. Before we start: thank you for moving the hour.')
    expect(times(transcript)[0]).toEqual([3_120, 6_480])
    expect(transcript.unread).toEqual([])
  })

  it('reads Teams: voice tags, several voices in a cue, identifiers and notes', () => {
    const transcript = read(sample('teams.vtt'))
    expect(said(transcript)).toEqual([
      'Robin Vale| Take your time. Who would like to go first?',
      "Anna & her sister's laptop| I will. I practised in the car.",
      'Ben| She did.',
      "Anna & her sister's laptop| Twice.",
    ])
    expect(transcript.unread).toEqual([])
  })

  it('reads Meet: styles, classes, times inside a cue; a note in words is shown as unread', () => {
    const transcript = read(sample('meet.vtt'))
    expect(said(transcript)).toEqual([
      'Robin| Let us go back to Tuesday.',
      'Ben| On Tuesday I promised to call <at noon>.',
    ])
    expect(unread(transcript)).toEqual(['9: The microphone was changed at the half hour.'])
  })

  it('loses no words of broken cues', () => {
    const transcript = read(sample('broken.vtt'))
    expect(said(transcript)).toEqual([
      'Anna| The first words come with no blank line.',
      'Ben| My time is broken, my words are not.',
      'Anna| Mine follow at once.',
      'Ben| I have no end.',
    ])
    expect(times(transcript)[1]).toEqual([3_500, null])
    expect(unread(transcript)).toEqual([
      '4: 00:00:03.500 --> 00:00:0x.000',
      '10: words that belong to no cue',
      '12: 00:00:09.000 -->',
    ])
  })

  it('reads SubRip; a cue without a name goes on with the speaker before', () => {
    const transcript = read(sample('otter.srt'))
    expect(transcript.format).toBe('srt')
    expect(said(transcript).slice(0, 3)).toEqual([
      'Robin| What would "more time" look like, if I had a camera?',
      'Robin| You would see two phones in a drawer.',
      'Anna| And two people on one sofa.',
    ])
    expect(times(transcript)[0]).toEqual([640, 4_000])
  })

  it('keeps an arrow that somebody wrote into words', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>work --> home --> sleep'
    expect(said(read(text))).toEqual(['Anna| work --> home --> sleep'])
  })
})

describe('readTranscript, documents and JSON', () => {
  it('reads what Teams writes for Word', () => {
    const transcript = read(sample('teams.docx'))
    expect(transcript.format).toBe('teams-docx')
    expect(said(transcript)).toEqual([
      'Robin Vale| Shall we look at Saturday once more?',
      'Anna & Co| Please. I left something out.',
      'Robin Vale| I hear that it matters to you.',
    ])
    expect(times(transcript).map(([start]) => start)).toEqual([5_000, 11_000, 3_735_000])
    expect(unread(transcript)).toContain('null: Robin Vale started transcription')
  })

  it('reads the older form, a span of time above each name', () => {
    const transcript = read(sample('stream.docx'))
    expect(said(transcript)[1]).toBe('Ben| I wrote it. I have not sent it.')
    expect(times(transcript)[1]).toEqual([3_900, 7_200])
  })

  it.each([
    ['whisper.json', 'whisper', ['| What was it like to ask?', '| Strange. I was sure you would say no.']],
    [
      'whisper-speakers.json',
      'whisper',
      ['SPEAKER_00| Who noticed first?', 'SPEAKER_01| I did, at the station.', '| Hm.'],
    ],
    ['whisper-cpp.json', 'whisper', ['| Je te demande une heure, samedi.', "| D'accord pour samedi."]],
    ['assemblyai.json', 'assemblyai', ['A| What would help?', 'B| If you told me before, not after.']],
    ['deepgram.json', 'deepgram', ['0| Can I finish?', '1| Of course.']],
    ['deepgram-words.json', 'deepgram', ['0| Wait.', '1| Yes?', '0| I forgot.']],
    ['deepgram-paragraphs.json', 'deepgram', ['0| I was cold. You took my coat.', '1| I did.']],
  ])('reads %s', (name, format, words) => {
    const transcript = read(sample(name))
    expect(transcript.format).toBe(format)
    expect(said(transcript)).toEqual(words)
    const [start, end] = times(transcript)[0] ?? []
    expect(typeof start).toBe('number')
    expect(Number(end)).toBeGreaterThan(Number(start))
  })

  it('shows a piece of JSON that holds no words', () => {
    expect(read(sample('whisper.json')).unread.map(({ text }) => text)).toEqual([
      expect.stringContaining('"text":null'),
    ])
  })
})

describe('readTranscript, what it refuses', () => {
  it.each([
    ['', 'transcript.empty'],
    ['   \n\n\t\n', 'transcript.empty'],
    ['WEBVTT\n\n', 'transcript.empty'],
    ['%PDF-1.7 …', 'transcript.other-file'],
    ['{\\rtf1 Anna: hello}', 'transcript.other-file'],
    ['{"segments": [\n{"text": "afraid of', 'transcript.json'],
    ['{"recipes": []}', 'transcript.json-shape'],
    ['PK\u0003\u0004 and nothing of an archive', 'transcript.docx'],
    [`${'\u0001\u0002\u0000'.repeat(500)}`, 'transcript.not-text'],
  ])('says what is wrong (%#)', (text, code) => {
    const result = readTranscript(new TextEncoder().encode(text))
    expect(result).toMatchObject({ ok: false, issues: [{ code }] })
    expect(JSON.stringify(result)).not.toContain('afraid')
  })

  it('names the line where JSON breaks off', () => {
    const result = readTranscript(new TextEncoder().encode('{\n"text": "a",\n"segments": [1 2]}'))
    expect(result).toMatchObject({ issues: [{ path: 'line 3' }] })
  })
})
