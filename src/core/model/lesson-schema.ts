import * as z from 'zod'
import { ElementIdSchema, PassageSchema, TextSchema, OriginSchema } from './schema.ts'

/** The shape of lessons (`model/lessons/`) and drills (`model/drills/`): what a trainee reads, answers and practises. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** Two ways of saying one thing that differ in one point, so that the point can be seen. */
export const ExamplePairSchema = z.strictObject({
  situation: TextSchema,
  weak: TextSchema,
  strong: TextSchema,
  /** The one thing in which they differ. */
  differsIn: TextSchema,
  why: TextSchema,
})

/** A question that must be answered, in the trainee's own words, before the answer shows. */
export const LessonQuestionSchema = z.strictObject({ id, text: TextSchema, answer: TextSchema })

export const LessonSectionSchema = z.strictObject({
  id,
  heading: TextSchema,
  passages: z.array(PassageSchema).min(1),
})

/** One exchange of an annotated hour: what was said, and what it does. */
export const AnnotatedTurnSchema = z.strictObject({
  minute: z.number().int().min(0).max(90),
  who: z.enum(['therapist', 'a', 'b']),
  words: TextSchema,
  note: TextSchema.optional(),
})

/** A lesson of five to eight minutes. */
export const LessonSchema = z.strictObject({
  id,
  /** Where it stands among the lessons, from 1. */
  place: z.number().int().min(1),
  title: TextSchema,
  minutes: z.number().int().min(5).max(8),
  aim: TextSchema,
  /** Asked before anything is shown. */
  before: z.strictObject({ prompt: TextSchema, answer: z.enum(['list', 'words']) }),
  sections: z.array(LessonSectionSchema).min(2),
  pairs: z.array(ExamplePairSchema).min(1),
  questions: z.array(LessonQuestionSchema).min(1),
  /** Work on oneself that nobody else ever sees. */
  alone: z.array(z.strictObject({ id, prompt: TextSchema })).default([]),
  hour: z.array(AnnotatedTurnSchema).default([]),
  sources: z.array(z.string().min(3)).min(1),
  origin: OriginSchema,
})
export type Lesson = z.infer<typeof LessonSchema>

/** One card: something met in a session, and what to make of it. */
export const DrillCardSchema = z.strictObject({
  id,
  prompt: TextSchema,
  answer: z.discriminatedUnion('kind', [
    /** Choose one or more; all of `right` and none else. */
    z.strictObject({
      kind: z.literal('choice'),
      choices: z.array(z.strictObject({ id, text: TextSchema })).min(2),
      right: z.array(id).min(1),
    }),
    /** Type a sentence: it is read for what it does. */
    z.strictObject({
      kind: z.literal('words'),
      /** Kinds of finding, moves or cues that a good answer shows, at least one of them; and those that it should not. */
      shows: z.array(id).min(1),
      avoids: z.array(id).default([]),
      /** One sentence that would do. */
      example: TextSchema,
    }),
  ]),
  why: TextSchema,
  element: ElementIdSchema.optional(),
})
export type DrillCard = z.infer<typeof DrillCardSchema>

/** A drill: cards on one thing that needs to be fast. */
export const DrillSchema = z.strictObject({
  id,
  place: z.number().int().min(1),
  title: TextSchema,
  aim: TextSchema,
  cards: z.array(DrillCardSchema).min(30),
  origin: OriginSchema,
})
export type Drill = z.infer<typeof DrillSchema>
