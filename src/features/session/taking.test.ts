import { describe, expect, it } from 'vitest'
import { readEntryBody } from '../../core/case/entry-kind.ts'
import { type Finding, sentenceKinds, therapistKinds, turnKinds } from '../../core/language/reading.ts'
import { findingKey } from './finding-key.ts'
import { choosableKinds, fiveByDefault, shownFindings } from './shown-kinds.ts'
import { takeFinding, takenAsChoices, usuallyTakenAs } from './take-finding.ts'
import { wordsToCapture } from './words-to-capture.ts'

const seat = 'K'.repeat(22)
const transcript = 'T'.repeat(22)
const taking = { item: 'I'.repeat(22), at: '2026-11-12T09:00:00.000Z', who: seat, session: null }
const finding = (more: Partial<Finding> = {}): Finding => ({
  kind: 'story',
  element: 'communication',
  sign: 'weak',
  turn: 3,
  start: 2,
  end: 9,
  quote: 'no good at it',
  confidence: 0.9,
  rule: 'r',
  reason: 'because',
  sayInstead: null,
  ...more,
})

describe('which findings are shown', () => {
  const found = [...sentenceKinds, ...turnKinds, ...therapistKinds].map((kind, turn) =>
    finding({ kind, turn }),
  )
  it('shows five kinds and danger until the therapist chooses otherwise, and never their own turns among them', () => {
    expect(shownFindings(found, fiveByDefault, null).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['risk', ...fiveByDefault]),
    )
    expect(shownFindings(found, fiveByDefault, null)).toHaveLength(6)
    const all = shownFindings(found, choosableKinds, null).map(({ kind }) => kind)
    expect(all).toHaveLength(sentenceKinds.length + turnKinds.length)
    expect(therapistKinds.some(kind => all.includes(kind))).toBe(false)
  })
  it('shows danger whatever is chosen', () => {
    expect(shownFindings(found, [], 'values').map(({ kind }) => kind)).toEqual(['risk'])
  })
  it('shows one element where one is asked for', () => {
    const two = [finding(), finding({ element: 'conflict', turn: 4 })]
    expect(shownFindings(two, fiveByDefault, 'conflict').map(({ turn }) => turn)).toEqual([4])
  })
})

describe('what an accepted finding becomes', () => {
  it('is an entry that the case can read, whatever it is taken as', () => {
    for (const kind of [...sentenceKinds, ...turnKinds])
      for (const as of takenAsChoices(kind)) {
        const { journal, body } = takeFinding(finding({ kind }), as, '', 'said', transcript, taking)
        expect(readEntryBody(body, journal, 'therapist')).toEqual(body)
        expect(body).toMatchObject({
          who: seat,
          source: { transcript, finding: findingKey(finding({ kind })) },
        })
      }
  })
  it('is a card for a story or a category, a promise heard for a promise', () => {
    expect(usuallyTakenAs('story')).toBe('story')
    expect(usuallyTakenAs('contempt')).toBe('finding')
    const said = takeFinding(finding({ kind: 'promise' }), 'promise', ' ', 'I will call', transcript, taking)
    expect(said).toMatchObject({ journal: 'record', body: { kind: 'promise-heard', words: 'I will call' } })
    const own = takeFinding(finding(), 'story', 'in my words', 'said', transcript, taking)
    expect(own.body).toMatchObject({ kind: 'card', of: 'story', words: 'in my words' })
    const refused = takeFinding(finding(), 'advice-refused', '', 'said', transcript, taking)
    expect(refused.body).toMatchObject({ kind: 'advice', step: 'refused' })
  })
  it('goes to safety where it is a sign of danger, and cannot become anything else', () => {
    expect(takenAsChoices('risk')).toEqual(['finding'])
    expect(takeFinding(finding({ kind: 'risk' }), 'finding', '', 'said', transcript, taking).journal).toBe(
      'safety',
    )
  })
  it('keeps nothing of the reading’s own reasons', () => {
    const { body } = takeFinding(finding({ kind: 'blame' }), 'finding', '', 'said', transcript, taking)
    expect(JSON.stringify(body)).not.toContain('because')
  })
})

describe('wordsToCapture', () => {
  const people = [
    { seat, label: 'Kim' },
    { seat: 'N'.repeat(22), label: 'Noor' },
  ]
  const text = 'Kim: no good at talking\nnoor:  walks on Sundays\n\nsomething else'
  it('takes the line the cursor is in, and whose words they are from the name before the colon', () => {
    expect(wordsToCapture(text, 6, 6, people)).toEqual({ who: seat, words: 'no good at talking' })
    expect(wordsToCapture(text, 30, 30, people)).toEqual({ who: 'N'.repeat(22), words: 'walks on Sundays' })
    expect(wordsToCapture(text, text.length, text.length, people)).toEqual({
      who: null,
      words: 'something else',
    })
  })
  it('takes what is selected before the line, and the line before where the cursor’s own is empty', () => {
    expect(wordsToCapture(text, 8, 12, people)).toEqual({ who: null, words: 'good' })
    expect(wordsToCapture('a line\n', 7, 7, people)).toEqual({ who: null, words: 'a line' })
  })
  it('takes nothing where there is nothing', () => {
    expect(wordsToCapture('', 0, 0, people)).toBeNull()
    expect(wordsToCapture('Kim:', 4, 4, people)).toBeNull()
  })
})
