import type { CaseState } from '../case/case-state.ts'
import type { ElementId, Model } from '../model/schema.ts'

/** What was heard in sessions and bears on what to ask next: that it was heard, never how often. */
export type Heard =
  /** Something kept from a session speaks of the element as weak. */
  | { id: 'heard-weak'; element: ElementId }
  /** A fear was named. */
  | { id: 'heard-fear'; element: ElementId }
  /** A promise was heard that nobody has confirmed. */
  | { id: 'heard-promise'; element: ElementId }
  /** Advice was turned down. */
  | { id: 'heard-refusal'; element: ElementId }
  /** "Intimate" stood for sex where it was said. */
  | { id: 'heard-meaning'; element: null }

/** What the plan knows of the sessions of a case. */
export interface SessionKnowledge {
  /** Questions that were asked of everybody they are for. */
  asked: string[]
  /** In the order it stands in the model; each at most once for an element. */
  heard: Heard[]
}

/** The element that each kind of thing taken from a session bears on (*ours*, after the seed's elements). */
const bearsOn = { fear: 'existential', promise: 'commitments', refusal: 'power' } as const

/**
 * What the sessions of a case have to say to the plan. A question that is for each alone counts as asked once each of
 * the people was asked it. An accepted sign of danger has no say: it stands in `safety`, for the therapist alone, and
 * moves no order.
 */
export const heardInSessions = (
  model: Pick<Model, 'elements' | 'climate'>,
  state: Pick<CaseState, 'people' | 'asked' | 'findings' | 'promises' | 'advice'>,
): SessionKnowledge => {
  const alone = new Set<string>(model.climate.filter(({ group }) => group === 'order').map(({ id }) => id))
  const asked = Object.entries(state.asked)
    .filter(([question, { together, seats }]) =>
      alone.has(question)
        ? state.people.every(({ seat }) => seats.includes(seat))
        : together || state.people.every(({ seat }) => seats.includes(seat)),
    )
    .map(([question]) => question)
  const kept = state.findings.filter(({ finding }) => finding !== 'risk')
  const refused = state.advice.some(({ steps }) => steps.at(-1)?.step === 'refused')
  const heard: Heard[] = model.elements.flatMap(({ id: element }): Heard[] => [
    ...(kept.some(one => one.element === element && one.sign === 'weak')
      ? [{ id: 'heard-weak', element } as const]
      : []),
    ...(element === bearsOn.fear && kept.some(({ finding }) => finding === 'fear')
      ? [{ id: 'heard-fear', element } as const]
      : []),
    ...(element === bearsOn.promise && state.promises.length > 0
      ? [{ id: 'heard-promise', element } as const]
      : []),
    ...(element === bearsOn.refusal && refused ? [{ id: 'heard-refusal', element } as const] : []),
  ])
  const meantSex = kept.some(({ finding, sense }) => finding === 'intimacy' && sense === 'sex')
  return { asked, heard: meantSex ? [...heard, { id: 'heard-meaning', element: null }] : heard }
}
