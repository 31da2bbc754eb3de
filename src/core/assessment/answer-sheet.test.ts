import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { checkAnswerSheets } from './answer-sheet.ts'

const partners = (...list: unknown[]) => ({ instrument: 'intake@1', partners: list })
const issue = (input: unknown) => {
  const checked = checkAnswerSheets(model, input)
  return checked.ok ? null : checked.issues.map(({ code, path }) => `${code} ${path}`)
}
const a = (answers: unknown) => ({ seat: 'A', answers })
const b = { seat: 'B', answers: {} }
const c = { seat: 'C', answers: {} }

describe('checkAnswerSheets', () => {
  it('lets a good sheet through, with what was left out', () => {
    const answers = {
      'power.self.1': 5,
      'power.other.1': null,
      meaning: 'both',
      'meaning.words': 'Being near.',
    }
    expect(checkAnswerSheets(model, partners(a(answers), b))).toEqual({ ok: true, value: [a(answers), b] })
  })

  it.each([
    [null, 'sheet.shape '],
    [[], 'sheet.shape '],
    [{ partners: [b] }, 'sheet.instrument instrument'],
    [{ instrument: 'intake@2', partners: [b] }, 'sheet.instrument instrument'],
    [partners(), 'sheet.partners partners'],
    [{ instrument: 'intake@1', partners: { seat: 'A' } }, 'sheet.partners partners'],
    [partners(b, null), 'sheet.partner partners.1'],
    [partners({ seat: '', answers: {} }), 'sheet.seat partners.0.seat'],
    [partners({ seat: 'A@B', answers: {} }), 'sheet.seat partners.0.seat'],
    [partners(b, b), 'sheet.seat-twice partners.1.seat'],
    [partners({ seat: 'A' }), 'sheet.answers partners.0.answers'],
    [partners(a({ 'power.self.9': 3 })), 'sheet.item partners.0.answers.power.self.9'],
    [partners(a({ constructor: 3 })), 'sheet.item partners.0.answers.constructor'],
    [partners(a({ 'my secret words': 3 })), 'sheet.item partners.0.answers.(a key)'],
    [partners(a({ 'power.self.1': 0 })), 'sheet.value partners.0.answers.power.self.1'],
    [partners(a({ 'power.self.1': 6 })), 'sheet.value partners.0.answers.power.self.1'],
    [partners(a({ 'power.self.1': 2.5 })), 'sheet.value partners.0.answers.power.self.1'],
    [partners(a({ 'power.self.1': '3' })), 'sheet.value partners.0.answers.power.self.1'],
    [partners(a({ meaning: 'more' })), 'sheet.value partners.0.answers.meaning'],
    [partners(a({ 'meaning.words': 3 })), 'sheet.value partners.0.answers.meaning.words'],
    [partners(a({ 'power.other.1@B': 3 }), b), 'sheet.item partners.0.answers.power.other.1@B'],
    [partners(a({ 'power.other.1': 3 }), b, c), 'sheet.item partners.0.answers.power.other.1'],
    [partners(a({ 'power.other.1@A': 3 }), b, c), 'sheet.item partners.0.answers.power.other.1@A'],
    [partners(a({ 'power.other.1@D': 3 }), b, c), 'sheet.item partners.0.answers.power.other.1@D'],
    [partners(a({ 'power.self.1@B': 3 }), b, c), 'sheet.item partners.0.answers.power.self.1@B'],
  ])('refuses a bad sheet and names the place (%#)', (input, expected) => {
    expect(issue(input)).toEqual([expected])
  })

  it('takes answers about each other person among three', () => {
    expect(
      issue(partners(a({ 'power.other.1@B': 3, 'power.other.1@C': 4, 'power.us.1': 2 }), b, c)),
    ).toBeNull()
  })

  it('repeats nothing of what was answered', () => {
    const checked = checkAnswerSheets(model, partners(a({ 'power.self.1': 'I am afraid', 'I am afraid': 1 })))
    expect(JSON.stringify(checked)).not.toContain('afraid')
  })
})
