import * as z from 'zod'
import { ElementIdSchema, TextSchema } from './schema.ts'
import { skillIds } from './skill-ids.ts'

/**
 * The shape of a simulated couple and of the rules of a rehearsal (`model/couples/`, `model/rehearsal/`). Whom a trainee
 * meets is data: who they are, what they hold back and what earns it, and every line they can say with what it asserts.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
/** A place between nothing and all, 0 to 1. */
const share = z.number().min(0).max(1)
/** A change of a place in one turn. */
const step = z.number().min(-0.5).max(0.5)

/** How somebody keeps safe from what they came to talk about. Each has a file of lines, `model/rehearsal/stances/`. */
export const StanceIdSchema = z.enum([
  'pursues',
  'withdraws',
  'jokes',
  'explains',
  'appeases',
  'recruits',
  'asks-and-refuses',
])
export type StanceId = z.infer<typeof StanceIdSchema>

/** What a line is said in answer to, or for. */
export const LineUseSchema = z.enum([
  /** First words of the hour. */
  'arrives',
  /** Answers something said to nobody in particular, or moves nothing. */
  'guards',
  /** A short answer to a closed question. */
  'answers-short',
  /** After being heard. */
  'heard',
  /** Being told what to do. */
  'advised',
  /** The therapist takes this person's side, or the other's. */
  'sided-with',
  'sided-against',
  'labelled',
  'insulted',
  'left-in-silence',
  'puzzled',
  'lectured',
  'flattered',
  /** Asked for sexual detail before there is ground for it. */
  'asked-too-soon',
  /** One question too many, with nothing heard in between. */
  'questioned',
  /** Offered the plain word, or asked what "intimate" means to them. */
  'plain-word',
  /** Told that each is seen alone, as everybody is. */
  'seen-alone',
  /** Asked about fear or harm while the other sits beside them. */
  'screened-together',
  /** The talk is slowed down, or the therapist owns a slip. */
  'slowed',
  'repaired',
  /** Breaks in on the other in a heated moment. */
  'breaks-in',
  /** Answers something the other has just opened. */
  'softens',
  /** Says "intimate" for what it means to them. */
  'misuses',
  /** Wants the therapist to judge, or asks for advice. */
  'recruits',
  'asks-advice',
  /** Says goodbye. */
  'leaves',
])
export type LineUse = z.infer<typeof LineUseSchema>

/** Something a person says. `{a|b}` offers variants; `{other}` is the other person's name. */
export const LineSchema = z.union([
  z.string().min(2),
  z.strictObject({
    say: z.string().min(2),
    /** Ids of the facts it states. */
    asserts: z.array(id).default([]),
  }),
])
export type Line = z.infer<typeof LineSchema>

const LinesSchema = z.partialRecord(LineUseSchema, z.array(LineSchema).min(1))

/** What somebody can tell about one element, from guarded complaint (1) through what they feel (2) to what is tender (3). */
export const TellingSchema = z.strictObject({
  about: ElementIdSchema,
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  say: z.string().min(2),
  asserts: z.array(id).default([]),
})
export type Telling = z.infer<typeof TellingSchema>

/** Something held back until there is trust enough: easy things first, what formed the person late. */
export const HeldBackSchema = z.strictObject({
  id,
  /** The trust in the therapist it takes to say it. */
  trust: share,
  about: z.union([ElementIdSchema, z.literal('sex'), z.literal('safety')]),
  kind: z.enum(['fact', 'feeling', 'story', 'category', 'fear', 'secret']),
  /** Said alone only, never while the other listens. */
  alone: z.boolean().default(false),
  lines: z.array(LineSchema).min(2),
})
export type HeldBack = z.infer<typeof HeldBackSchema>

export const SimulatedPartnerSchema = z.strictObject({
  id,
  name: z.string().min(1),
  age: z.number().int().min(18),
  stance: StanceIdSchema,
  /** What they mean by "intimate". */
  intimate: z.enum(['sex', 'closeness', 'affection', 'getting-on', 'both']),
  /** What the trainee learns of this person after the hour. */
  underneath: TextSchema,
  start: z.strictObject({ trust: share, heat: share, openness: share }),
  /** How each element really is for them, 0 to 100. */
  elements: z.record(ElementIdSchema, z.number().min(0).max(100)),
  /** What is true of them, and the names, numbers and particular words that a line may only speak where it states that fact. */
  facts: z.array(z.strictObject({ id, is: z.string().min(2), words: z.array(z.string().min(1)) })),
  stories: z.array(z.string().min(2)).min(1),
  categories: z.array(z.string().min(2)).min(1),
  holdsBack: z.array(HeldBackSchema).min(3),
  tells: z.array(TellingSchema).min(14),
  lines: LinesSchema,
})
export type SimulatedPartner = z.infer<typeof SimulatedPartnerSchema>

