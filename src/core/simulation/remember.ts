import type { RehearsalRule, SimulatedCouple } from '../model/couple-schema.ts'
import { elementIds } from '../model/element-ids.ts'
import type { Reply } from './reply.ts'
import { personOf, type SessionMemory, type SessionState } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

/** Whom the trainee sees alone after this turn: a person named where each is told of it, until all are called back. */
const aloneAfter = (couple: SimulatedCouple, before: string | null, act: TraineeAct): string | null => {
  if (couple.people.length === 1) return null
  if (act.marks.has('brings-together')) return null
  if (!act.marks.has('meets-alone') && before === null) return null
  // Whoever is named first begins: the other is named to wait.
  const placeOf = (name: string) => act.text.search(new RegExp(`\\b${name}\\b`, 'i'))
  const named = couple.people
    .filter(({ name }) => placeOf(name) >= 0)
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
  if (act.marks.has('meets-alone') && named.length > 0)
    return act.marks.has('meets-alone-now') || named.length === 1 ? (named[0]?.id ?? null) : before
  return before
}

/** What shows that a question was not merely one more. */
const takesUp = ['reflects', 'hears', 'validates', 'owns-slip', 'names-pattern', 'meets-alone']

/** What the hour remembers of what the trainee just did, before the people answer. */
export const rememberAct = (
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
  rules: RehearsalRule[],
): SessionMemory => {
  const { memory } = state
  const { marks } = act
  const alone = aloneAfter(couple, memory.alone, act)
  const asked = marks.has('asks-meaning') || marks.has('offers-plain-word')
  return {
    ...memory,
    topic: act.topic,
    misused: asked ? [] : memory.misused,
    announcedAlone: memory.announcedAlone || marks.has('meets-alone'),
    alone,
    screened:
      memory.alone && marks.has('screens')
        ? [...new Set([...memory.screened, memory.alone])]
        : memory.screened,
    consulted: memory.consulted || marks.has('consults'),
    misstep: rules.some(({ change }) =>
      [change.addressed, change.others, change.favoured].some(one => (one?.trust ?? 0) < 0),
    ),
    questionsInARow:
      marks.has('question') && !takesUp.some(mark => marks.has(mark)) ? memory.questionsInARow + 1 : 0,
    spokenTo: Object.fromEntries(
      couple.people.map(({ id }) => [
        id,
        (memory.spokenTo[id] ?? 0) * 0.85 +
          (act.addressed.includes(id) && act.words > 0 ? 1 / act.addressed.length : 0),
      ]),
    ),
  }
}

/** What the hour remembers of what the people just said. */
export const rememberReplies = (
  couple: SimulatedCouple,
  state: SessionState,
  replies: Reply[],
): SessionMemory => {
  const { memory, turn } = state
  const told = replies
    .filter(({ depth }) => depth >= 2)
    .flatMap(({ about }) => elementIds.filter(element => element === about))
  const misused = replies
    .filter(({ use, who }) => use === 'misuses' && personOf(couple, who).intimate === 'sex')
    .map(({ who }) => who)
  const signs = new Set(couple.danger?.signs ?? [])
  const shown = replies.some(
    ({ disclosed, asserts }) =>
      (disclosed !== null && signs.has(disclosed)) || asserts.some(fact => signs.has(fact)),
  )
  return {
    ...memory,
    foundations: [...new Set([...memory.foundations, ...told])],
    sexRaised:
      memory.sexRaised ||
      replies.some(
        ({ about, text }) => about === 'sex' || /\b(?:sex|make love|sleep together)\b/i.test(text),
      ),
    misused: [...new Set([...memory.misused, ...misused])],
    signAt: memory.signAt ?? (shown ? turn : null),
  }
}
