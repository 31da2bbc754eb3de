import model from 'virtual:model/partner'
import { expect, test } from 'vitest'
import { consentText, fillConsent } from './consent-text.ts'
import { nameReaders } from './name-readers.ts'

const [policy] = model.policies
const jurisdiction = model.jurisdictions.find(one => one.id === 'ca-qc')
if (!policy || !jurisdiction) throw new Error('the model has a policy and Quebec')
const filling = { therapist: 'Dr Roy', readers: 'you and Dr Roy', policy, jurisdiction }

test.each(['en', 'fr'] as const)(
  'the consent names readers, policy, limits of the law and age (%s)',
  language => {
    const shown = fillConsent(model.consent, language, filling)
    const text = consentText(shown)
    expect(text).not.toMatch(/[{}]/)
    expect(text).toContain('you and Dr Roy')
    expect(text).toContain(policy.partner[language])
    for (const limit of jurisdiction.limits) expect(text).toContain(limit[language])
    expect(shown.agree).toContain(String(jurisdiction.adultAge))
    const checked = { ...jurisdiction, checked: '2026-11-23' }
    expect(text).toContain(model.consent.unreviewed[language])
    expect(
      consentText(fillConsent(model.consent, language, { ...filling, jurisdiction: checked })),
    ).not.toContain(model.consent.unreviewed[language])
  },
)

test('what is signed changes with anything that is shown', () => {
  const text = (change: Partial<typeof filling>) =>
    consentText(fillConsent(model.consent, 'en', { ...filling, ...change }))
  const texts = [
    text({}),
    text({ readers: 'you, Noor and Dr Roy' }),
    ...model.policies.slice(1).map(other => text({ policy: other })),
    text({ jurisdiction: { ...jurisdiction, adultAge: 19 } }),
  ]
  expect(new Set(texts).size).toBe(texts.length)
})

test('readers are named from the one constant that decides who gets the keys', () => {
  const names = { you: 'you', therapist: 'Dr Roy', partners: ['Noor', 'Ash'], grantee: 'a colleague' }
  expect(nameReaders('private', names)).toEqual(['you', 'Dr Roy'])
  expect(nameReaders('own', names)).toEqual(['you'])
  expect(nameReaders('safety', names)).toEqual(['Dr Roy', 'a colleague'])
  expect(nameReaders('shared', names)).toEqual(['you', 'Noor', 'Ash', 'Dr Roy'])
  expect(nameReaders('shared', { ...names, partners: [] })).toEqual(['you', 'Dr Roy'])
})
