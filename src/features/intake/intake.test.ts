import fc from 'fast-check'
import model from 'virtual:model/partner'
import { expect, test } from 'vitest'
import type { SheetState } from '../../core/case/case-state.ts'
import { findPlace, isPinDue, listSteps } from './intake.ts'

const unnamed = { en: 'your partner', fr: 'votre partenaire' }
const kim = { seat: 'kim', label: 'Kim' }
const noor = { seat: 'noor', label: 'Noor' }
const ash = { seat: 'ash', label: 'Ash' }
const stepsFor = (people = [kim, noor]) => listSteps(model, people, 'kim', unnamed)

const sheet = (change: Partial<SheetState> = {}): SheetState => ({
  seat: 'kim',
  settingHash: 'setting',
  consent: {
    kind: 'consent',
    at: '2026-11-23T09:00:00.000Z',
    version: 'consent@1',
    text: 'hash',
    setting: 'setting',
    language: 'en',
    ofAge: true,
  },
  answers: {},
  answeredAt: {},
  firstAt: null,
  newestAt: null,
  finishedAt: null,
  paused: false,
  left: false,
  confirmed: null,
  metAlone: false,
  ...change,
})
const answersTo = (keys: string[]) => Object.fromEntries(keys.map(key => [key, null]))

test('what "more intimate" means is asked first, then the climate with the questions of order, then the seven elements', () => {
  const steps = stepsFor()
  expect(steps.slice(0, 2).map(step => step.key)).toEqual(['meaning', 'meaning.words'])
  const sections = steps.flatMap(step => (step.kind === 'scale' ? [step.section] : []))
  expect([...new Set(sections)]).toEqual(['climate', ...model.elements.map(element => element.id)])
  expect(sections.filter(section => section === 'climate')).toHaveLength(11)
  expect(sections).toHaveLength(11 + 7 * 6)
})

test('no question is asked twice, and each names the other person and leaves no gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), count => {
      const people = Array.from({ length: count }, (_, i) => ({ seat: `seat-${i}`, label: `Person ${i}` }))
      const steps = listSteps(model, people, 'seat-0', unnamed)
      expect(new Set(steps.map(step => step.key)).size).toBe(steps.length)
      for (const step of steps) {
        if (step.kind !== 'scale') continue
        for (const text of [step.text.en, step.text.fr]) {
          expect(text).not.toContain('{')
          expect(text).not.toContain('Person 0')
        }
        if (step.about.of === 'other') expect(step.text.en).toContain(step.about.label ?? 'our partner')
      }
      const others = Math.max(1, count - 1)
      expect(steps).toHaveLength(2 + 11 + 7 * (2 + 2 * others + 2))
    }),
  )
})

test('with two people an answer about the other stands under the item itself, with three under the person too', () => {
  const two = stepsFor().map(step => step.key)
  expect(two).toContain('power.other.1')
  const three = stepsFor([kim, noor, ash])
  const keys = three.map(step => step.key)
  expect(keys).toContain('power.other.1@noor')
  expect(keys).toContain('power.other.1@ash')
  expect(keys).not.toContain('power.other.1')
  const us = three.find(step => step.key === 'power.us.1')
  expect(us?.about).toEqual({ of: 'us', labels: ['Noor', 'Ash'] })
})

test('someone whose partner does not come is asked about "your partner", in sentences that begin with a capital', () => {
  const alone = listSteps(model, [kim], 'kim', unnamed)
  const about = alone.flatMap(step => (step.kind === 'scale' && step.about.of === 'other' ? [step.text] : []))
  expect(about).toHaveLength(14)
  for (const text of about) {
    expect(text.en).toMatch(/^[A-Z]/)
    expect(text.en.toLowerCase()).toContain('your partner')
    expect(text.fr.toLowerCase()).toContain('votre partenaire')
    expect(text.fr.charAt(0)).toBe(text.fr.charAt(0).toLocaleUpperCase('fr'))
  }
})

test('it goes on at the first question that was neither answered nor left out, whatever the order of the answers', () => {
  const steps = stepsFor()
  fc.assert(
    fc.property(fc.subarray(steps, { maxLength: steps.length - 1 }), given => {
      const place = findPlace(steps, sheet({ answers: answersTo(given.map(step => step.key)) }))
      expect(place.at).toBe('question')
      if (place.at !== 'question') return
      expect(given).not.toContain(place.step)
      const before = steps.slice(0, steps.indexOf(place.step))
      expect(before.every(step => given.includes(step))).toBe(true)
      expect(place.done).toBe(given.length)
    }),
  )
})

test('the safety screen comes after every question, and again until the intake is finished', () => {
  const steps = stepsFor()
  const answers = answersTo(steps.map(step => step.key))
  expect(findPlace(steps, sheet({ answers }))).toEqual({ at: 'safety' })
  expect(findPlace(steps, sheet({ answers, finishedAt: '2026-11-23T10:00:00.000Z' }))).toEqual({ at: 'end' })
})

test('nothing is asked without a consent to the setting as it is now', () => {
  const steps = stepsFor()
  expect(findPlace(steps, sheet({ consent: null }))).toEqual({ at: 'consent' })
  expect(findPlace(steps, sheet({ settingHash: 'another' }))).toEqual({ at: 'consent' })
})

test('leaving outweighs everything, and a pause asks nothing', () => {
  const steps = stepsFor()
  expect(findPlace(steps, sheet({ left: true, consent: null }))).toEqual({ at: 'left' })
  expect(findPlace(steps, sheet({ paused: true }))).toEqual({ at: 'paused' })
})

test('a PIN is asked for after six answers, once, unless it was put off', () => {
  const steps = stepsFor()
  const after = (count: number) =>
    findPlace(steps, sheet({ answers: answersTo(steps.slice(0, count).map(step => step.key)) }))
  expect(isPinDue(after(5), false, null)).toBe(false)
  expect(isPinDue(after(6), false, null)).toBe(true)
  expect(isPinDue(after(6), true, null)).toBe(false)
  expect(isPinDue(after(6), false, 6)).toBe(false)
  expect(isPinDue(after(21), false, 6)).toBe(false)
  expect(isPinDue(after(22), false, 6)).toBe(true)
  expect(isPinDue(after(steps.length), false, 22)).toBe(false)
  expect(isPinDue(findPlace(steps, sheet({ consent: null })), false, null)).toBe(false)
})
