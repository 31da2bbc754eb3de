import * as z from 'zod'
import { elementIds } from './element-ids.ts'

/**
 * The shape of the clinical model as data (`model/`): what a clinician may write in its files, and the type every
 * surface reads. Refusals name the file, the place in it, the cause and the mend (`compile-model.ts`).
 */

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/,
    'use lower-case words joined by hyphens or dots',
  )

/** A sentence or phrase in both languages of the product. */
export const TextSchema = z.strictObject({ en: z.string().trim().min(1), fr: z.string().trim().min(1) })
export type Text = z.infer<typeof TextSchema>

/** Where an idea comes from: the seed document, a cited source, or a design choice of ours. */
export const OriginSchema = z.enum(['seed', 'source', 'ours'])
export type Origin = z.infer<typeof OriginSchema>
/** The mark every idea carries: its origin and, where that is `source`, the citation. */
const marked = { origin: OriginSchema, source: z.string().min(1).optional() }

export const ElementIdSchema = z.enum(elementIds)
export type ElementId = z.infer<typeof ElementIdSchema>

/** Whom an item is about: the person answering, a named other person, or the people together. */
export const FacetSchema = z.enum(['self', 'other', 'us'])
export type Facet = z.infer<typeof FacetSchema>

/** One five-point item. `{name}` in the text stands for the other person's name as the case uses it. */
export const ItemSchema = z.strictObject({
  id,
  facet: FacetSchema,
  reversed: z.boolean(),
  text: TextSchema,
  serves: z.string().min(1),
  ...marked,
})
export type Item = z.infer<typeof ItemSchema>

export const PassageSchema = z.strictObject({ text: TextSchema, ...marked })
export const QuestionSchema = z.strictObject({ id, text: TextSchema, ...marked })

/** One of the seven elements of intimacy. */
export const ElementSchema = z.strictObject({
  id: ElementIdSchema,
  name: TextSchema,
  /** One line in plain words, shown under the name. */
  line: TextSchema,
  /** The question underneath. */
  question: TextSchema,
  meaning: PassageSchema,
  strong: PassageSchema,
  weak: PassageSchema,
  /** Other readings always shown beside the weak picture: culture, safety, illness, attention, work hours. */
  otherReadings: z.array(PassageSchema).min(1),
  items: z.array(ItemSchema).length(6),
  /** Open questions for the therapist to ask; the first is the one the blueprint offers. */
  interview: z.array(QuestionSchema).min(4),
  /** A small exercise the couple may try. */
  exercise: PassageSchema,
  ...marked,
})
export type Element = z.infer<typeof ElementSchema>

/** One of the eight climate areas, or the three asked early of each alone (mistrust, selfishness, manipulation). */
export const ClimateAreaSchema = z.strictObject({
  id,
  name: TextSchema,
  /** The question as a therapist would say it. */
  voice: TextSchema,
  /** A five-point item about how things are; its id is the area's id with `climate.` before it. */
  item: z.strictObject({ id, reversed: z.boolean(), text: TextSchema, serves: z.string().min(1), ...marked }),
  elements: z.array(ElementIdSchema).min(1),
  /** Where it stands among the areas, from 1. */
  place: z.number().int().min(1),
  /** `climate` for the eight areas, `order` for the three that make the order of work matter. */
  group: z.enum(['climate', 'order']),
  ...marked,
})
export type ClimateArea = z.infer<typeof ClimateAreaSchema>

/** Names the version of the intake: a change to anything a person answers asks for the next number. */
export const IntakeSchema = z.strictObject({ version: z.templateLiteral(['intake@', z.int().positive()]) })

/** The five answers of the scale, from 1 to 5, and the two ends as the blueprint names them. */
export const ScaleSchema = z.strictObject({
  labels: z.array(TextSchema).length(5),
  ends: z.strictObject({ low: TextSchema, high: TextSchema }),
})

export type Scale = z.infer<typeof ScaleSchema>

export const ChoiceSchema = z.strictObject({ id, text: TextSchema })
/** The card that asks what "more intimate" means to the person answering. */
export const MeaningCardSchema = z.strictObject({
  id: z.literal('meaning'),
  question: TextSchema,
  choices: z.array(ChoiceSchema).min(4),
  /** Asks for the person's own words; its answer's item id is `meaning.words`. */
  words: TextSchema,
  ...marked,
})
export type MeaningCard = z.infer<typeof MeaningCardSchema>

/** One question of the safety screen. `choices` are single-choice; `concern` lists the choices that want the therapist's attention. */
export const SafetyQuestionSchema = z.strictObject({
  id,
  topic: id,
  text: TextSchema,
  choices: z.array(ChoiceSchema).min(2),
  concern: z.array(id),
  /** True where the question is how to be contacted safely, or free words. */
  words: z.boolean().default(false),
  ...marked,
})
export type SafetyQuestion = z.infer<typeof SafetyQuestionSchema>

