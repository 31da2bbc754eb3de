import type { Answers } from '../case/case-state.ts'
import type { AnswerValue } from '../case/entry-kind.ts'
import { type Checked, type Issue, accepted, refused } from '../model/checked.ts'
import type { Model } from '../model/schema.ts'
import { type IntakeItem, listIntakeItems } from './intake-items.ts'
import { readItemKey } from './item-key.ts'

/** What one person answered. Keys are item ids; among three or more people `ITEM_ID@SEAT` for items about another. */
export interface AnswerSheet {
  seat: string
  answers: Answers
}

/** The most people one blueprint can be drawn for. */
export const MOST_PEOPLE = 12
const LONGEST_WORDS = 20_000
const seatPattern = /^[\p{L}\p{N}_. -]{1,60}$/u

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A key as it may stand in a message: never a person's own words. */
const named = (key: string) => (/^[A-Za-z0-9_.@-]{1,80}$/.test(key) ? key : '(a key)')

const fits = (item: IntakeItem, value: unknown): boolean => {
  if (value === null) return true
  if (item.kind === 'words') return typeof value === 'string' && value.length <= LONGEST_WORDS
  return item.allowed.includes(value as number | string)
}
const expected: Record<IntakeItem['kind'], (item: IntakeItem) => string> = {
  scale: () => 'expected a whole number from 1 to 5, or null where the question was left out',
  choice: item => `expected one of ${item.allowed.join(', ')}, or null where the question was left out`,
  words: () => `expected text of at most ${LONGEST_WORDS} characters, or null`,
}

/** Checks that the key names an item of the model, about a person that the items of this case can be about. */
const findItem = (
  items: Map<string, IntakeItem>,
  key: string,
  seat: string,
  seats: string[],
): IntakeItem | string => {
  const { item: id, about } = readItemKey(key)
  const item = items.get(id)
  if (!item) return 'expected the id of an item of this intake'
  const several = seats.length >= 3 && item.facet === 'other'
  if (about === null)
    return several
      ? 'expected ITEM_ID@SEAT: among three or more people an item about another says whom it is about'
      : item
  if (!several)
    return 'expected the id alone: a seat is named only for items about another among three or more people'
  if (about === seat) return 'expected the seat of another person: this item is not about oneself'
  return seats.includes(about) ? item : 'expected a seat that is among the partners'
}

const checkAnswers = (
  items: Map<string, IntakeItem>,
  answers: unknown,
  at: string,
  seat: string,
  seats: string[],
): Checked<Answers> => {
  if (!isObject(answers)) return refused('sheet.answers', at, 'expected an object of answers by item id')
  const issues: Issue[] = []
  for (const [key, value] of Object.entries(answers)) {
    const item = findItem(items, key, seat, seats)
    const path = `${at}.${named(key)}`
    if (typeof item === 'string') issues.push({ code: 'sheet.item', path, message: item })
    else if (!fits(item, value))
      issues.push({ code: 'sheet.value', path, message: expected[item.kind](item) })
  }
  return issues.length ? { ok: false, issues } : accepted(answers as Record<string, AnswerValue>)
}

/**
 * Checks answer sheets from outside against the model:
 * `{ instrument, partners: [{ seat, answers: { ITEM_ID: value } }] }`, one partner or more, each seat once. Issues name
 * the place and what was expected there, and repeat no answer. Keys that are not known beside these are passed over.
 */
export const checkAnswerSheets = (
  model: Pick<Model, 'instrument' | 'elements' | 'climate' | 'meaning'>,
  input: unknown,
): Checked<AnswerSheet[]> => {
  if (!isObject(input))
    return refused('sheet.shape', '', 'expected an object with "instrument" and "partners"')
  if (input.instrument !== model.instrument)
    return refused('sheet.instrument', 'instrument', `expected "${model.instrument}"`)
  const { partners } = input
  if (!Array.isArray(partners) || partners.length === 0 || partners.length > MOST_PEOPLE)
    return refused('sheet.partners', 'partners', `expected a list of 1 to ${MOST_PEOPLE} partners`)

  const issues: Issue[] = []
  const seats: string[] = []
  for (const [index, partner] of partners.entries()) {
    const path = `partners.${index}`
    const seat: unknown = isObject(partner) ? partner.seat : undefined
    if (!isObject(partner))
      issues.push({ code: 'sheet.partner', path, message: 'expected an object with "seat" and "answers"' })
    else if (typeof seat !== 'string' || !seatPattern.test(seat))
      issues.push({
        code: 'sheet.seat',
        path: `${path}.seat`,
        message: 'expected a name of 1 to 60 letters, digits, spaces, dots, hyphens or underscores',
      })
    else if (seats.includes(seat))
      issues.push({
        code: 'sheet.seat-twice',
        path: `${path}.seat`,
        message: 'expected a seat that no other partner has',
      })
    else seats.push(seat)
  }
  if (issues.length) return { ok: false, issues }

  const items = new Map(listIntakeItems(model).map(item => [item.id, item]))
  const sheets: AnswerSheet[] = []
  for (const [index, partner] of (partners as Record<string, unknown>[]).entries()) {
    const seat = seats[index] as string
    const checked = checkAnswers(items, partner.answers, `partners.${index}.answers`, seat, seats)
    if (checked.ok) sheets.push({ seat, answers: checked.value })
    else issues.push(...checked.issues)
  }
  return issues.length ? { ok: false, issues } : accepted(sheets)
}
