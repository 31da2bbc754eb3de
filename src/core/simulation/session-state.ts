import type { SimulatedCouple, SimulatedPartner, SkillId } from '../model/couple-schema.ts'
import type { ElementId } from '../model/schema.ts'

/** What is being talked about: an element of intimacy, sex, danger, or nothing in particular. */
export type Topic = ElementId | 'sex' | 'safety' | null

/** Where the hour stands. It moves for cause only, never by the clock. */
export type Stage = 'arriving' | 'telling' | 'fighting' | 'opening' | 'working'

/** One simulated partner, as they stand now. Places run from 0 to 1. */
export interface PartnerState {
  id: string
  /** In the therapist. */
  trust: number
  heat: number
  openness: number
  /** How far they felt heard lately: it is earned by being heard and spent by opening up. */
  heard: number
  /** Ids of what they held back and have said. */
  told: string[]
  /** Turns since the therapist last spoke to them. */
  unaddressed: number
  /** What they said last, for hearing whether it was heard. */
  lastSaid: string
}

/** One thing seen of a skill in one turn. */
export interface Observation {
  skill: SkillId
  turn: number
  /** 0 to 1. */
  value: number
}

/** What the trainee did that stays true for the hour. */
export interface SessionMemory {
  /** Elements that somebody has told about beyond complaint. */
  foundations: ElementId[]
  topic: Topic
  /** Whether a partner brought up sex. */
  sexRaised: boolean
  /** Who said "intimate" for sex and was not yet offered the plain word or asked. */
  misused: string[]
  /** Told that each is seen alone. */
  announcedAlone: boolean
  /** Whom the therapist is seeing alone now, by id. */
  alone: string | null
  screened: string[]
  consulted: boolean
  /** Turn in which a sign of danger was first shown, if it was. */
  signAt: number | null
  /** Who spoke last; null before anybody did. */
  spokenLast: string | null
  /** The last turn's misstep, which can be repaired. */
  misstep: boolean
  questionsInARow: number
  /** How often each was spoken to, lately weighing more. */
  spokenTo: Record<string, number>
}

/** The whole of a rehearsal at one turn: a pure value, so that any turn can be gone back to. */
export interface SessionState {
  turn: number
  stage: Stage
  partners: PartnerState[]
  memory: SessionMemory
  observations: Observation[]
  /** Lines already said, by place in the data, with how often. */
  said: Record<string, number>
  /** Texts already said, so that nobody repeats one. */
  texts: string[]
}

/** The person of that id in the couple's data. There is always one. */
export const personOf = (couple: SimulatedCouple, id: string): SimulatedPartner =>
  couple.people.find(person => person.id === id) as SimulatedPartner

/** How hard somebody is to reach at each difficulty: what trust it takes before openness rises. */
export const trustNeeded: Record<SimulatedCouple['difficulty'], number> = { 1: 0.3, 2: 0.35, 3: 0.4 }

/** The most that openness can rise in one turn, for any cause. */
export const OPENNESS_STEP = 0.06

/** The state before the trainee has said anything. */
export const beginSession = (couple: SimulatedCouple): SessionState => ({
  turn: 0,
  stage: 'arriving',
  partners: couple.people.map(({ id, start }) => ({
    id,
    ...start,
    heard: 0,
    told: [],
    unaddressed: 0,
    lastSaid: '',
  })),
  memory: {
    foundations: [],
    topic: null,
    sexRaised: false,
    misused: [],
    announcedAlone: false,
    alone: null,
    screened: [],
    consulted: false,
    signAt: null,
    spokenLast: null,
    misstep: false,
    questionsInARow: 0,
    spokenTo: {},
  },
  observations: [],
  said: {},
  texts: [],
})

/** Keeps a place between 0 and 1. */
export const clamp = (value: number): number => Math.min(1, Math.max(0, value))
