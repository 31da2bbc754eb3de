import type { RehearsalRule, SimulatedCouple, SkillId } from '../model/couple-schema.ts'
import type { Observation, SessionState } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

/** After this many turns without it, each being seen alone was not said early. */
const EARLY_TURNS = 6

/** How evenly the people were spoken to lately, 0 to 1, counting this turn. */
const evenness = (couple: SimulatedCouple, state: SessionState, act: TraineeAct): number => {
  const counts = couple.people.map(
    ({ id }) =>
      (state.memory.spokenTo[id] ?? 0) * 0.85 + (act.addressed.includes(id) ? 1 / act.addressed.length : 0),
  )
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0.5
  const most = Math.max(...counts) / total
  const even = 1 / counts.length
  return 1 - (most - even) / (1 - even)
}

const hearing = ({ marks }: TraineeAct): number => {
  if (['empty', 'nonsense', 'insults', 'lecture', 'labels'].some(mark => marks.has(mark))) return 0
  if (marks.has('advises') || marks.has('takes-side') || marks.has('flatters')) return 0.1
  if (marks.has('copies')) return 0.2
  if (marks.has('hears')) return marks.has('reflects') ? 1 : 0.75
  if (marks.has('reflects') || marks.has('validates')) return 0.7
  if (marks.has('minimal')) return 0.2
  if (marks.has('interrogates')) return 0
  return marks.has('open') ? 0.4 : 0.1
}

const curiosity = ({ marks }: TraineeAct): number => {
  if (['empty', 'nonsense', 'insults', 'lecture', 'labels', 'too-soon'].some(mark => marks.has(mark)))
    return 0
  if (marks.has('interrogates') || marks.has('many-questions')) return 0.25
  if (marks.has('takes-side') || marks.has('advises') || marks.has('flatters')) return 0.1
  if (marks.has('asks-story') || marks.has('asks-meaning')) return 1
  if (marks.has('open')) return 0.95
  if (marks.has('reflects')) return 0.7
  return marks.has('closed') ? 0.3 : 0.15
}

/** Skills that every turn shows, or a turn in which there was occasion to. */
const occasions = (couple: SimulatedCouple, state: SessionState, act: TraineeAct): [SkillId, number][] => {
  const { marks } = act
  const { memory } = state
  const seen: [SkillId, number][] = [
    ['hearing', hearing(act)],
    ['curiosity', curiosity(act)],
  ]
  if (couple.people.length > 1 && !memory.alone && state.turn > 0 && !marks.has('empty'))
    seen.push(['balance', act.favoured !== null || marks.has('labels') ? 0 : evenness(couple, state, act)])
  if (couple.people.length === 1 && act.favoured !== null) seen.push(['balance', 0])
  if (marks.has('misuse-waiting'))
    seen.push(['plain-words', marks.has('asks-meaning') || marks.has('offers-plain-word') ? 1 : 0.3])
  if (marks.has('heated') || marks.has('after-misstep')) {
    const mends = marks.has('slows-down') || marks.has('owns-slip') || marks.has('names-pattern')
    seen.push([
      'repair',
      mends ? 1 : marks.has('hears') && marks.has('reflects') ? 0.85 : marks.has('validates') ? 0.6 : 0.05,
    ])
  }
  return seen
}

const safety = (couple: SimulatedCouple, { turn, memory }: SessionState, { marks }: TraineeAct): number[] => {
  const safeAct =
    marks.has('meets-alone') || (marks.has('alone') && marks.has('screens')) || marks.has('consults')
  if (marks.has('screens') && marks.has('together') && couple.people.length > 1) return [0, 0]
  if (safeAct) return couple.danger && memory.signAt !== null ? [1, 1, 1] : [1, 1]
  const safeAlready = memory.announcedAlone || memory.alone !== null || memory.consulted
  if (couple.danger && memory.signAt !== null && turn > memory.signAt && !safeAlready) return [0.15]
  return turn === EARLY_TURNS && !safeAlready ? [0.2] : []
}

/** What one turn shows of each skill, by the rules that hold and by the occasions there were. */
export const observeSkills = (
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
  rules: RehearsalRule[],
): Observation[] => {
  const { turn } = state
  const byRule = rules.flatMap(rule => Object.entries(rule.skills) as [SkillId, number][])
  return [
    ...[...byRule, ...occasions(couple, state, act)].map(([skill, value]) => ({ skill, turn, value })),
    ...safety(couple, state, act).map((value): Observation => ({ skill: 'safety', turn, value })),
  ]
}
