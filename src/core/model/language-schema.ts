import * as z from 'zod'
import { sentenceKinds, therapistKinds, turnKinds } from '../language/reading.ts'
import { ElementIdSchema, OriginSchema, TextSchema } from './schema.ts'

/** The shape of `model/language/`: rules, kinds, lists of words and weights, as a clinician or a trainer writes them. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
const sentence = z.string().trim().min(1)
const patterns = z.array(z.string().trim().min(1)).default([])

/** Every kind of finding. */
export const FindingKindSchema = z.enum([...sentenceKinds, ...turnKinds, ...therapistKinds])
const sense = z.enum(['sex', 'closeness', 'affection', 'contrast', 'other', 'unclear'])
const language = z.enum(['en', 'fr'])
const speaker = z.enum(['partner', 'therapist', 'anyone'])
const sign = z.enum(['strong', 'weak']).nullable()
const share = z.number().min(0).max(1)

/** One rule. What each key means is said at `LanguageRule`. */
export const LanguageRuleSchema = z
  .strictObject({
    id,
    kind: FindingKindSchema,
    language,
    element: ElementIdSchema.nullable(),
    sign,
    pattern: z.array(z.string().trim().min(1)).min(1),
    unless: patterns,
    unlessBefore: patterns,
    unlessAfter: patterns,
    needs: patterns,
    only: z.enum(['question', 'statement']).nullable().default(null),
    speaker: speaker.optional(),
    gives: z.enum(['finding', 'signal']).default('finding'),
    confidence: share.nullable().default(null),
    sense: sense.nullable().default(null),
    origin: OriginSchema,
    source: z.string().min(1).optional(),
    reason: TextSchema,
    sayInstead: TextSchema.nullable(),
    /** Sentences that it must flag, and others that it must pass: its tests. Written for the project, copied from nobody. */
    flag: z.array(sentence).min(5),
    pass: z.array(sentence).min(5),
  })
  .refine(rule => rule.origin !== 'source' || rule.source !== undefined, {
    path: ['source'],
    message: 'origin is source: say which source it is',
  })
export type WrittenRule = z.infer<typeof LanguageRuleSchema>

/** How a kind is found. What each key means is said at `LanguageKind`. */
export const LanguageKindSchema = z.strictObject({
  id: FindingKindSchema,
  element: ElementIdSchema.nullable(),
  sign,
  by: z.enum(['rules', 'model', 'either']),
  threshold: share.default(0.5),
  confidence: share,
  quote: z.enum(['match', 'sentence']).default('sentence'),
  origin: OriginSchema,
  source: z.string().min(1).optional(),
  reason: TextSchema,
  sayInstead: TextSchema.nullable(),
  senses: z
    .partialRecord(sense, z.strictObject({ reason: TextSchema, sayInstead: TextSchema.nullable() }))
    .optional(),
})

/** A list of words that rules name as `@id`. */
export const WordListSchema = z.strictObject({
  id,
  language,
  /** What the words have in common. */
  about: z.string().min(1),
  origin: OriginSchema,
  source: z.string().min(1).optional(),
  words: z.array(z.string().regex(/^[\p{L}\p{N}']+$/u, 'one word, without spaces or hyphens')).min(1),
})

/** Written forms that stand for other words. */
export const WordFormsSchema = z.strictObject({
  language,
  forms: z.record(
    z.string().regex(/^[\p{L}\p{N}']+$/u, 'one written form'),
    z.string().regex(/^[\p{L}\p{N}']+( [\p{L}\p{N}']+){0,3}$/u, 'one to four words'),
  ),
})

/** A trained model. What each key means is said at `ModelWeights`. */
export const ModelWeightsSchema = z.strictObject({
  id,
  language,
  unit: z.enum(['sentence', 'turn', 'mention']),
  outputs: z.array(z.string().min(1)).min(1).max(120),
  link: z.enum(['logistic', 'softmax']),
  bias: z.array(z.number()),
  scale: z.array(z.number()),
  calibration: z.array(z.tuple([z.number(), z.number()])).min(1),
  perLength: z.number().min(1).optional(),
  features: z.string(),
  weights: z.string(),
})

/** Clusters of words learnt from text without labels: symbols such as `c:12` and their words, joined by spaces. */
export const WordClustersSchema = z.strictObject({
  language,
  clusters: z.record(z.string().regex(/^c:\d+$/), z.string().min(1)),
})
