import type { Beginning } from '../assessment/begin-with.ts'
import type { Blueprint } from '../assessment/blueprint.ts'
import type { ClimateRow } from '../assessment/climate-row.ts'
import { widestGap } from '../assessment/gaps.ts'
import type { Reason } from '../assessment/reason.ts'
import { isLow } from '../assessment/row-phrase.ts'
import { CLIMATE_FAR_FROM } from '../assessment/thresholds.ts'
import type { ClimateArea, ElementId, Model, Text } from '../model/schema.ts'
import type { Heard } from './heard-in-sessions.ts'
import { findNeverHeldBack, isNeverHeldBack } from './never-held-back.ts'

/** A question for the therapist to ask, and why now. */
export interface PlannedQuestion {
  /** The model's id of the question; for climate that of its area, for what "more intimate" means `meaning`. */
  id: string
  kind: 'interview' | 'climate' | 'meaning' | 'sexual' | 'safety'
  element: ElementId | null
  /** Of climate or of the sexual map. */
  area: string | null
  /** True where it is for each person alone. */
  alone: boolean
  why: Reason[]
  text: Text
}

export interface Plan {
  /** In the order recommended; the first is the next one. */
  next: PlannedQuestion[]
  /** Never held back and never in line: fear, coercion, pain and health, to be asked whenever the therapist sees fit. */
  anyTime: PlannedQuestion[]
}

export interface PlanOptions {
  /** Whether the therapist has opened the sexual questions. */
  sexualMapOpen?: boolean
  /** Ids of questions that were asked already. */
  asked?: readonly string[]
  /** What was kept from sessions (`heardInSessions`). */
  heard?: readonly Heard[]
}

/** How many questions the first element gets before the next element's turn comes; the others get one. */
const FIRST_ELEMENT_QUESTIONS = 2

const planMeaning = (
  model: Pick<Model, 'meaning'>,
  { meaning }: Blueprint,
  heard: readonly Heard[],
): PlannedQuestion[] => {
  const untold = Object.values(meaning.bySeat).some(({ choice }) => choice === null)
  const told = Object.keys(meaning.bySeat).length > 1
  const id = untold ? 'meaning-unknown' : meaning.match === false ? 'meaning-differs' : 'meaning-open'
  const settled = !untold && (meaning.match === true || !told)
  const why: Reason[] = [
    ...(settled ? [] : [{ id } as const]),
    ...(heard.some(one => one.id === 'heard-meaning') ? [{ id: 'heard-meaning' } as const] : []),
  ]
  const { question: text } = model.meaning
  return why.length
    ? [{ id: 'meaning', kind: 'meaning', element: null, area: null, alone: false, why, text }]
    : []
}

const askArea = (area: ClimateArea, why: Reason[]): PlannedQuestion => ({
  id: area.id,
  kind: 'climate',
  element: null,
  area: area.id,
  alone: area.group === 'order',
  why,
  text: area.voice,
})

const climateReasons = (row: ClimateRow): Reason[] => [
  ...lowReasons(row),
  ...(row.group === 'climate' && (widestGap(row.gaps)?.gap ?? 0) >= CLIMATE_FAR_FROM
    ? [{ id: 'climate-apart', area: row.id } as const]
    : []),
]

/** Of mistrust, selfishness and manipulation one says that they weigh, never that they are low. */
const lowReasons = (row: ClimateRow): Reason[] => {
  const seats = row.partners.filter(({ score }) => score !== null && isLow(score)).map(({ seat }) => seat)
  if (seats.length === 0) return []
  return [
    row.group === 'order' ? { id: 'order-weighs', area: row.id, seats } : { id: 'climate-low', area: row.id },
  ]
}

/**
 * The next good questions (*ours*, after the seed's order of work): first what "more intimate" means where it differs or
 * is not known, and what has not been asked of each alone about mistrust, selfishness and manipulation; then the elements
 * to begin with, each with the climate that informs it where that is low or apart, and after the first of them what was
 * heard in sessions; then what is still unknown; the map of sexual questions once the therapist has opened it. Pure; a
 * question asked already is left out, and the next one on the same element takes its place.
 */
