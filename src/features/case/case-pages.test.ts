import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseState, SheetState } from '../../core/case/case-state.ts'
import { foldCase } from '../../core/case/fold-case.ts'
import type { SafetyScreen } from '../../core/model/schema.ts'
import { jointReadiness } from './joint-readiness.ts'
import { emptyDraft, settleCase } from './new-case.ts'
import { readSafety } from './read-safety.ts'
import { searchCases } from './search-cases.ts'
import { isUnconfirmed, seatStatus } from './seat-status.ts'

const sheet = (part: Partial<SheetState> = {}): SheetState => ({
  seat: 'A',
  settingHash: null,
  consent: null,
  answers: {},
  answeredAt: {},
  firstAt: null,
  newestAt: null,
  finishedAt: null,
  paused: false,
  left: false,
  confirmed: null,
  metAlone: false,
  ...part,
})
const consent = {
  kind: 'consent',
  at: '2026-11-14T10:00:00Z',
  version: 'consent@1',
  text: '',
  setting: '',
  language: 'en',
  ofAge: true,
} as const
const people = [
  { seat: 'A', label: 'Ash' },
  { seat: 'B', label: 'Birch' },
]
const state = (part: Partial<CaseState>): CaseState => ({ ...foldCase([]), people, ...part })

describe('how far a person is', () => {
  const open = { link: 'open', left: false } as const
  const claimed = { link: 'claimed', left: false } as const
  test('goes from the link to done, and the person’s own entries win over what the server says', () => {
    expect(seatStatus(open, undefined)).toBe('link-made')
    expect(seatStatus(claimed, sheet())).toBe('opened')
    expect(seatStatus(claimed, sheet({ consent }))).toBe('consented')
    expect(seatStatus(claimed, sheet({ consent, answers: { x: null } }))).toBe('answering')
    expect(seatStatus(claimed, sheet({ consent, answers: { x: 3 }, paused: true }))).toBe('paused')
    const done = sheet({ consent, answers: { x: 3 }, finishedAt: '2026-11-14T10:20:00Z' })
    expect(seatStatus({ link: 'revoked', left: false }, done)).toBe('done')
    expect(seatStatus(claimed, { ...done, left: true })).toBe('left')
    expect(seatStatus({ link: 'claimed', left: true }, done)).toBe('left')
  })
  test('answers nobody has confirmed are marked so; no answers are not', () => {
    expect(isUnconfirmed(sheet({ answers: { x: 3 } }))).toBe(true)
    expect(isUnconfirmed(sheet())).toBe(false)
  })
})

describe('search', () => {
  const cases = [
    { state: state({ name: 'Harbour', notes: [{ note: 'n', at: '', words: 'Spoke of Éloïse’s mother' }] }) },
    {
      state: state({
        name: 'Orchard',
        sheets: { A: sheet({ answers: { meaning: 'both', 'meaning.words': 'being listened to' } }) },
      }),
    },
  ]
  test('finds notes and own words, whatever the accents, capitals and order', () => {
    expect(searchCases(cases, 'mother ELOISE')).toEqual([cases[0]])
    expect(searchCases(cases, 'listened')).toEqual([cases[1]])
    expect(searchCases(cases, 'ash')).toEqual(cases)
    expect(searchCases(cases, 'harbour listened')).toEqual([])
    expect(searchCases(cases, '  ')).toEqual(cases)
  })
  test('never brings up a safety answer', () => {
    const drop = {
      seat: 'A',
      drop: 'd',
      at: '',
      box: '',
      answers: { 'safety.reach': 'only at work' },
      opened: true,
    }
    expect(searchCases([{ state: state({ safety: [drop] }) }], 'work')).toEqual([])
  })
  test('finds what was taken from sessions, and neither a sign of danger nor a transcript', () => {
    const item = { item: 'i', at: '', who: null, session: null, source: null }
    const finding = { ...item, words: '', element: null, sign: null, sense: null }
    const taken = state({
      cards: [{ ...item, words: 'no good at talking', of: 'story', asked: 'since school', rewritten: '' }],
      advice: [{ ...item, words: 'a walk', steps: [{ at: '', step: 'refused', why: 'bad knees' }] }],
      findings: [
        { ...finding, finding: 'fear', quote: 'growing old' },
        { ...finding, finding: 'risk', quote: 'the kitchen knife' },
      ],
    })
    for (const words of ['talking', 'school', 'knees', 'growing old'])
      expect(searchCases([{ state: taken }], words)).toHaveLength(1)
    expect(searchCases([{ state: taken }], 'kitchen')).toEqual([])
  })
})

