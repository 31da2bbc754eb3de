import type {
  HeldBack,
  LineUse,
  RehearsalModel,
  SimulatedCouple,
  SimulatedPartner,
  Stance,
} from '../model/couple-schema.ts'
import { elementIds } from '../model/element-ids.ts'
import type { ElementId } from '../model/schema.ts'
import { pick, type SeededRandom } from './seeded-random.ts'
import { type PartnerState, personOf, type SessionState } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

/** What somebody is about to say: a line for a use, something about an element, or something held back until now. */
export type Intent =
  | { does: 'line'; use: LineUse }
  | { does: 'tell'; about: ElementId; depth: 1 | 2 | 3 }
  | { does: 'disclose'; held: HeldBack }

/** What a mark of the trainee's turn is answered with, the first that holds. */
const answers: [mark: string, use: LineUse][] = [
  ['empty', 'left-in-silence'],
  ['insults', 'insulted'],
  ['nonsense', 'puzzled'],
  ['labels', 'labelled'],
  ['too-soon', 'asked-too-soon'],
  ['meets-alone', 'seen-alone'],
  ['lecture', 'lectured'],
  ['owns-slip', 'repaired'],
  ['slows-down', 'slowed'],
  ['advises', 'advised'],
  ['flatters', 'flattered'],
  ['asks-meaning', 'plain-word'],
  ['offers-plain-word', 'plain-word'],
  ['interrogates', 'questioned'],
  ['says-goodbye', 'leaves'],
  ['consults', 'heard'],
]

const depthAt = (openness: number): 1 | 2 | 3 => (openness < 0.35 ? 1 : openness < 0.6 ? 2 : 3)

/** Uses that a stance falls back on where it resists, of those it or the person has lines for. */
const evasions: readonly LineUse[] = ['guards', 'recruits', 'asks-advice', 'misuses']

const evade = (random: SeededRandom, person: SimulatedPartner, stance: Stance): Intent => {
  const ways = evasions.filter(use => person.lines[use] ?? stance.lines[use])
  return { does: 'line', use: pick(random, ways.length ? ways : ['guards']) }
}

/** The next thing held back that this moment earns: enough trust, the right company, and a subject that leads there. */
const dueDisclosure = (
  person: SimulatedPartner,
  partner: PartnerState,
  state: SessionState,
  act: TraineeAct,
): HeldBack | null =>
  person.holdsBack
    .filter(held => !partner.told.includes(held.id) && partner.trust >= held.trust)
    .filter(
      held =>
        !held.alone ||
        state.memory.alone === person.id ||
        (person.id === state.partners[0]?.id && state.partners.length === 1),
    )
    .filter(held => partner.openness + 0.2 >= held.trust || (held.alone && act.marks.has('screens')))
    .filter(
      held =>
        act.topic === null ||
        held.about === act.topic ||
        held.about === 'safety' ||
        !act.marks.has(`about-${act.topic}`),
    )
    .toSorted((a, b) => a.trust - b.trust)[0] ?? null

const tell = (
  random: SeededRandom,
  person: SimulatedPartner,
  partner: PartnerState,
  state: SessionState,
  act: TraineeAct,
): Intent => {
  const deepest = depthAt(partner.openness)
  const asked = elementIds.find(element => element === act.topic)
  const about = (depth: number) => person.tells.filter(telling => telling.depth === depth)
  const times = (element: ElementId, depth: number) =>
    Object.entries(state.said)
      .filter(([key]) => key.startsWith(`${person.id}/tell/${element}/${depth}/`))
      .reduce((sum, [, n]) => sum + n, 0)
  for (let depth = deepest; depth >= 1; depth--) {
    const known = about(depth)
    if (asked && act.marks.has(`about-${asked}`) && known.some(telling => telling.about === asked))
      return { does: 'tell', about: asked, depth: depth as 1 | 2 | 3 }
    if (known.length === 0) continue
    const elements = [...new Set(known.map(telling => telling.about))]
    const fewest = Math.min(...elements.map(element => times(element, depth)))
    return {
      does: 'tell',
      about: pick(
        random,
        elements.filter(element => times(element, depth) === fewest),
      ),
      depth: depth as 1 | 2 | 3,
    }
  }
  return { does: 'line', use: 'guards' }
}

/**
 * What one person answers a turn with, from their state and stance. Content comes only to an act that asks or hears; how much
 * of it the stance lets through falls with the couple's difficulty and rises with openness.
 */
export const chooseIntent = (
  random: SeededRandom,
  model: RehearsalModel,
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
  id: string,
): Intent => {
  const person = personOf(couple, id)
  const partner = state.partners.find(one => one.id === id) as PartnerState
  const stance = model.stances.find(one => one.id === person.stance) as Stance
  const { marks } = act
  if (act.favoured !== null && couple.people.length > 1)
    return { does: 'line', use: act.favoured === id ? 'sided-with' : 'sided-against' }
  const exposes =
    (marks.has('screens') && marks.has('together')) ||
    (marks.has('breaks-confidence') && marks.has('after-alone'))
  if (exposes) return { does: 'line', use: 'screened-together' }
  // Behind a closed door a question about harm is what frees somebody to speak.
  const due = marks.has('question') || marks.has('hears') ? dueDisclosure(person, partner, state, act) : null
  if (due && marks.has('alone') && (marks.has('screens') || marks.has('about-safety')))
    return { does: 'disclose', held: due }
  const answer = answers.find(([mark]) => marks.has(mark))
  if (answer) return { does: 'line', use: answer[1] }

  const asks = marks.has('open') || (marks.has('question') && marks.has('hears'))
  if (!asks && !marks.has('hears'))
    return { does: 'line', use: marks.has('closed') ? 'answers-short' : 'guards' }
  const resists = stance.resists * (1 - partner.openness) * (0.5 + couple.difficulty * 0.2)
  if (random() < resists) return evade(random, person, stance)
  if (due) return { does: 'disclose', held: due }
  if (!asks && random() < 0.6) return { does: 'line', use: 'heard' }
  return tell(random, person, partner, state, act)
}

/** Who answers, in order: those spoken to; then, as the pair is, the one who breaks in, objects or softens. */
export const whoReplies = (
  random: SeededRandom,
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
): { id: string; reacts: 'answers' | 'breaks-in' | 'objects' }[] => {
  const present = couple.people
    .map(({ id }) => id)
    .filter(id => state.memory.alone === null || state.memory.alone === id)
  const heatOf = (id: string) => state.partners.find(one => one.id === id)?.heat ?? 0
  const addressed = act.addressed.filter(id => present.includes(id))
  const first = (addressed.length ? addressed : present).toSorted(
    (a, b) => heatOf(b) - heatOf(a) || (random() < 0.5 ? -1 : 1),
  )
  const rest = present.filter(id => !first.includes(id))
  const says = first.slice(0, 2).map(id => ({ id, reacts: 'answers' as const }))
  if (act.favoured !== null)
    return [...says, ...rest.slice(0, 1).map(id => ({ id, reacts: 'objects' as const }))]
  const hot = rest.find(id => heatOf(id) > 0.62)
  if (hot && random() < 0.55) return [...says, { id: hot, reacts: 'breaks-in' }]
  return says
}
