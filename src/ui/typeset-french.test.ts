import { expect, test } from 'vitest'
import { partnerFrench } from './strings/partner.fr.ts'
import { typesetFrenchStrings, typesetModel } from './typeset-french.ts'

const loose = / [:;?!»]|« /

const said = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return said((value as (...of: unknown[]) => unknown)('Alex', 'Robin'))
  return Object.values(value as object).flatMap(said)
}

test('nothing that a partner’s page says in French can break before its punctuation', () => {
  expect(said(partnerFrench).some(sentence => loose.test(sentence))).toBe(true)
  expect(said(typesetFrenchStrings(partnerFrench)).filter(sentence => loose.test(sentence))).toEqual([])
})

test('what is put into a sentence is spaced with it', () => {
  const { release } = typesetFrenchStrings(partnerFrench)
  expect(release.inWords('du calme ?')).toBe('«\u00a0du calme\u00a0?\u00a0»')
})

test('in the model, French alone is touched, at any depth', () => {
  const model = {
    id: 'a ; b',
    items: [{ text: { en: 'who : me ?', fr: 'qui : moi ?' } }],
    checked: null,
    max: 5,
  }
  expect(typesetModel(model)).toEqual({
    ...model,
    items: [{ text: { en: 'who : me ?', fr: 'qui\u00a0: moi\u00a0?' } }],
  })
})
