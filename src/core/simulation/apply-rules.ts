import type { Change, RehearsalModel, RehearsalRule, SimulatedCouple } from '../model/couple-schema.ts'
import { clamp, OPENNESS_STEP, type PartnerState, type SessionState, trustNeeded } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

/** The rules that hold of what the trainee did, the weightiest first. */
export const rulesThatHold = (rules: RehearsalModel['rules'], act: TraineeAct): RehearsalRule[] =>
  rules
    .filter(
      ({ when, without }) =>
        when.every(mark => act.marks.has(mark)) && !without.some(mark => act.marks.has(mark)),
    )
    .toSorted((a, b) => b.weight - a.weight)

/** What openness falls by in a turn that brought nobody closer: people close again by themselves. */
const CLOSES_AGAIN = 0.012
/** How far somebody must have felt heard for an opening to follow, and what opening up takes of that. */
const HEARD_NEEDED = 0.4
const HEARD_SPENT = 0.2
/** How far one partner's heat draws the others'. */
const CATCHES = 0.12

const changesOf = (act: TraineeAct, rules: RehearsalRule[], id: string): Change[] =>
  rules.flatMap(({ change }) => {
    if (act.favoured !== null && change.favoured)
      return id === act.favoured ? [change.favoured] : change.others ? [change.others] : []
    const mine = act.addressed.includes(id) ? change.addressed : change.others
    return mine ? [mine] : []
  })

/**
 * The partners after a turn, by the rules alone. Openness rises only where it is earned: by an act that opens, towards
 * somebody who felt heard before it and trusts enough for the couple's difficulty; at most by `OPENNESS_STEP`, however many
 * rules hold. Otherwise it falls a little. Nothing else raises it.
 */
export const applyRules = (
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
  rules: RehearsalRule[],
): PartnerState[] => {
  const sum = (changes: Change[], place: keyof Change) =>
    changes.reduce((total, change) => total + change[place], 0)
  const harmed = (changes: Change[]) => changes.some(({ trust, openness }) => trust < 0 || openness < 0)
  // Where somebody is heard, the others listen, and do not close meanwhile.
  const anybodyHeard =
    rules.some(({ change }) => (change.addressed?.heard ?? 0) >= 0.2) &&
    !rules.some(({ change }) => (change.addressed?.trust ?? 0) < 0)
  const present = (id: string) => state.memory.alone === null || state.memory.alone === id
  const moved = state.partners.map(partner => {
    if (!present(partner.id)) return partner
    const changes = changesOf(act, rules, partner.id)
    const trust = clamp(partner.trust + sum(changes, 'trust'))
    const wish = sum(
      changes.filter(({ openness }) => openness > 0),
      'openness',
    )
    const earned =
      wish > 0 && !harmed(changes) && partner.heard >= HEARD_NEEDED && trust >= trustNeeded[couple.difficulty]
    const openness = earned
      ? partner.openness + Math.min(OPENNESS_STEP, wish)
      : partner.openness - (anybodyHeard ? 0 : CLOSES_AGAIN) + Math.min(0, sum(changes, 'openness'))
    return {
      ...partner,
      trust,
      heat: clamp(partner.heat + sum(changes, 'heat')),
      openness: clamp(openness),
      heard: clamp(partner.heard * 0.92 + sum(changes, 'heard') - (earned ? HEARD_SPENT : 0)),
      unaddressed: act.addressed.includes(partner.id) ? 0 : partner.unaddressed + 1,
    }
  })
  return moved.map(partner => {
    if (!present(partner.id)) return partner
    const others = moved.filter(other => other !== partner && present(other.id))
    if (others.length === 0) return partner
    const around = Math.max(...others.map(({ heat }) => heat))
    return { ...partner, heat: clamp(partner.heat + (around - partner.heat) * CATCHES) }
  })
}
