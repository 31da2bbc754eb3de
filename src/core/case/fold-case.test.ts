import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenedEntry } from './case-state.ts'
import type { EntryBody, JournalKind, Setting } from './entry-kind.ts'
import { foldCase } from './fold-case.ts'

const a = 'A'.repeat(22)
const b = 'B'.repeat(22)
const at = '2026-11-12T09:00:00.000Z'
const hashOf = (n: number) => String(n).padStart(43, '0')
const setting: Setting = {
  people: [
    { seat: a, label: 'Ash' },
    { seat: b, label: 'Blue' },
  ],
  policy: 'discretion',
  jurisdiction: 'ca-bc',
  therapist: 'Dr Reed',
  instrument: 'intake@1',
}

let count = 0
const entry = (journal: JournalKind, of: string | null, by: string, body: EntryBody): OpenedEntry => ({
  journal,
  of,
  by,
  hash: hashOf(count++),
  body,
})
const answer = (seat: string, item: string, value: number | string | null, time = at) =>
  entry('private', seat, seat, { kind: 'answer', at: time, instrument: 'intake@1', item, value })
const record = (body: EntryBody) => entry('record', null, 'therapist', body)

/** A case in which most things have happened once or twice. */
const lived = () => {
  const dropA = entry('private', a, a, { kind: 'drop', at, box: 'sealed-a' })
  const dropB = entry('private', b, b, { kind: 'drop', at, box: 'sealed-b' })
  const consent = {
    kind: 'consent',
    at,
    version: 'consent@1',
    text: hashOf(900),
    setting: hashOf(901),
    language: 'fr',
    ofAge: true,
  } as const
  return [
    record({ kind: 'setting', at, setting }),
    record({ kind: 'case-named', at, name: 'Harbour' }),
    record({ kind: 'met-alone', at, seat: a, met: true }),
    record({ kind: 'sheet-confirmed', at, seat: b, circumstances: 'helped', words: '' }),
    record({ kind: 'order-chosen', at, elements: ['power', 'values', 'power'] }),
    record({ kind: 'sexual-map-opened', at, open: true, words: 'They asked.' }),
    record({ kind: 'blueprint-kept', at, elements: [] }),
    record({ kind: 'case-named', at, name: 'Lantern' }),
    entry('private', a, 'therapist', { kind: 'setting', at, setting }),
    entry('private', a, a, consent),
    answer(a, 'power.self.1', 2),
    answer(a, 'power.self.1', 4, '2026-11-12T09:05:00.000Z'),
    dropA,
    entry('private', a, a, { kind: 'finished', at, instrument: 'intake@1' }),
    entry('private', b, 'therapist', { kind: 'setting', at, setting }),
    answer(b, 'power.self.1', null),
    dropB,
    entry('private', b, b, { kind: 'paused', at, paused: true }),
    entry('safety', null, 'therapist', {
      kind: 'safety-answers',
      at,
      seat: a,
      drop: dropA.hash,
      answers: { fear: 'sometimes' },
    }),
    entry('safety', null, 'therapist', { kind: 'safety-opened', at, drop: dropA.hash }),
    entry('shared', null, 'therapist', { kind: 'joint-opened', at, open: true }),
    entry('shared', null, a, { kind: 'release', at, elements: {}, meaning: 'being heard' }),
    entry('notes', null, 'therapist', { kind: 'note', at, note: 'N'.repeat(22), words: 'first' }),
    entry('notes', null, 'therapist', { kind: 'note', at, note: 'N'.repeat(22), words: 'second' }),
  ]
}
const journalOf = (e: OpenedEntry) => `${e.journal}:${e.of}`