describe('a new case', () => {
  const whole = {
    ...emptyDraft,
    people: ['Ash', ' Birch '],
    policy: 'discretion',
    jurisdiction: 'ca-on',
    therapist: 'Dr Lind',
    understood: true,
  } as const
  const paths = (draft: Parameters<typeof settleCase>[0]) => {
    const settled = settleCase(draft)
    return settled.ok ? [] : settled.issues.map(issue => `${issue.code} ${issue.path}`)
  }
  test('is settled with its pseudonyms for a name where none was given', () => {
    const settled = settleCase({ ...whole, people: [...whole.people] })
    expect(settled).toMatchObject({ ok: true, value: { name: 'Ash · Birch', people: ['Ash', 'Birch'] } })
  })
  test('is not settled without policy, place, the promise to see each alone, or with one pseudonym twice', () => {
    expect(paths(emptyDraft)).toEqual([
      'missing people.0',
      'missing people.1',
      'missing policy',
      'missing jurisdiction',
      'missing therapist',
      'missing understood',
    ])
    expect(paths({ ...whole, people: ['Ash', 'ash'] })).toEqual(['twice people.1'])
  })
  test('has a name short enough to be kept, however many people there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,40}$/), { minLength: 1, maxLength: 6 }),
        names => {
          const settled = settleCase({ ...whole, people: names })
          expect(settled.ok && settled.value.name.length <= 60 && settled.value.name.length > 0).toBe(true)
        },
      ),
    )
  })
})

describe('opening what all see together', () => {
  test('waits for each person to be met alone, whatever the safety screens hold', () => {
    const one = state({ sheets: { A: sheet({ metAlone: true }), B: sheet({ seat: 'B' }) } })
    expect(jointReadiness(one).notMet).toEqual([people[1]])
    const drops = (answers: Record<string, string>) =>
      state({
        ...one,
        safety: [{ seat: 'A', drop: 'd', at: '', box: '', answers, opened: true }],
      })
    expect(jointReadiness(drops({ afraid: 'often' }))).toEqual(jointReadiness(drops({ afraid: 'never' })))
  })
  test('does not wait for somebody who has left', () => {
    const left = state({ sheets: { A: sheet({ metAlone: true }), B: sheet({ seat: 'B', left: true }) } })
    expect(jointReadiness(left).notMet).toEqual([])
  })
})

describe('a safety screen as it is read', () => {
  const both = (en: string) => ({ en, fr: en })
  const screen: SafetyScreen = {
    version: 'safety@1',
    intro: both('i'),
    helpForAll: both('h'),
    clear: both('Nothing disclosed here'),
    reviewed: both('new'),
    questions: [
      {
        id: 'afraid',
        topic: 'fear',
        text: both('Afraid?'),
        choices: [
          { id: 'never', text: both('never') },
          { id: 'often', text: both('often') },
        ],
        concern: ['often'],
        words: false,
        origin: 'ours',
      },
      {
        id: 'reach',
        topic: 'contact',
        text: both('Reach?'),
        choices: [],
        concern: [],
        words: true,
        origin: 'ours',
      },
    ],
  }
  test('names what wants attention, and calls nothing clear that was not answered', () => {
    expect(readSafety(screen, { afraid: 'often' })).toMatchObject({ concerns: 1, clear: false })
    expect(readSafety(screen, { afraid: 'never' })).toMatchObject({ concerns: 0, clear: true, leftOut: 0 })
    expect(readSafety(screen, { afraid: null, reach: 'by post' })).toMatchObject({ clear: false, leftOut: 1 })
  })
  test('shows what was written beside a choice', () => {
    const { lines } = readSafety(screen, { afraid: 'never', reach: null, 'reach.words': 'by post' })
    expect(lines[1]).toMatchObject({ answer: null, words: 'by post' })
  })
})
