import type { Model, SexualArea, SafetyQuestion } from '../model/schema.ts'

/**
 * What no order of work ever holds back: fear and coercion, pain, and what a doctor should hear of. By the ids of the
 * model, so that a clinician can see the whole list in one place.
 */
export const neverHeldBack = {
  /** Topics of the safety screen; the first question of each is for asking alone. */
  topics: ['fear', 'control', 'sexual-pressure'],
  /** Whole areas of the sexual map. */
  areas: ['pain'],
  /** Single questions of other areas, about health. */
  questions: ['erections.ask.3', 'clitoris-and-lubrication.ask.3'],
} as const

/** Whether a question of the sexual map may be asked whatever else waits. */
export const isNeverHeldBack = (area: string, question: string): boolean =>
  (neverHeldBack.areas as readonly string[]).includes(area) ||
  (neverHeldBack.questions as readonly string[]).includes(question)

/** The safety questions and the questions of the sexual map that are never held back, in that order. */
export const findNeverHeldBack = (
  model: Pick<Model, 'safety' | 'sexual'>,
): {
  safety: SafetyQuestion[]
  sexual: { area: SexualArea; question: SexualArea['questions'][number] }[]
} => ({
  safety: neverHeldBack.topics.flatMap(
    topic => model.safety.questions.find(question => question.topic === topic) ?? [],
  ),
  sexual: model.sexual.flatMap(area =>
    area.questions.filter(({ id }) => isNeverHeldBack(area.id, id)).map(question => ({ area, question })),
  ),
})
