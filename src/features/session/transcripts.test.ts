import { describe, expect, it } from 'vitest'
import { storeTurns } from '../../core/case/stored-transcript.ts'
import type { Transcript } from '../../core/transcript/transcript.ts'
import { chartParagraph, type ChartWords } from './chart-paragraph.ts'
import { suggestPeople } from './suggest-people.ts'
import { turnsOf } from './turns-of.ts'

const kim = { seat: 'K'.repeat(22), label: 'Kim' }
const noor = { seat: 'N'.repeat(22), label: 'Noor' }
const transcript = (lines: [string, string][]): Transcript => ({
  format: 'text',
  utterances: lines.map(([speaker, text]) => ({ speaker, text, startMs: null, endMs: null })),
  speakers: [...new Set(lines.map(([speaker]) => speaker))],
  unread: [],
})
const asks: [string, string][] = [
  ['A', 'What happens for you when that is said? How was that this week?'],
  ['A', 'What comes up when you hear it? Tell me more about that.'],
]

describe('suggestPeople', () => {
  it('goes by the name first, whatever its letters, then by who asks, then by who is left', () => {
    const guesses = suggestPeople(
      transcript([
        ...asks,
        ['kím', 'I went to the lake with my sister and I liked it a lot'],
        ['B', 'I was home'],
      ]),
      [kim, noor],
    )
    expect(guesses).toEqual([
      { speaker: 'A', guess: { is: 'therapist' }, because: 'asks' },
      { speaker: 'kím', guess: { is: 'heard', who: kim.seat }, because: 'name' },
      { speaker: 'B', guess: { is: 'heard', who: noor.seat }, because: 'left' },
    ])
  })
  it('guesses nothing where two speakers could be either of two people', () => {
    const guesses = suggestPeople(transcript([...asks, ['S1', 'I was home'], ['S2', 'I was not']]), [
      kim,
      noor,
    ])
    expect(guesses.slice(1).map(({ guess }) => guess)).toEqual([null, null])
  })
})

describe('turnsOf', () => {
  const head = {
    kind: 'transcript',
    at: '2026-11-12T09:00:00.000Z',
    transcript: 'T'.repeat(22),
    session: null,
    from: 'recording',
    format: 'text',
    service: '',
    speakers: [
      { name: '', role: 'therapist', who: null },
      { name: 'Kim', role: 'partner', who: kim.seat },
    ],
    heard: [kim.seat],
    parts: 1,
  } as const
  const state = (text: string | null) => ({
    head: { ...head, speakers: [...head.speakers], heard: [...head.heard] },
    text,
    kept: null,
    dismissed: [],
  })
  it('calls people as the case does', () => {
    const turns = [
      { speaker: 1, text: 'words', startMs: 5 },
      { speaker: 0, text: 'a question', startMs: null },
    ]
    const text = storeTurns(turns).join('')
    expect(turnsOf(state(text), { [kim.seat]: 'K.' }, 'T')).toEqual([
      { place: 1, who: kim.seat, startMs: 5, role: 'partner', speaker: 'K.', text: 'words' },
      { place: 0, who: null, startMs: null, role: 'therapist', speaker: 'T', text: 'a question' },
    ])
  })
  it('reads nothing of what is not whole', () => {
    expect(turnsOf(state(null), {}, 'T')).toBeNull()
    expect(turnsOf(state('[[0,'), {}, 'T')).toBeNull()
  })
})

describe('chartParagraph', () => {
  const words: ChartWords = {
    session: (day, people) => `Session ${day} with ${people}.`,
    elements: names => `On ${names}.`,
    stories: said => `Stories ${said}.`,
    categories: said => `Categories ${said}.`,
    promises: said => `Heard ${said}.`,
    advice: said => `Advice ${said}.`,
    exercises: said => `To try ${said}.`,
    nothing: 'Nothing.',
    how: 'Read with consent.',
    list: items => items.join(', '),
    quote: said => `"${said}"`,
    day: iso => iso.slice(0, 10),
    element: id => id,
  }
  const item = { item: 'i', at: '', who: null, session: null, source: { transcript: 't', finding: 'f' } }
  const finding = { ...item, words: '', sign: null, sense: null }
  const state = {
    sessions: [],
    asked: {},
    heard: [],
    transcripts: [],
    accepted: [],
    cards: [{ ...item, words: 'no good', of: 'story' as const, asked: 'asked', rewritten: '' }],
    promises: [{ ...item, words: 'will call' }],
    advice: [],
    exercises: [{ ...item, words: 'elsewhere', source: null }],
    findings: [
      { ...finding, finding: 'contempt', element: 'conflict' as const, quote: 'hostile words' },
      { ...finding, finding: 'contempt', element: 'conflict' as const, quote: 'more hostile words' },
      { ...finding, finding: 'risk', element: 'power' as const, quote: 'danger' },
    ],
  }
  const of = { at: '2026-11-12T09:00:00.000Z', people: ['Kim', 'Noor'], session: null, transcript: 't' }
  it('says what was worked on and kept, without danger, hostile quotes or any count', () => {
    expect(chartParagraph(state, of, words, true)).toBe(
      'Session 2026-11-12 with Kim, Noor. On conflict. Stories "no good". Heard "will call". Read with consent.',
    )
  })
  it('says that nothing was noted where nothing was', () => {
    const other = { ...of, transcript: 'other' }
    expect(chartParagraph(state, other, words, false)).toBe('Session 2026-11-12 with Kim, Noor. Nothing.')
  })
})
