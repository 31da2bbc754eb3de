import type { SessionState, Stage } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Where the hour stands after a turn. Each move has its cause in what was done or said; turns alone move nothing. */
export const stageAfter = (before: Stage, { partners, memory }: SessionState, act: TraineeAct): Stage => {
  const hottest = Math.max(...partners.map(({ heat }) => heat))
  const openness = mean(partners.map(one => one.openness))
  if (hottest > 0.78) return 'fighting'
  if (before === 'fighting' && hottest > 0.6) return 'fighting'
  // Once heard, they tell; once something beyond complaint was told and they are open, they open; once they ask plainly, they work.
  if (
    openness >= 0.55 &&
    memory.foundations.length >= 2 &&
    (before === 'working' || act.marks.has('asks-request'))
  )
    return 'working'
  if (openness >= 0.35 && memory.foundations.length >= 1) return 'opening'
  const begun =
    before !== 'arriving' || act.marks.has('hears') || act.marks.has('open') || act.marks.has('asks-goal')
  return begun ? 'telling' : 'arriving'
}
