import { describe, expect, it } from 'vitest'
import type { OpenedEntry } from './case-state.ts'
import { type EntryBody, type JournalKind, readEntryBody } from './entry-kind.ts'
import { foldCase } from './fold-case.ts'
import { missingConsent } from './missing-consent.ts'

const at = '2026-11-12T09:00:00.000Z'
const kim = 'K'.repeat(22)
const noor = 'N'.repeat(22)
const session = 'S'.repeat(22)
const transcript = 'T'.repeat(22)
const item = (letter: string) => letter.repeat(22)

let count = 0
const entry = (journal: JournalKind, body: EntryBody): OpenedEntry => ({
  journal,
  of: null,
  by: 'therapist',
  hash: String(count++).padStart(43, '0'),
  body,
})
const record = (body: EntryBody) => entry('record', body)
const taken = { at, who: kim, session, source: { transcript, finding: 'story@3:0-9' } }
const consent = (
  who: string,
  more: Partial<EntryBody<'heard-consent'>> = {},
): EntryBody<'heard-consent'> => ({
  kind: 'heard-consent',
  at,
  who,
  label: 'Kim',
  recording: true,
  service: 'Otter',
  analysis: true,
  supervision: false,
  retention: 'until-accepted',
  how: 'aloud',
  ofAge: true,
  ...more,
})
const head = (parts = 2): EntryBody<'transcript'> => ({
  kind: 'transcript',
  at,
  transcript,
  session,
  from: 'recording',
  format: 'text',
  service: 'Otter',
  speakers: [{ name: 'Kim', role: 'partner', who: kim }],
  heard: [kim],
  parts,
})
const part = (place: number, text: string) =>
  entry('notes', { kind: 'transcript-part', at, transcript, part: place, text })

describe('what came of the sessions', () => {
  it('keeps what was taken into the case, in its newest words, and leaves out what was put away', () => {
    const card = { kind: 'card', ...taken, of: 'story', asked: '', rewritten: '' } as const
    const state = foldCase([
      record({ ...card, item: item('a'), words: 'first' }),
      record({ ...card, item: item('b'), words: 'other', source: null }),
      record({ ...card, item: item('a'), words: 'second', asked: 'since school' }),
      record({ kind: 'promise-heard', ...taken, source: null, item: item('c'), words: 'call on Monday' }),
      record({ kind: 'item-put-away', at, item: item('b'), away: true }),
    ])
    expect(state.cards).toMatchObject([{ item: item('a'), words: 'second', asked: 'since school', who: kim }])
    expect(state.promises.map(({ words }) => words)).toEqual(['call on Monday'])
    expect(state.accepted).toEqual([`${transcript} story@3:0-9`])
    const back = foldCase([record({ ...card, item: item('b'), words: 'other' })])
    expect(back.cards).toHaveLength(1)
  })

  it('tells the life of a piece of advice in its steps, with why it was refused', () => {
    const step = (step: EntryBody<'advice'>['step'], words: string, why = '') =>
      record({ kind: 'advice', ...taken, item: item('a'), words, step, why })
    const [advice] = foldCase([
      step('asked', 'how to be closer'),
      step('offered', 'an evening without phones'),
      step('refused', '', 'work rings'),
    ]).advice
    expect(advice?.words).toBe('an evening without phones')
    expect(advice?.steps.map(one => one.step)).toEqual(['asked', 'offered', 'refused'])
    expect(advice?.steps.at(-1)?.why).toBe('work rings')
  })

  it('joins a transcript from its parts in whatever order, and says where one is missing', () => {
    const whole = foldCase([entry('notes', head()), part(1, 'bye'), part(0, 'good')])
    expect(whole.transcripts[0]?.text).toBe('goodbye')
    expect(foldCase([entry('notes', head()), part(1, 'bye')]).transcripts[0]?.text).toBeNull()
  })

  it('forgets an erased transcript wherever the note of its end stands', () => {
    const gone = record({ kind: 'transcript-erased', at, transcript, why: 'decided' })
    const all = [entry('notes', head(1)), part(0, 'words')]
    expect(foldCase([gone, ...all]).transcripts).toEqual([])
    expect(foldCase([...all, gone]).transcripts).toEqual([])
  })

  it('counts the newest word on each finding and each question', () => {
    const dismiss = (finding: string, dismissed: boolean) =>
      entry('notes', { kind: 'finding-dismissed', at, transcript, finding, dismissed })
    const ask = (who: string | null, asked = true) =>
      record({ kind: 'question-asked', at, question: 'mistrust', who, asked, session })
    const state = foldCase([
      entry('notes', head(1)),
      dismiss('a', true),
      dismiss('b', true),
      dismiss('a', false),
      ask(kim),
      ask(noor),
      ask(noor, false),
    ])
    expect(state.transcripts[0]?.dismissed).toEqual(['b'])
    expect(state.asked).toEqual({ mistrust: { together: false, seats: [kim] } })
  })

  it('keeps an accepted sign of danger out of the record, where a colleague might read it', () => {
    const risk = {
      kind: 'finding-accepted',
      ...taken,
      item: item('r'),
      finding: 'risk',
      element: null,
      sign: null,
      sense: null,
      quote: 'quote',
      words: '',
    } as const
    expect(readEntryBody(risk, 'safety', 'therapist')).toEqual(risk)
    const state = foldCase([entry('safety', risk)])
    expect(state.findings.map(({ finding }) => finding)).toEqual(['risk'])
  })
})

describe('missingConsent', () => {
  const of = (...bodies: EntryBody[]) => foldCase(bodies.map(record)).heard
  it('opens nothing without the consent of everyone heard', () => {
    expect(missingConsent(of(consent(kim)), [kim, noor], 'otter ')).toEqual([{ who: noor, why: 'none' }])
    expect(missingConsent(of(consent(kim), consent(noor)), [kim, noor], 'Otter')).toEqual([])
  })
  it('counts a withdrawal, another service, and a consent that leaves the reading out', () => {
    const withdrawn = of(consent(kim), { kind: 'heard-consent-withdrawn', at, who: kim })
    expect(missingConsent(withdrawn, [kim], '')).toEqual([{ who: kim, why: 'withdrawn' }])
    expect(missingConsent(of(consent(kim)), [kim], 'Zoom')).toEqual([{ who: kim, why: 'service' }])
    expect(missingConsent(of(consent(kim, { analysis: false })), [kim], '')).toEqual([
      { who: kim, why: 'analysis' },
    ])
    const again = of(
      consent(kim),
      { kind: 'heard-consent-withdrawn', at, who: kim },
      consent(kim, { service: '' }),
    )
    expect(missingConsent(again, [kim], '')).toEqual([])
  })
})
