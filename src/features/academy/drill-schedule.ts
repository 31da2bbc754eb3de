import { type Card, fsrs, type Grade, State } from 'ts-fsrs'
import type { DrillState, OwnState } from '../../core/case/fold-own.ts'
import type { Drill, DrillCard } from '../../core/model/lesson-schema.ts'

/** How well somebody knew a card: 1 again, 2 hard, 3 good, 4 easy. */
export type DrillGrade = 1 | 2 | 3 | 4
export const drillGrades: readonly DrillGrade[] = [1, 2, 3, 4]

/** A card as it comes up: of which drill, and where it stands; null where it was never answered. */
export interface DueCard {
  drill: string
  card: DrillCard
  state: DrillState | null
}

/** New cards a day, beside all that are due: about ten minutes. */
export const NEW_A_DAY = 10
/** A card missed today comes back after this, in the same sitting. */
const LEARNING_STEP = '10m'
/** A card that is due within this is asked now rather than waited for, in milliseconds. */
const LEARN_AHEAD_MS = 20 * 60_000

/** No dice: the same answers give the same days. */
const scheduler = fsrs({
  enable_fuzz: false,
  learning_steps: [LEARNING_STEP],
  relearning_steps: [LEARNING_STEP],
})

const states = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
}
const nameOf = (state: State): DrillState['state'] =>
  (Object.keys(states) as DrillState['state'][]).find(name => states[name] === state) ?? 'new'

const toCard = (state: DrillState | null, now: Date): Card =>
  state
    ? {
        due: new Date(state.due),
        stability: state.stability,
        difficulty: state.difficulty,
        elapsed_days: state.elapsed,
        scheduled_days: state.scheduled,
        learning_steps: state.step,
        reps: state.reps,
        lapses: state.lapses,
        state: states[state.state],
        last_review: new Date(state.last),
      }
    : {
        due: now,
        stability: 0,
        difficulty: 0,
        elapsed_days: 0,
        scheduled_days: 0,
        learning_steps: 0,
        reps: 0,
        lapses: 0,
        state: State.New,
      }

/** Where a card stands once it was graded at `now` (milliseconds), by FSRS as `ts-fsrs` has it. */
export const gradeCard = (state: DrillState | null, grade: DrillGrade, now: number): DrillState => {
  const at = new Date(now)
  const { card } = scheduler.next(toCard(state, at), at, grade as Grade)
  return {
    due: card.due.toISOString(),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed: card.elapsed_days,
    scheduled: card.scheduled_days,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: nameOf(card.state),
    last: at.toISOString(),
  }
}

const kept = (own: Pick<OwnState, 'drillStates'>, drill: string, card: string) =>
  own.drillStates[drill]?.[card] ?? null

/**
 * The cards of a day, in the order they are asked: what is due first, the longest due before all; then new ones, as many as the
 * day still has room for, a card of each drill in turn; then what comes back within the sitting.
 * `dayBegan`: when this day began where the trainee is, in milliseconds. `more`: new cards asked for beyond the day's.
 */
export const cardsOfDay = (
  drills: readonly Drill[],
  own: Pick<OwnState, 'drillStates'>,
  now: number,
  dayBegan: number,
  more = 0,
): DueCard[] => {
  const all = drills.flatMap(({ id, cards }) =>
    cards.map((card): DueCard => ({ drill: id, card, state: kept(own, id, card.id)?.state ?? null })),
  )
  const dueAt = ({ state }: DueCard) => (state ? Date.parse(state.due) : Number.POSITIVE_INFINITY)
  const byDue = (a: DueCard, b: DueCard) => dueAt(a) - dueAt(b)
  const due = all.filter(card => dueAt(card) <= now).sort(byDue)
  const soon = all.filter(card => dueAt(card) > now && dueAt(card) <= now + LEARN_AHEAD_MS).sort(byDue)
  const begunToday = Object.values(own.drillStates)
    .flatMap(cards => Object.values(cards))
    .filter(({ firstAt }) => Date.parse(firstAt) >= dayBegan).length
  const room = Math.max(0, NEW_A_DAY + more - begunToday)
  const fresh = all
    .filter(({ state }) => state === null)
    .map(one => ({ one, rank: drills.find(({ id }) => id === one.drill)?.cards.indexOf(one.card) ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
  return [...due, ...fresh.slice(0, room), ...soon]
}

/** When the next card comes up after this moment; null where none was ever answered. */
export const nextDue = (
  drills: readonly Drill[],
  own: Pick<OwnState, 'drillStates'>,
  now: number,
): string | null => {
  const times = drills
    .flatMap(({ id, cards }) => cards.map(card => kept(own, id, card.id)?.state.due))
    .filter((due): due is string => due !== undefined && Date.parse(due) > now)
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
