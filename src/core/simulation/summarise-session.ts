import type { RehearsalModel, SimulatedCouple, SkillId } from '../model/couple-schema.ts'
import type { Text } from '../model/schema.ts'
import { estimateSkills, type SkillEstimate } from './estimate-skills.ts'
import { personOf, type SessionState } from './session-state.ts'
import type { RehearsalTurn } from './take-turn.ts'

/** Something done well, with the turn it was seen in (from 1), where it was one turn. */
export interface DoneWell {
  text: Text
  turn: number | null
}

/** What was within one person, shown after the hour. */
export interface InnerState {
  who: string
  trust: number
  heat: number
  openness: number
  /** What they held back and said, and how much they still hold. */
  told: string[]
  stillHeld: number
  underneath: Text
}

export interface SessionSummary {
  skills: Record<SkillId, SkillEstimate>
  /** Three at most; fewer where less was seen. */
  well: DoneWell[]
  tryNext: Text
  /** The people's state after each turn, by person, for showing along the transcript. */
  along: { turn: number; partners: { who: string; trust: number; heat: number; openness: number }[] }[]
  state: InnerState[]
  /** Where the hour held a danger that the brief did not name. */
  danger: Text | null
}

/** A skill is said to be done well where it was seen at least this often, at least here. */
const WELL_N = 1
const WELL_VALUE = 0.6

const bestTurn = (state: SessionState, skill: SkillId): number | null =>
  state.observations.filter(seen => seen.skill === skill).toSorted((a, b) => b.value - a.value)[0]?.turn ??
  null

/** What a rehearsal showed: skills with how sure that is, three things done well, one thing to try, and the people from within. */
export const summariseSession = (
  { skills }: Pick<RehearsalModel, 'skills'>,
  couple: SimulatedCouple,
  begun: SessionState,
  turns: readonly RehearsalTurn[],
): SessionSummary => {
  const state = turns.at(-1)?.state ?? begun
  const estimates = estimateSkills(state.observations)
  const seen = skills
    .filter(({ id }) => estimates[id].n >= WELL_N)
    .toSorted((a, b) => estimates[b.id].value - estimates[a.id].value)
  const weakest = seen.at(-1) ?? skills[0]
  const well = seen
    .filter(({ id }) => estimates[id].value >= WELL_VALUE && id !== weakest?.id)
    .slice(0, 3)
    .map(({ id, well: text }) => ({ text, turn: bestTurn(state, id) }))
  return {
    skills: estimates,
    well,
    tryNext: (weakest ?? (skills[0] as (typeof skills)[number])).tryNext,
    along: turns.map(({ state: at }) => ({
      turn: at.turn,
      partners: at.partners.map(({ id, trust, heat, openness }) => ({ who: id, trust, heat, openness })),
    })),
    state: state.partners.map(({ id, trust, heat, openness, told }) => {
      const { underneath, holdsBack } = personOf(couple, id)
      return { who: id, trust, heat, openness, told, stillHeld: holdsBack.length - told.length, underneath }
    }),
    danger: couple.danger?.afterwards ?? null,
  }
}