export const SafetyScreenSchema = z.strictObject({
  version: z.string().regex(/^safety@\d+$/, 'reads safety@ and a number'),
  intro: TextSchema,
  /** Said to everybody afterwards, whatever they answered. */
  helpForAll: TextSchema,
  /** How a clear result reads to the therapist: never "safe". */
  clear: TextSchema,
  reviewed: TextSchema,
  questions: z.array(SafetyQuestionSchema).min(10),
})
export type SafetyScreen = z.infer<typeof SafetyScreenSchema>

/** One area of the sexual map, opened by the therapist at any time. */
export const SexualAreaSchema = z.strictObject({
  id,
  name: TextSchema,
  questions: z.array(QuestionSchema).min(1),
  ...marked,
})
export type SexualArea = z.infer<typeof SexualAreaSchema>

/** How a therapist treats what one partner tells alone. */
export const SecretsPolicySchema = z.strictObject({
  id: z.enum(['none-kept', 'discretion', 'kept']),
  version: z.string().regex(/^(none-kept|discretion|kept)@\d+$/, 'reads the id, @ and a number'),
  name: TextSchema,
  therapist: TextSchema,
  partner: TextSchema,
  ...marked,
})
export type SecretsPolicy = z.infer<typeof SecretsPolicySchema>

/**
 * Where the therapist practises: age of majority and legal limits of confidentiality, in plain words. `checked` is the day
 * somebody compared every sentence with the law it names; where it is absent, pages say so (`unreviewed` of the consent).
 */
export const JurisdictionSchema = z.strictObject({
  id,
  name: TextSchema,
  adultAge: z.number().int().min(16).max(21),
  limits: z.array(TextSchema).min(1),
  ...marked,
  checked: z.iso.date().optional(),
})
export type Jurisdiction = z.infer<typeof JurisdictionSchema>

/** The consent a partner signs. `{readers}`, `{policy}`, `{limits}` and `{age}` are filled in by the page. */
export const ConsentSchema = z.strictObject({
  version: z.string().regex(/^consent@\d+$/, 'reads consent@ and a number'),
  title: TextSchema,
  points: z.array(z.strictObject({ id, text: TextSchema })).min(5),
  agree: TextSchema,
  /** Said wherever the limits of a jurisdiction are shown that nobody has compared with its law. */
  unreviewed: TextSchema,
  ...marked,
})
export type Consent = z.infer<typeof ConsentSchema>

/**
 * A helpline: data with its source and the date on which name and number were compared with that source (the file's head
 * says how); one without both is never shown.
 */
export const HelplineSchema = z.strictObject({
  id,
  /** Jurisdiction ids it serves; `any` for all. */
  where: z.array(z.string()).min(1),
  name: TextSchema,
  what: TextSchema,
  phone: z.string().optional(),
  text: z.string().optional(),
  url: z.string().optional(),
  source: z.string().optional(),
  checked: z.iso.date().optional(),
})
export type Helpline = z.infer<typeof HelplineSchema>

/** The vocabulary: the plain word offered beside the one that hides it. */
export const TermSchema = z.strictObject({
  id,
  term: TextSchema,
  use: TextSchema,
  instead: TextSchema.optional(),
  ...marked,
})

export type Term = z.infer<typeof TermSchema>

/** The whole model after checking: the one bundle that every surface loads. */
export interface Model {
  /** The version of everything that is answered in the intake: `intake@1`. */
  instrument: `intake@${number}`
  elements: Element[]
  climate: ClimateArea[]
  scale: Scale
  meaning: MeaningCard
  safety: SafetyScreen
  sexual: SexualArea[]
  policies: SecretsPolicy[]
  jurisdictions: Jurisdiction[]
  consent: Consent
  /** Only helplines with a source and a date. */
  helplines: Helpline[]
  vocabulary: Term[]
}

type Asked<T> = Omit<T, 'serves' | keyof typeof marked>

/**
 * What a partner's page needs of the model, and nothing of the therapist's side: no strong or weak pictures, and no
 * `concern` on a safety question, so that the page cannot behave differently because of an answer.
 */
export interface PartnerModel
  extends Pick<Model, 'instrument' | 'scale' | 'meaning' | 'consent' | 'jurisdictions' | 'helplines'> {
  elements: (Pick<Element, 'id' | 'name' | 'line'> & { items: Asked<Item>[] })[]
  climate: (Pick<ClimateArea, 'id' | 'name' | 'group'> & { item: Asked<ClimateArea['item']> })[]
  policies: Omit<Asked<SecretsPolicy>, 'therapist'>[]
  safety: Omit<SafetyScreen, 'clear' | 'questions'> & { questions: Omit<Asked<SafetyQuestion>, 'concern'>[] }
}
