import type {
  LineUse,
  RehearsalModel,
  SimulatedCouple,
  SimulatedPartner,
  Stance,
} from '../model/couple-schema.ts'
import { elementIds } from '../model/element-ids.ts'
import type { ElementId } from '../model/schema.ts'
import { chooseIntent, type Intent, whoReplies } from './choose-reply.ts'
import { type Sayable, sayables, sayLine } from './say-line.ts'
import type { SeededRandom } from './seeded-random.ts'
import { type PartnerState, personOf, type SessionState } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

/** What one simulated partner says, and how. */
export interface Reply {
  /** The person's id. */
  who: string
  text: string
  /** In a word or two: how it is said. */
  manner: string
  use: LineUse | 'tell' | 'disclose'
  /** What it tells about, at which depth (3 for what was held back). */
  about: ElementId | 'sex' | 'safety' | null
  depth: 0 | 1 | 2 | 3
  /** The id of what was held back and is now said. */
  disclosed: string | null
  /** Ids of the facts it states. */
  asserts: string[]
}

const linesFor = (person: SimulatedPartner, stance: Stance, intent: Intent): Sayable[] => {
  if (intent.does === 'disclose') return sayables(`${person.id}/held/${intent.held.id}`, intent.held.lines)
  if (intent.does === 'tell')
    return person.tells
      .map((telling, index) => ({
        telling,
        key: `${person.id}/tell/${telling.about}/${telling.depth}/${index}`,
      }))
      .filter(({ telling }) => telling.about === intent.about && telling.depth === intent.depth)
      .map(({ telling, key }) => ({ key, say: telling.say, asserts: telling.asserts }))
  return [
    ...sayables(`${person.id}/${intent.use}`, person.lines[intent.use]),
    ...sayables(`${person.id}/${stance.id}/${intent.use}`, stance.lines[intent.use]),
  ]
}

const mannerOf = (intent: Intent, partner: PartnerState, stance: Stance): string => {
  if (intent.does === 'disclose') return 'quietly'
  if (intent.does === 'tell' && intent.depth === 3) return 'slowly'
  if (partner.heat > 0.7) return 'sharply'
  if (intent.does === 'tell' && intent.depth === 2) return 'plainly'
  return stance.manner
}

/** What somebody says who has no words left. */
const SILENCES = ['…', '(says nothing)', '(nods)', '(looks down)', '(shrugs)', '(thinks)', '(is quiet)']

const depths = [3, 2, 1] as const

/** What is said in the place of something that was said already in every way: the same subject less deeply, then something near. */
const nearTo = (intent: Intent): Intent[] => [
  ...(intent.does === 'tell'
    ? depths
        .filter(depth => depth < intent.depth)
        .map((depth): Intent => ({ does: 'tell', about: intent.about, depth }))
    : []),
  ...(intent.does === 'line' ? [] : [{ does: 'line', use: 'heard' } as const]),
  { does: 'line', use: 'guards' },
  ...elementIds.flatMap(about =>
    [1, 2].map((depth): Intent => ({ does: 'tell', about, depth: depth as 1 | 2 })),
  ),
  { does: 'line', use: 'heard' },
]

/** One person's reply, with what was said remembered, so that nobody repeats it. */
const speak = (
  random: SeededRandom,
  model: RehearsalModel,
  couple: SimulatedCouple,
  state: SessionState,
  id: string,
  intent: Intent,
): { reply: Reply; state: SessionState } => {
  const person = personOf(couple, id)
  const partner = state.partners.find(one => one.id === id) as PartnerState
  const stance = model.stances.find(one => one.id === person.stance) as Stance
  const of = (wanted: Intent) => sayLine(random, couple, id, linesFor(person, stance, wanted), state)
  let used: Intent = intent
  let main = of(intent)
  // Who has said all of that says something near it, and at last nothing.
  for (const near of nearTo(intent)) {
    if (main) break
    main = of(near)
    used = near
  }
  main ??= { key: `${id}/none`, text: SILENCES[state.turn % SILENCES.length] as string, asserts: [] }
  // Whoever guards themselves in many words says one more sentence.
  const guarded = partner.openness < 0.45
  const more = (guarded ? stance.sentences.guarded : stance.sentences.open) > 1 && used.does === 'line'
  const tail = more && random() < 0.6 ? of({ does: 'line', use: 'guards' }) : null
  // Who has just confided something behind a closed door lets one sentence stand.
  const confided = state.memory.alone === id && partner.told.length > 0
  const mayAdd = used.does === 'line' && used.use !== 'guards' && used.use !== 'leaves' && !confided
  const added = mayAdd && tail && tail.key !== main.key ? tail : null
  const text = added ? `${main.text} ${added.text}` : main.text
  const said = { ...state.said }
  for (const part of [main, added]) if (part) said[part.key] = (said[part.key] ?? 0) + 1
  const reply: Reply = {
    who: id,
    text,
    manner: mannerOf(used, partner, stance),
    use: used.does === 'line' ? used.use : used.does,
    about: used.does === 'tell' ? used.about : used.does === 'disclose' ? used.held.about : null,
    depth: used.does === 'tell' ? used.depth : used.does === 'disclose' ? 3 : 0,
    disclosed: used.does === 'disclose' ? used.held.id : null,
    asserts: [...main.asserts, ...(added?.asserts ?? [])],
  }
  const partners = state.partners.map(one =>
    one.id === id
      ? { ...one, lastSaid: text, told: reply.disclosed ? [...one.told, reply.disclosed] : one.told }
      : one,
  )
  return {
    reply,
    state: {
      ...state,
      said,
      texts: [...state.texts, text, main.text],
      partners,
      memory: { ...state.memory, spokenLast: id },
    },
  }
}

/** What the people answer to a turn, in the order they speak. */
export const replyTo = (
  random: SeededRandom,
  model: RehearsalModel,
  couple: SimulatedCouple,
  before: SessionState,
  act: TraineeAct,
): { replies: Reply[]; state: SessionState } => {
  let state = before
  const replies: Reply[] = []
  const say = (id: string, intent: Intent) => {
    const spoken = speak(random, model, couple, state, id, intent)
    state = spoken.state
    replies.push(spoken.reply)
  }
  for (const { id, reacts } of whoReplies(random, couple, state, act)) {
    if (reacts === 'breaks-in') say(id, { does: 'line', use: 'breaks-in' })
    else say(id, chooseIntent(random, model, couple, state, act, id))
  }
  const opened = replies.find(({ depth }) => depth >= 2)
  const listener = state.partners.find(
    ({ id, heat }) =>
      opened && state.memory.alone === null && !replies.some(({ who }) => who === id) && heat < 0.6,
  )
  if (listener && random() < 0.45) say(listener.id, { does: 'line', use: 'softens' })
  return { replies, state }
}

/** The first words of the hour, before the trainee has said anything: the couple's own arriving. */
export const arrive = (
  random: SeededRandom,
  model: RehearsalModel,
  couple: SimulatedCouple,
  before: SessionState,
): { replies: Reply[]; state: SessionState } => {
  let state = before
  const replies: Reply[] = []
  for (const { id } of couple.people.slice(0, 2)) {
    const spoken = speak(random, model, couple, state, id, { does: 'line', use: 'arrives' })
    state = spoken.state
    replies.push(spoken.reply)
  }
  return { replies, state }
}
