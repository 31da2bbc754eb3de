import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Checked } from '../model/checked.ts'
import { documentXml, makeDocx } from './docx-for-tests.ts'
import { LONGEST_TRANSCRIPT, LONGEST_UNFOLDED } from './limits.ts'
import { readTranscript } from './read-transcript.ts'
import { suggestRoles } from './suggest-roles.ts'
import { toTurns } from './to-turns.ts'
import type { Transcript } from './transcript.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const codes =
  /^transcript\.(?:too-long|unfolds-too-long|too-many|empty|not-text|other-file|docx|json|json-shape)$/

/** What every file must give: a transcript that is whole, or one clear reason. */
const holds = (result: Checked<Transcript>): void => {
  if (!result.ok) {
    expect(result.issues).toHaveLength(1)
    expect(result.issues[0]?.code).toMatch(codes)
    return
  }
  const { utterances, speakers } = result.value
  expect(utterances.length).toBeGreaterThan(0)
  for (const { speaker, text, startMs, endMs } of utterances) {
    expect(text.trim()).toBe(text)
    expect(text.length).toBeGreaterThan(0)
    expect(text).not.toMatch(/\p{Surrogate}/u)
    expect(speaker).not.toMatch(/\n/)
    for (const time of [startMs, endMs]) expect(time === null || Number.isSafeInteger(time)).toBe(true)
  }
  expect(new Set(speakers).size).toBe(speakers.length)
  const turns = toTurns(result.value, suggestRoles(result.value))
  expect(turns.at(-1)?.to).toBe(utterances.length)
}

/** Every word of a file stands in a stretch, in a name or among what is unread. */
const keepsWords = (result: Checked<Transcript>, words: readonly string[]): void => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  const { utterances, speakers, unread } = result.value
  const all = [...utterances.map(({ text }) => text), ...speakers, ...unread.map(({ text }) => text)].join(
    '\n',
  )
  for (const word of words) expect(all).toContain(word)
}

const pieces = fc.constantFrom(
  'WEBVTT\n\n',
  '00:00:01.000 --> 00:00:02.000',
  '00:00:01,000 --> 00:00:02,000',
  '00:0x --> ',
  ' --> ',
  '<v Anna>',
  '</v>',
  '<v ',
  '<',
  '>',
  '&amp;',
  '&#x110000;',
  '&#55296;',
  'NOTE ',
  'STYLE\n',
  '1\n',
  '\n',
  '\n\n',
  '\r',
  '\t',
  'Anna: ',
  'Ben  0:05\n',
  '[0:05] ',
  '(0:05)',
  '[Anna] 10:00:00\n',
  '99:99:99',
  ':',
  '：',
  'hello there',
  'HELLO',
  '😀',
  '\u202eשלום',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '{"segments":[',
  '{"text":"a","start":-1}',
  ']}',
  '[[',
  '"\\ud800"',
)

describe('any file', () => {
  it('of any bytes is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => holds(readTranscript(bytes))),
      { numRuns: 500 },
    )
  })

  it('of any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text =>
        holds(readTranscript(bytesOf(text))),
      ),
      { numRuns: 500 },
    )
  })

  it('of broken pieces of every format is read or refused', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts =>
        holds(readTranscript(bytesOf(parts.join('')))),
      ),
      { numRuns: 1500 },
    )
  })

  it('of any JSON is read or refused', () => {
    const key = fc.constantFrom(
      'segments',
      'utterances',
      'results',
      'channels',
      'alternatives',
      'words',
      'text',
      'transcript',
      'speaker',
      'start',
      'end',
      'paragraphs',
      'sentences',
      'transcription',
      'offsets',
      'timestamps',
    )
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>('hello', '\ud800', '', 3, -1, 1e308, null, true, '00:00:01'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), json =>
        holds(readTranscript(bytesOf(JSON.stringify(json)))),
      ),
      { numRuns: 1500 },
    )
  })

  it('cut or changed anywhere is still read or refused', () => {
    const docx = makeDocx(documentXml([['Anna', '   ', '0:05', '\n', 'Hello there.']]))
    const vtt = bytesOf('WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Anna>Hé là.</v>\n')
    fc.assert(
      fc.property(fc.constantFrom(docx, vtt), fc.nat(), fc.nat(255), fc.nat(), (whole, at, byte, length) => {
        const changed = whole.slice(0, 1 + (length % whole.length))
        changed[at % changed.length] = byte
        holds(readTranscript(changed))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('nothing is dropped in silence', () => {
  const word = fc.stringMatching(/^[a-z]{5,9}$/)
  it.each<[string, (words: string[]) => string]>([
    ['text', words => words.map((one, i) => `${i % 2 ? 'Anna: ' : ''}${one}`).join('\n')],
    [
      'cues',
      words =>
        `WEBVTT\n\n${words.map((one, i) => `00:0${i % 9}:0x --> 1\n${i % 3 ? '<v Ben>' : ''}${one}\n${i % 2 ? '\n' : ''}`).join('')}`,
    ],
    [
      'blocks',
      words =>
        `00:01,000 --> 00:02,000\nHello\n\n${words.map((one, i) => `${i % 2 ? `${i}\n` : ''}${one}\n\n`).join('')}`,
    ],
  ])('in %s', (_name, write) => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), words =>
        keepsWords(readTranscript(bytesOf(write(words))), words),
      ),
      { numRuns: 300 },
    )
  })
})

describe('encodings', () => {
  const text = 'Anna: Ça m’a fait plaisir – très.\nBen: À moi aussi…'
  const utf16 = (little: boolean, mark: boolean) => {
    const bytes: number[] = []
    for (const char of (mark ? '\ufeff' : '') + text) {
      const code = char.charCodeAt(0)
      bytes.push(...(little ? [code & 255, code >> 8] : [code >> 8, code & 255]))
    }
    return new Uint8Array(bytes)
  }
  const windows: Record<string, number> = { '’': 0x92, '–': 0x96, '…': 0x85 }
  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', utf16(true, true)],
    ['UTF-16 BE with a mark', utf16(false, true)],
    ['UTF-16 LE', utf16(true, false)],
    ['UTF-16 BE', utf16(false, false)],
    ['windows-1252', new Uint8Array([...text].map(char => windows[char] ?? char.charCodeAt(0)))],
  ])('%s', (_name, bytes) => {
    const read = readTranscript(bytes)
    expect(read).toMatchObject({
      ok: true,
      value: {
        utterances: [
          { speaker: 'Anna', text: 'Ça m’a fait plaisir – très.' },
          { speaker: 'Ben', text: 'À moi aussi…' },
        ],
        unread: [],
      },
    })
  })

  it('keeps UTF-8 that was cut in the middle of a letter', () => {
    const read = readTranscript(bytesOf(`${text}é`).slice(0, -1))
    expect(read).toMatchObject({ value: { utterances: [{ text: 'Ça m’a fait plaisir – très.' }, {}] } })
  })
})

