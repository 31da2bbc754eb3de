import type { OwnEntry, OwnEntryBody } from './own-entry-kind.ts'

/** Where one card of a drill stands with the scheduler. */
export type DrillState = OwnEntryBody<'drill-review'>['schedule']

/** One thing seen of a skill in one turn of a rehearsal. */
export type KeptObservation = OwnEntryBody<'rehearsal-ended'>['observations'][number]

/** One hour with a simulated couple, as it was typed. */
export interface RehearsalKept {
  rehearsal: string
  begunAt: string
  couple: string
  difficulty: number
  seed: number
  /** The hour that this one goes on from, and how many of its turns were said again here. */
  from: { rehearsal: string; turns: number } | null
  texts: string[]
  /** Null while it goes on. */
  endedAt: string | null
  observations: KeptObservation[]
  /** Everything of it: what erasing it erases. */
  hashes: string[]
}

/** One person's sheet of a role-play in threes. */
export interface SheetKept {
  sheet: string
  at: string
  role: OwnEntryBody<'observer-sheet'>['role']
  answers: Record<string, string>
}

/** What practice has come to: all of it private to whoever practises. */
export interface OwnState {
  /** The newest answer by lesson and question. */
  answers: Record<string, Record<string, { at: string; words: string }>>
  /** When each lesson was first done, by its id. */
  lessonsDone: Record<string, string>
  /** Where each answered card stands, by drill and card, with when it was first answered. */
  drillStates: Record<string, Record<string, { state: DrillState; firstAt: string }>>
  /** In the order in which they were begun. */
  rehearsals: RehearsalKept[]
  /** Of all hours that were ended, oldest first. */
  observations: KeptObservation[]
  sheets: SheetKept[]
}

/**
 * What the entries of an account's own journal come to. Pure: the same entries in the same order give the same. A turn or an end
 * whose beginning is missing or was erased is passed over here and stays in the journal.
 */
export const foldOwn = (entries: readonly OwnEntry[]): OwnState => {
  const answers: OwnState['answers'] = {}
  const lessonsDone: OwnState['lessonsDone'] = {}
  const drillStates: OwnState['drillStates'] = {}
  const rehearsals = new Map<string, RehearsalKept>()
  const sheets = new Map<string, SheetKept>()
  for (const { hash, body } of entries)
    switch (body.kind) {
      case 'lesson-answer':
        answers[body.lesson] = {
          ...answers[body.lesson],
          [body.question]: { at: body.at, words: body.words },
        }
        break
      case 'lesson-done':
        lessonsDone[body.lesson] ??= body.at
        break
      case 'drill-review': {
        const drill = (drillStates[body.drill] ??= {})
        drill[body.card] = { state: body.schedule, firstAt: drill[body.card]?.firstAt ?? body.at }
        break
      }
      case 'rehearsal-begun': {
        if (rehearsals.has(body.rehearsal)) break
        const { rehearsal, at, couple, difficulty, seed, from } = body
        rehearsals.set(rehearsal, {
          rehearsal,
          begunAt: at,
          couple,
          difficulty,
          seed,
          from,
          texts: [],
          endedAt: null,
          observations: [],
          hashes: [hash],
        })
        break
      }
      case 'rehearsal-turn': {
        const hour = rehearsals.get(body.rehearsal)
        hour?.texts.push(body.words)
        hour?.hashes.push(hash)
        break
      }
      case 'rehearsal-ended': {
        const hour = rehearsals.get(body.rehearsal)
        if (!hour) break
        // Ended twice, as on two devices: the later end has seen at least as much.
        hour.endedAt = body.at
        hour.observations = body.observations
        hour.hashes.push(hash)
        break
      }
      case 'observer-sheet': {
        const { sheet, at, role, answers } = body
        sheets.set(sheet, { sheet, at, role, answers })
        break
      }
      default:
        body satisfies never
    }
  const hours = [...rehearsals.values()]
  return {
    answers,
    lessonsDone,
    drillStates,
    rehearsals: hours,
    observations: hours.flatMap(({ observations }) => observations),
    sheets: [...sheets.values()],
  }
}