export const nextQuestions = (
  model: Model,
  blueprint: Blueprint,
  { sexualMapOpen = false, asked = [], heard = [] }: PlanOptions = {},
): Plan => {
  const areas = model.climate.flatMap(area => {
    const row = blueprint.climate.find(({ id }) => id === area.id)
    const unknown = row?.partners.filter(({ score }) => score === null).map(({ seat }) => seat) ?? []
    return row ? [{ area, unknown, why: climateReasons(row) }] : []
  })
  const heardOf = (id: ElementId): Reason[] =>
    heard.flatMap(one => (one.id !== 'heard-meaning' && one.element === id ? [{ id: one.id }] : []))
  const interview = (element: ElementId, to: number, because: Reason[]): PlannedQuestion[] => {
    const all = model.elements.find(({ id }) => id === element)?.interview ?? []
    const open = all.filter(question => !asked.includes(question.id)).slice(0, to)
    const goesOn: Reason[] = all[0] && asked.includes(all[0].id) ? [{ id: 'goes-on' }] : []
    const why = [...because, ...heardOf(element), ...goesOn]
    return open.map(question => ({
      id: question.id,
      kind: 'interview',
      element,
      area: null,
      alone: false,
      why,
      text: question.text,
    }))
  }

  const begin = ({ element, reasons }: Beginning, most: number) => [
    ...interview(element, most, reasons),
    ...areas
      .filter(({ area, why }) => why.length && area.elements.includes(element))
      .map(({ area, why }) => askArea(area, why)),
  ]
  const [first, ...others] = blueprint.beginWith
  // What was heard in sessions comes right after where to begin. The therapist's own order is not moved by it.
  const isPlaced = (id: ElementId) =>
    blueprint.beginWith.some(
      ({ element, reasons }) => element === id && reasons.some(one => one.id === 'therapist-order'),
    )
  const heardNow = blueprint.elements
    .filter(({ id }) => heardOf(id).length > 0 && !isPlaced(id))
    .flatMap(({ id }) =>
      interview(id, 1, blueprint.beginWith.find(({ element }) => element === id)?.reasons ?? []),
    )
  const planned = [
    ...planMeaning(model, blueprint, heard),
    ...areas
      .filter(({ area, unknown }) => area.group === 'order' && unknown.length)
      .map(({ area, unknown }) => askArea(area, [{ id: 'order-unasked', area: area.id, seats: unknown }])),
    ...(first ? begin(first, FIRST_ELEMENT_QUESTIONS) : []),
    ...heardNow,
    ...others.flatMap(beginning => begin(beginning, 1)),
    ...areas.filter(({ why }) => why.length).map(({ area, why }) => askArea(area, why)),
    ...blueprint.notEnough
      .filter(({ element }) => !blueprint.beginWith.some(beginning => beginning.element === element))
      .flatMap(({ element, seats }) => interview(element, 1, [{ id: 'not-enough', seats }])),
    ...areas
      .filter(({ unknown }) => unknown.length)
      .map(({ area, unknown }) => askArea(area, [{ id: 'not-enough', seats: unknown }])),
    ...(sexualMapOpen ? model.sexual : []).flatMap(area =>
      area.questions
        .filter(({ id }) => !isNeverHeldBack(area.id, id))
        .map(({ id, text }) => askSexual(area.id, id, text, [{ id: 'sexual-opened' }], false)),
    ),
  ]

  const always = findNeverHeldBack(model)
  const anyTime = [
    ...always.safety.map(
      ({ id, text }): PlannedQuestion => ({
        id,
        kind: 'safety',
        element: null,
        area: null,
        alone: true,
        why: [{ id: 'never-held-back' }],
        text,
      }),
    ),
    ...always.sexual.map(({ area, question }) =>
      askSexual(area.id, question.id, question.text, [{ id: 'never-held-back' }], false),
    ),
  ]
  const seen = new Set(asked)
  const once = (question: PlannedQuestion) => !seen.has(question.id) && seen.add(question.id)
  return { next: planned.filter(once), anyTime }
}

const askSexual = (area: string, id: string, text: Text, why: Reason[], alone: boolean): PlannedQuestion => ({
  id,
  kind: 'sexual',
  element: null,
  area,
  alone,
  why,
  text,
})