/** Files that are long where a careless pattern would go over them again and again. Each must simply come to an end. */
describe('ten megabytes', () => {
  const MB = 2 ** 20
  const long = (piece: string, length = 10 * MB) => piece.repeat(Math.ceil(length / piece.length))
  it.each<[string, () => string]>([
    ['of one line', () => `Anna: ${long('so we talked about it again ')}`],
    ['of one word', () => long('a')],
    ['of spaces', () => `Anna:${long(' ')}x`],
    ['of empty lines', () => `Anna: a${long('\n')}b`],
    ['of colons', () => long(': ')],
    ['of names', () => long('Anna: ')],
    ['of brackets', () => long('[')],
    ['of times', () => long('00:00:01 ')],
    ['of opening tags', () => `WEBVTT\n\n00:01.000 --> 00:02.000\n${long('<v ')}`],
    ['of voices', () => `WEBVTT\n\n00:01.000 --> 00:02.000\n${long('<v A>b', 2 * MB)}`],
    ['of arrows', () => `WEBVTT\n\n${long('--> ')}`],
    ['of timing lines', () => `WEBVTT\n\n${long('00:01.000 --> 00:02.000\n', MB)}`],
    ['of ampersands', () => `WEBVTT\n\n00:01.000 --> 00:02.000\n${long('&#')}`],
    ['of open lists', () => long('[{"a":', MB)],
    ['of no punctuation, right to left', () => `Anna: ${long('שלום ')}`],
    ['of emoji', () => `Anna: ${long('😀')}`],
    ['of halves of characters', () => `{"text": "${long('\\ud83d')}"}`],
    ['in capitals', () => long('ANNA: I WAS NOT ASKED\nBEN: I ASKED\n', 2 * MB)],
  ])('%s', (_name, write) => {
    const result = readTranscript(bytesOf(write()))
    expect(result.ok || codes.test(result.issues[0]?.code ?? '')).toBe(true)
  })

  it('of everything that one person says stays one stretch', () => {
    const words = long('so we talked about it again ').trim()
    expect(readTranscript(bytesOf(`Anna: ${words}`))).toMatchObject({
      value: { utterances: [{ speaker: 'Anna', text: words }] },
    })
  })

  it('too many are refused before they are read', () => {
    expect(readTranscript(new Uint8Array(LONGEST_TRANSCRIPT + 1))).toMatchObject({
      issues: [{ code: 'transcript.too-long' }],
    })
  })
})

describe('a Word document made to do harm', () => {
  const bomb = (length: number) =>
    zipSync({ 'word/document.xml': new Uint8Array(length).fill(0x61) }, { level: 1 })

  it('that unfolds to too much is refused', () => {
    expect(readTranscript(bomb(LONGEST_UNFOLDED + 1))).toMatchObject({
      issues: [{ code: 'transcript.unfolds-too-long' }],
    })
  })

  it('that lies about its length is refused all the same', () => {
    const bytes = bomb(LONGEST_UNFOLDED * 2)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    view.setUint32(22, 10, true)
    expect(readTranscript(bytes)).toMatchObject({ issues: [{ code: 'transcript.unfolds-too-long' }] })
  })

  it.each([
    ['entities', '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document><w:t>&b;</w:t></w:document>'],
    ['depth', '<w:p>'.repeat(100_000)],
    ['nothing closed', `<w:document><w:p><w:t>${'<'.repeat(100_000)}`],
    ['no text', '<w:document/>'],
  ])('%s', (_name, xml) => {
    const result = readTranscript(makeDocx(xml))
    expect(result.ok).toBe(false)
    holds(result)
  })
})
