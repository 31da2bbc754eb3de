import type { ClimateArea } from '../model/schema.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { isHeard } from './is-heard.ts'
import { type Gap, gapsBetween } from './gaps.ts'
import { strengthOf, toScore } from './item-score.ts'
import { type RowPhrase, sayRow } from './row-phrase.ts'
import { CLIMATE_APART_FROM, CLIMATE_FAR_FROM } from './thresholds.ts'

/** One area of climate: what each person answered to its one question, 0 to 100 in the direction of strength. */
export interface ClimateRow {
  /** The area's id. */
  id: string
  group: ClimateArea['group']
  partners: { seat: string; score: number | null }[]
  /** With two people their gap; null otherwise, or where one is not known. */
  gap: number | null
  gaps: Gap[]
  phrase: RowPhrase
}

/** Makes one area's row from everybody's answers. */
export const makeClimateRow = (area: ClimateArea, sheets: AnswerSheet[]): ClimateRow => {
  const partners = sheets.map(({ seat, answers }) => ({
    seat,
    score: toScore(strengthOf(answers[area.item.id], area.item.reversed)),
  }))
  const gaps = gapsBetween(partners)
  return {
    id: area.id,
    group: area.group,
    partners,
    gap: sheets.length === 2 ? (gaps[0]?.gap ?? null) : null,
    gaps,
    phrase: sayRow(
      partners.map(({ score }, i) => ({ score, heard: isHeard(sheets[i] as AnswerSheet) })),
      { apart: CLIMATE_APART_FROM, far: CLIMATE_FAR_FROM },
    ),
  }
}
