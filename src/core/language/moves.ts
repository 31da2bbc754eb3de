import type { LinearModel } from './linear-model.ts'
import { moveByRule, questionByRule } from './moves-by-rule.ts'
import type { ReadSession } from './read-session.ts'
import type { TurnReading } from './reading.ts'
import { factsOfTurns, type TurnFacts } from './turn-facts.ts'
import { TurnFeatures } from './turn-features.ts'

/** What a turn may do, in the order of the model's outputs. */
export const moveNames = ['question', 'reflection', 'input', 'other'] as const
export type Move = (typeof moveNames)[number]
export const questionNames = ['open', 'closed'] as const

/** How likely the model must find a question in a turn that does something else as well, for it to count as asking. */
const ALSO_ASKS = 0.2

/**
 * What each of the therapist's turns does, and whether what it asks is open or closed; partners' turns get an empty reading. By the models
 * `moves-en` and `questions-en` where they are built in, by a few rules (and in French always) where they aren't.
 */
export function readMoves(session: ReadSession): TurnReading[] {
  const { models, language } = session.language
  const facts = factsOfTurns(session)
  const features = new TurnFeatures(session, facts)
  const moves = models.get(`moves-${language}`)
  const questions = models.get(`questions-${language}`)
  return session.turns.map(({ turn }, index): TurnReading => {
    if (turn.role !== 'therapist') return {}
    const { move, asks } = moves
      ? moveByModel(moves, features, facts[index] as TurnFacts, index)
      : moveByRule(session, facts, index)
    if (!asks) return { move }
    if (!questions) return { move, question: questionByRule(session, index) }
    questions.begin()
    features.addQuestion(questions, index)
    return { move, question: questionNames[questions.best()] as (typeof questionNames)[number] }
  })
}

function moveByModel(
  model: LinearModel,
  features: TurnFeatures,
  facts: TurnFacts,
  index: number,
): { move: Move; asks: boolean } {
  if (facts.words.length === 0) return { move: 'other', asks: facts.asks > 0 }
  model.begin()
  features.addMove(model, index)
  const move = moveNames[model.best()] as Move
  return { move, asks: move === 'question' || facts.asks > 0 || model.confidence(0) >= ALSO_ASKS }
}
