import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { type BlueprintOptions, makeBlueprint } from '../../core/assessment/blueprint.ts'
import type { AnswerSheet } from '../../core/assessment/answer-sheet.ts'
import { evenSheet } from '../../core/assessment/sheets-for-tests.ts'
import { nextQuestions } from '../../core/plan/next-questions.ts'
import { blueprintEnglish } from '../strings/blueprint.en.ts'
import { blueprintFrench } from '../strings/blueprint.fr.ts'
import { blueprintWords } from '../strings/blueprint-words.ts'
import { BlueprintSheet } from './blueprint-sheet.tsx'
import { blueprintText } from './blueprint-text.ts'
import { sayPlace } from './say-place.ts'
import { spreadMarks } from './scale-line.tsx'

const two = ['A', 'B']
const people = [
  { seat: 'A', label: 'Ash' },
  { seat: 'B', label: 'Blue' },
]
const draw = (sheets: AnswerSheet[], options: BlueprintOptions = {}, language: 'en' | 'fr' = 'en') => {
  const blueprint = makeBlueprint(model, sheets, options)
  return renderToStaticMarkup(
    createElement(BlueprintSheet, {
      model,
      blueprint,
      people,
      language,
      t: blueprintWords(language),
      plan: nextQuestions(model, blueprint),
    }),
  )
}
const count = (html: string, piece: string) => html.split(piece).length - 1

describe('BlueprintSheet', () => {
  it('shows the seven rows in the order of the model, each with its phrase', () => {
    const html = draw([evenSheet(model, 'A', two, 2), evenSheet(model, 'B', two, 4)])
    const places = model.elements.map(element => html.indexOf(`<h3>${element.name.en}</h3>`))
    expect(places.every(place => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(count(html, '>Far apart, one low</p>')).toBe(7)
  })

  it('draws a hollow mark where there was a time before, and only there', () => {
    const sheets = two.map(seat => evenSheet(model, seat, two, 3))
    expect(draw(sheets)).not.toContain('bp-hollow')
    const elements = [{ element: 'values' as const, scores: [{ seat: 'A', score: 20 }] }]
    const html = draw(sheets, {
      previous: { kind: 'blueprint-kept', at: '2026-09-03T10:00:00.000Z', elements },
    })
    // One in the row, one in the key.
    expect(count(html, 'bp-hollow')).toBe(2)
    expect(html).toContain('earlier “Now and then”')
  })

  it('draws no mark and no band where nothing is known, and says so', () => {
    const html = draw(two.map(seat => ({ seat, answers: {} })))
    // The key and what "more intimate" means name the people by their marks; no line has any.
    expect(html).not.toContain('<svg x=')
    expect(html).not.toContain('bp-band')
    expect(html).toContain('how sure we can be: not yet known')
    expect(count(html, '>No answers yet</p>')).toBe(7)
  })

  it('has every place of the picture in the table, a reversed answer in the words it was given in', () => {
    const mistrust = model.climate.find(({ id }) => id === 'mistrust')
    const given = mistrust?.item.reversed ? 5 : 1
    const html = draw([
      evenSheet(model, 'A', two, 4, { [mistrust?.item.id ?? '']: given }),
      evenSheet(model, 'B', two, 1),
    ])
    const table = html.slice(html.indexOf('<table>'), html.indexOf('</table>'))
    for (const element of model.elements) expect(table).toContain(element.name.en)
    expect(table).toContain('“Often so”')
    expect(table).toContain('of Blue: “Often so”')
    const row = table.slice(table.indexOf(mistrust?.item.text.en.slice(0, 20) ?? '-'))
    expect(row.slice(0, row.indexOf('</tr>'))).toContain(`“${model.scale.labels[given - 1]?.en}”`)
  })

  it('says where one sees the other otherwise than they see themselves', () => {
    const a = evenSheet(model, 'A', two, 4, { 'values.other.1': 1, 'values.other.2': 1 })
    const reversed = model.elements
      .find(({ id }) => id === 'values')
      ?.items.filter(item => item.facet === 'other' && item.reversed)
    for (const item of reversed ?? []) a.answers[item.id] = 5
    expect(draw([a, evenSheet(model, 'B', two, 4)])).toContain('Ash sees Blue lower here than Blue does.')
  })

  it('says of mistrust for whom it weighs, never that it is low', () => {
    const item = model.climate.find(({ id }) => id === 'mistrust')?.item
    const heavy = { [item?.id ?? '']: item?.reversed ? 5 : 1 }
    const html = draw([evenSheet(model, 'A', two, 4, heavy), evenSheet(model, 'B', two, 4)])
    expect(html).toContain('weighs for Ash')
    expect(html).not.toContain('“Mistrust” is low')
  })
})

describe('what a place and its marks say', () => {
  const text = blueprintText(blueprintWords('en'), 'en', people)

  it('words a place by the answers of the scale', () => {
    expect(sayPlace(null, model.scale, text)).toBe('not known')
    expect(sayPlace(0, model.scale, text)).toBe('“Rarely so”')
    expect(sayPlace(100, model.scale, text)).toBe('“Nearly always so”')
    expect(sayPlace(38, model.scale, text)).toBe('between “Now and then” and “About half the time”')
  })

  it('sets marks that would hide each other apart, and leaves the others on the line', () => {
    expect(spreadMarks([{ score: 20 }, { score: 60 }])).toEqual([0, 0])
    expect(spreadMarks([{ score: 50 }, { score: 50 }, { score: 51 }, { score: 90 }])).toEqual([-16, 0, 16, 0])
  })
})

describe('the strings', () => {
  it('take the same values in both languages', () => {
    const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()
    const all = (strings: Record<string, string>) =>
      Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, values(text)]))
    expect(all(blueprintFrench)).toEqual(all(blueprintEnglish))
  })

  it('hold no exclamation mark', () => {
    for (const text of [...Object.values(blueprintEnglish), ...Object.values(blueprintFrench)])
      expect(text).not.toContain('!')
  })
})
