import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import model from 'virtual:model'
import partner from 'virtual:model/partner'
import { helplinesFor } from './helplines-for.ts'
import { checkPublished, LOCK_PATH } from './published-lock.ts'

const items = model.elements.flatMap(element => element.items)

test('the seven elements stand in their order, with six items each', () => {
  expect(model.elements.map(element => element.id)).toEqual([
    'communication',
    'values',
    'commitments',
    'self-management',
    'power',
    'conflict',
    'existential',
  ])
  expect(items).toHaveLength(42)
  expect(new Set(items.map(item => item.id)).size).toBe(42)
})

test('what I say of myself and what is said of me ask the same thing, turned the same way', () => {
  for (const item of items.filter(item => item.facet === 'self')) {
    const mirror = items.find(other => other.id === item.id.replace('.self.', '.other.'))
    expect(mirror?.reversed).toBe(item.reversed)
  }
})

test('each facet of an element has one item each way, so that agreeing with everything gives no score', () => {
  for (const element of model.elements)
    for (const facet of ['self', 'other', 'us'])
      expect(element.items.filter(item => item.facet === facet).map(item => item.reversed)).toEqual([
        false,
        true,
      ])
})

test('sex is not among the elements', () => {
  expect(JSON.stringify(items).toLowerCase()).not.toMatch(/\bsex/)
})

test('the weak picture always stands beside other readings, safety among them', () => {
  for (const element of model.elements) {
    expect(element.otherReadings.length).toBeGreaterThanOrEqual(3)
    expect(element.otherReadings.some(reading => /^(Safety|Low mood)/.test(reading.text.en))).toBe(true)
  }
})

test('the climate has eight areas, and the three that make the order of work matter come after them', () => {
  expect(model.climate.map(area => area.group).join()).toBe(
    [...Array(8).fill('climate'), ...Array(3).fill('order')].join(),
  )
  expect(model.climate.slice(8).every(area => area.item.reversed)).toBe(true)
  for (const element of model.elements)
    expect(model.climate.some(area => area.elements.includes(element.id))).toBe(true)
})

test('the safety screen asks about everything it must, and any question can be left unsaid', () => {
  expect([...new Set(model.safety.questions.map(question => question.topic))].sort()).toEqual([
    'child',
    'contact',
    'control',
    'fear',
    'monitoring',
    'self-harm',
    'sexual-pressure',
    'strangulation',
    'suicide',
    'violence',
    'vulnerable-adult',
    'weapons',
  ])
  for (const question of model.safety.questions) {
    expect(question.concern.length).toBeGreaterThan(0)
    expect(question.concern.length).toBeLessThan(question.choices.length)
    if (question.topic !== 'contact') expect(question.concern).toContain('rather-not-here')
  }
  expect(model.safety.clear.en).not.toMatch(/\bsafe\b/i)
})

test('a consent names its readers, the policy, the limits, the age, and what is so for everybody', () => {
  const consent = model.consent.points.map(point => point.text)
  for (const language of ['en', 'fr'] as const)
    for (const slot of ['{readers}', '{policy}', '{limits}', '{age}'])
      expect(consent.some(text => text[language].includes(slot))).toBe(true)
  expect(model.consent.points.map(point => point.id)).toEqual(
    expect.arrayContaining([
      'own',
      'not-live',
      'alone-first',
      'safety',
      'adults',
      'not-validated',
      'stopping',
      'server',
    ]),
  )
})

test('nothing disclosed for safety is brought up in front of another partner, under any policy', () => {
  expect(model.policies.map(policy => policy.id)).toEqual(['none-kept', 'discretion', 'kept'])
  for (const policy of model.policies.filter(policy => policy.id !== 'kept'))
    expect(policy.partner.en).toMatch(/safety questions is never brought up in front of another/)
})

test('every place has a line to call, and wherever one is known an emergency number comes first', () => {
  for (const { id } of model.jurisdictions) {
    const lines = helplinesFor(model.helplines, id)
    expect(lines.length).toBeGreaterThan(0)
    if (id !== 'other') expect(lines[0]?.id).toMatch(/-emergency$/)
    for (const line of lines) expect(line.phone ?? line.url).toBeTruthy()
  }
  expect(helplinesFor(model.helplines, 'ca-qc').map(line => line.id)).toEqual(
    expect.arrayContaining(['ca-988', 'ca-qc-sos', 'any-find-a-helpline']),
  )
  expect(helplinesFor(model.helplines, 'ca-on').map(line => line.id)).not.toContain('ca-qc-sos')
})

test('wherever a country is named, someone answers on thoughts of suicide and someone on violence by a partner', () => {
  for (const { id } of model.jurisdictions.filter(place => place.id !== 'other')) {
    const lines = helplinesFor(model.helplines, id).map(line => line.what.en)
    expect(lines.some(what => /suicide/.test(what))).toBe(true)
    expect(lines.some(what => /partner|violence|abuse/i.test(what))).toBe(true)
  }
})

test('a person is of age where the therapist practises: 19 and 21 where the law says so', () => {
  const ages = Object.fromEntries(model.jurisdictions.map(({ id, adultAge }) => [id, adultAge]))
  expect(ages).toMatchObject({ 'ca-bc': 19, 'ca-19': 19, 'us-al-ne': 19, 'us-ms': 21 })
  for (const id of ['ca-on', 'ca-qc', 'ca-ab', 'ca-18', 'us', 'gb', 'fr', 'be', 'ch', 'ie', 'au'])
    expect(ages[id]).toBe(18)
})

test('a partner’s page gets what is asked and nothing that interprets it', () => {
  expect(partner.elements.flatMap(element => element.items)).toHaveLength(42)
  const text = JSON.stringify(partner)
  for (const key of [
    'concern',
    'clear',
    'serves',
    'weak',
    'otherReadings',
    'therapist',
    'interview',
    'voice',
  ])
    expect(text).not.toContain(`"${key}":`)
  for (const element of model.elements) expect(text).not.toContain(element.weak.text.en)
})

test('no placeholder is left in a language that the other does not have', () => {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('en' in value && 'fr' in value) {
      const slots = (text: unknown) => [...String(text).matchAll(/\{\w+\}/g)].map(String).sort()
      expect(slots(value.fr)).toEqual(slots(value.en))
      return
    }
    for (const part of Object.values(value)) visit(part)
  }
  visit(model)
})

test('everything that people answer or agree to is locked as it stands', () => {
  const lock = readFileSync(resolve(import.meta.dirname, '../../..', LOCK_PATH), 'utf8')
  expect(checkPublished(model, lock)).toEqual({ ok: true, value: { unpublished: [] } })
})