/** A couple (or three people, or one who comes alone) to practise with. Invented; nobody real. */
export const SimulatedCoupleSchema = z.strictObject({
  id,
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  structure: z.enum(['couple', 'three', 'one']),
  title: TextSchema,
  /** What the trainee knows beforehand. */
  brief: TextSchema,
  people: z.array(SimulatedPartnerSchema).min(1).max(3),
  /** The name of a partner who does not come. */
  away: z.string().min(1).optional(),
  /** Danger that the brief does not name. `signs` are things held back, or facts, that show it. */
  danger: z.nullable(
    z.strictObject({
      shape: z.enum(['coercion', 'suicide', 'affair', 'violence']),
      person: id,
      signs: z.array(id).min(1),
      /** What the trainee reads after the hour: what the signs were and what the safe act is. */
      afterwards: TextSchema,
    }),
  ),
})
export type SimulatedCouple = z.infer<typeof SimulatedCoupleSchema>

/** One stance: how it resists in amount, content and manner, and lines that fit anybody who takes it. */
export const StanceSchema = z.strictObject({
  id: StanceIdSchema,
  name: TextSchema,
  /** Chance of answering with the stance in the place of content, before openness counts. */
  resists: share,
  /** How many sentences they say where they are guarded, and where they are open. */
  sentences: z.strictObject({ guarded: z.number().int().min(1), open: z.number().int().min(1) }),
  manner: z.string().min(2),
  lines: LinesSchema,
})
export type Stance = z.infer<typeof StanceSchema>

/** Words by which something that a trainee does is known. Patterns as in `core/simulation/cue-pattern.ts`. */
export const CueSchema = z.strictObject({
  id,
  patterns: z.array(z.string().min(2)).min(1),
  /** Its own tests: what shows it, and what looks like it and is not. */
  flag: z.array(z.string().min(2)).min(3),
  pass: z.array(z.string().min(2)).min(3),
})
export type Cue = z.infer<typeof CueSchema>

export const SkillIdSchema = z.enum(skillIds)
export type SkillId = z.infer<typeof SkillIdSchema>

const ChangeSchema = z.strictObject({
  trust: step.default(0),
  heat: step.default(0),
  /** Rises only where it is earned: the person was heard before, and trusts enough. */
  openness: step.default(0),
  heard: z.number().min(-1).max(1).default(0),
})
export type Change = z.infer<typeof ChangeSchema>

/** What something that the trainee did changes in the people, and what they are told about it. */
export const RehearsalRuleSchema = z.strictObject({
  id,
  /** What the trainee's turn did: all of these, and none of `without`. */
  when: z.array(id).min(1),
  without: z.array(id).default([]),
  change: z.strictObject({
    addressed: ChangeSchema.optional(),
    others: ChangeSchema.optional(),
    /** Where a side is taken: whoever is sided with, and the others. */
    favoured: ChangeSchema.optional(),
  }),
  skills: z.partialRecord(SkillIdSchema, share).default({}),
  /** Of several that hold, those of the highest weight are told. */
  weight: z.number().int().min(0).max(100),
  what: TextSchema,
  why: TextSchema,
  /** How the better sentence is made of the trainee's own. */
  better: z.enum([
    'none',
    'open-up',
    'ask-instead',
    'plain-word',
    'see-conduct',
    'turn-to-both',
    'foundation',
    'reflect',
    'slow-down',
    'one-question',
    'alone',
  ]),
})
export type RehearsalRule = z.infer<typeof RehearsalRuleSchema>

export const SkillSchema = z.strictObject({
  id: SkillIdSchema,
  name: TextSchema,
  line: TextSchema,
  tryNext: TextSchema,
  well: TextSchema,
})
export type Skill = z.infer<typeof SkillSchema>

/** Everything that a rehearsal needs beside the couples. */
export interface RehearsalModel {
  stances: Stance[]
  cues: Cue[]
  rules: RehearsalRule[]
  skills: Skill[]
}
