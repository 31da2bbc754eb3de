import type { EntryBody } from '../case/entry-kind.ts'
import type { ElementId, Model } from '../model/schema.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import { type Beginning, beginWith } from './begin-with.ts'
import { type ClimateRow, makeClimateRow } from './climate-row.ts'
import { type ElementRow, makeElementRow } from './element-row.ts'
import { compareMeaning, type Meaning } from './meaning.ts'
import { recommendSexuality, type SexualityOpen } from './sexuality-open.ts'
import { namedByOrder } from './weight.ts'

/** What the answers say, for one person alone, two, or more. Seats only, no names; nothing is invented where answers lack. */
export interface Blueprint {
  instrument: Model['instrument']
  seats: string[]
  /** The seven elements in the model's order. */
  elements: ElementRow[]
  meaning: Meaning
  climate: ClimateRow[]
  /** The first is where to begin; for the therapist, as some reasons come from what was told alone. */
  beginWith: Beginning[]
  sexuality: SexualityOpen
  /** Elements without a score, and for whom. */
  notEnough: { element: ElementId; seats: string[] }[]
}

export interface BlueprintOptions {
  /** A kept blueprint, for the hollow marks. */
  previous?: EntryBody<'blueprint-kept'> | null
  /** The therapist's own order. */
  order?: ElementId[] | null
}

/**
 * Makes the blueprint of checked answer sheets, one for each person of the case in its order, empty ones for who has not
 * answered. Pure: the same sheets give the same blueprint.
 */
export const makeBlueprint = (
  model: Pick<Model, 'instrument' | 'elements' | 'climate'>,
  sheets: AnswerSheet[],
  { previous = null, order = null }: BlueprintOptions = {},
): Blueprint => {
  const elements = model.elements.map(element => makeElementRow(element, sheets, previous))
  const climate = model.climate.map(area => makeClimateRow(area, sheets))
  const named = namedByOrder(model.climate, elements, climate)
  return {
    instrument: model.instrument,
    seats: sheets.map(sheet => sheet.seat),
    elements,
    meaning: compareMeaning(sheets),
    climate,
    beginWith: beginWith(elements, named, order),
    sexuality: recommendSexuality(elements, named),
    notEnough: elements
      .map(row => ({
        element: row.id,
        seats: row.partners.filter(({ score }) => score === null).map(({ seat }) => seat),
      }))
      .filter(row => row.seats.length),
  }
}