describe('foldCase', () => {
  it('tells the therapist how the case stands', () => {
    const state = foldCase(lived())
    expect(state.name).toBe('Lantern')
    expect(state.people.map(person => person.label)).toEqual(['Ash', 'Blue'])
    expect(state.order).toEqual(['power', 'values'])
    expect(state.sexualMap).toEqual({ open: true, words: 'They asked.' })
    expect(state.notes).toEqual([{ note: 'N'.repeat(22), at, words: 'second' }])
    expect(state.sheets[a]).toMatchObject({
      answers: { 'power.self.1': 4 },
      firstAt: at,
      newestAt: '2026-11-12T09:05:00.000Z',
      finishedAt: at,
      metAlone: true,
      confirmed: null,
    })
    expect(state.sheets[b]).toMatchObject({
      answers: { 'power.self.1': null },
      paused: true,
      metAlone: false,
      confirmed: { circumstances: 'helped' },
    })
    expect(state.jointOpen).toBe(true)
    expect(state.releases[a]?.meaning).toBe('being heard')
  })

  it('does not depend on the order between journals', () => {
    const entries = lived()
    const state = foldCase(entries)
    const names = [...new Set(entries.map(journalOf))]
    const journals = names.map(name => entries.filter(e => journalOf(e) === name))
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: entries.length, maxLength: entries.length }), picks => {
        const left = journals.map(journal => [...journal])
        const mixed = picks.map(pick => {
          const open = left.filter(journal => journal.length)
          return open[pick % open.length]?.shift() as OpenedEntry
        })
        expect(foldCase(mixed)).toEqual(state)
      }),
    )
  })

  it('gives a partner what they can open, and nothing of anybody else', () => {
    const state = foldCase(
      lived().filter(e => (e.journal === 'private' && e.of === a) || e.journal === 'shared'),
    )
    expect(state.people.map(person => person.seat)).toEqual([a, b])
    expect(state.sheets[a]?.answers).toEqual({ 'power.self.1': 4 })
    expect(state.sheets[b]).toMatchObject({ answers: {}, consent: null, firstAt: null, finishedAt: null })
    expect(state).toMatchObject({ name: '', order: null, notes: [], sexualMap: { open: false } })
    expect(state.safety.every(drop => drop.seat === a && drop.answers === null)).toBe(true)
  })

  it('joins what a drop held to the drop by its hash, and leaves the unopened one at the head', () => {
    const [first, second] = foldCase(lived()).safety
    expect(first).toMatchObject({ seat: a, answers: { fear: 'sometimes' }, opened: true })
    expect(second).toMatchObject({ seat: b, box: 'sealed-b', answers: null, opened: false })
  })

  it("shows a colleague who may read only `safety` what was found, and refuses another seat's drop", () => {
    const entries = lived()
    expect(foldCase(entries.filter(e => e.journal === 'safety')).safety).toMatchObject([
      { seat: a, box: '', answers: { fear: 'sometimes' }, opened: true },
    ])
    const drop = entries.find(e => e.body.kind === 'drop' && e.of === b)?.hash ?? ''
    const wrong = entry('safety', null, 'therapist', {
      kind: 'safety-answers',
      at,
      seat: a,
      drop,
      answers: { fear: 'never' },
    })
    expect(foldCase([...entries, wrong]).safety).toEqual(foldCase(entries).safety)
  })

  it('passes over what does not belong: a wrong journal, a wrong writer, a seat of no case', () => {
    const entries = lived()
    const strays = [
      entry('shared', null, a, { kind: 'case-named', at, name: 'Mine now' }),
      entry('record', null, a, { kind: 'case-named', at, name: 'Mine now' }),
      entry('private', a, b, { kind: 'answer', at, instrument: 'intake@1', item: 'power.self.1', value: 1 }),
      entry('private', null, a, { kind: 'left', at }),
      entry('record', a, 'therapist', { kind: 'case-archived', at, archived: true }),
      record({ kind: 'met-alone', at, seat: 'Z'.repeat(22), met: true }),
      entry('shared', null, 'Z'.repeat(22), { kind: 'release', at, elements: {}, meaning: 'mine' }),
      entry('record', null, 'therapist', { kind: 'brought-by-a-newer-version', at } as unknown as EntryBody),
    ]
    expect(foldCase([...entries, ...strays])).toEqual(foldCase(entries))
  })

  it('keeps what was accepted before somebody left', () => {
    const state = foldCase([...lived(), entry('private', a, a, { kind: 'left', at })])
    expect(state.sheets[a]).toMatchObject({ left: true, answers: { 'power.self.1': 4 } })
    expect(state.sheets[b]?.left).toBe(false)
  })

  it('takes an empty order back to the recommended one', () => {
    expect(foldCase([...lived(), record({ kind: 'order-chosen', at, elements: [] })]).order).toBeNull()
  })

  it('makes an empty case of no entries', () => {
    expect(foldCase([])).toMatchObject({
      name: '',
      setting: null,
      people: [],
      sheets: {},
      safety: [],
      kept: [],
    })
  })
})
