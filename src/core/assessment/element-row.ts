import type { EntryBody } from '../case/entry-kind.ts'
import type { Element, ElementId } from '../model/schema.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { type Gap, gapsBetween } from './gaps.ts'
import { isHeard } from './is-heard.ts'
import { type RowPhrase, sayRow } from './row-phrase.ts'
import { type ElementScore, scoreElement } from './score-element.ts'

/** How `by` sees `of` on an element, beside how `of` sees themselves; 0 to 100, null where nothing was answered. */
export interface View {
  by: string
  of: string
  seen: number | null
  own: number | null
}

/** One row of the blueprint. */
export interface ElementRow {
  id: ElementId
  partners: ElementScore[]
  /** With two people their gap; null otherwise, or where one is not known. */
  gap: number | null
  gaps: Gap[]
  views: View[]
  phrase: RowPhrase
}

/** Makes one element's row from everybody's answers; `previous` is the kept blueprint whose places are the hollow marks. */
export const makeElementRow = (
  element: Pick<Element, 'id' | 'items'>,
  sheets: AnswerSheet[],
  previous: EntryBody<'blueprint-kept'> | null,
): ElementRow => {
  const seats = sheets.map(sheet => sheet.seat)
  const kept = previous?.elements.find(row => row.element === element.id)?.scores ?? []
  const partners = sheets.map(
    (sheet): ElementScore => ({
      ...scoreElement(element, sheet, seats),
      previous: kept.find(score => score.seat === sheet.seat)?.score ?? null,
    }),
  )
  const gaps = gapsBetween(partners)
  return {
    id: element.id,
    partners,
    gap: seats.length === 2 ? (gaps[0]?.gap ?? null) : null,
    gaps,
    views: partners.flatMap(person =>
      person.about.map(({ seat, score }) => ({
        by: person.seat,
        of: seat,
        seen: score,
        own: partners.find(other => other.seat === seat)?.self ?? null,
      })),
    ),
    phrase: sayRow(partners.map(({ score }, i) => ({ score, heard: isHeard(sheets[i] as AnswerSheet) }))),
  }
}
