import type { RehearsalModel, RehearsalRule, SimulatedCouple } from '../model/couple-schema.ts'
import type { Text } from '../model/schema.ts'
import { applyRules, rulesThatHold } from './apply-rules.ts'
import { betterSentence } from './better-sentence.ts'
import { observeSkills } from './observe-skills.ts'
import { rememberAct, rememberReplies } from './remember.ts'
import { arrive, type Reply, replyTo } from './reply.ts'
import { seededRandom } from './seeded-random.ts'
import { beginSession, type SessionState } from './session-state.ts'
import { stageAfter } from './stage-after.ts'
import { type CompiledCues, compileCues, type ReadWords, readAct, type TraineeAct } from './trainee-act.ts'

/** What the trainee's words did, why it matters, and a better sentence made of their own where there is one. */
export interface Feedback {
  rule: string
  what: Text
  why: Text
  better: string | null
}

/** One turn of a rehearsal: what was typed, what came back, what it did, and how the people stand after it. */
export interface RehearsalTurn {
  text: string
  replies: Reply[]
  feedback: Feedback[]
  state: SessionState
}

/** Everything that stays the same in a rehearsal. */
export interface Rehearsal {
  couple: SimulatedCouple
  model: RehearsalModel
  cues: CompiledCues
  read: ReadWords
  /** A whole number: the same seed and the same words give the same hour. */
  seed: number
}

/** At most this much is said of one turn. */
const FEEDBACK_PER_TURN = 3

export const openRehearsal = (
  couple: SimulatedCouple,
  model: RehearsalModel,
  read: ReadWords,
  seed: number,
): Rehearsal => ({ couple, model, cues: compileCues(model.cues), read, seed })

/** The first words of the hour and the state they leave. */
export const beginRehearsal = ({
  couple,
  model,
  seed,
}: Rehearsal): { replies: Reply[]; state: SessionState } =>
  arrive(seededRandom(seed), model, couple, beginSession(couple))

const feedbackOn = (
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
  rules: RehearsalRule[],
): Feedback[] =>
  rules.slice(0, FEEDBACK_PER_TURN).map(rule => ({
    rule: rule.id,
    what: rule.what,
    why: rule.why,
    better: betterSentence(rule.better, couple, state, act),
  }))

/** What the people answer to the trainee's words, and what those did. Pure: the dice follow from the seed and the turn. */
export const takeTurn = (rehearsal: Rehearsal, before: SessionState, text: string): RehearsalTurn => {
  const { couple, model, cues, read, seed } = rehearsal
  const turn = before.turn + 1
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn, 0x85ebca6b))
  const act = readAct(couple, cues, read, { ...before, turn }, text)
  const rules = rulesThatHold(model.rules, act)
  const observations = [...before.observations, ...observeSkills(couple, { ...before, turn }, act, rules)]
  const moved: SessionState = {
    ...before,
    turn,
    observations,
    partners: applyRules(couple, before, act, rules),
    memory: rememberAct(couple, before, act, rules),
  }
  const { replies, state } = replyTo(random, model, couple, moved, act)
  const remembered = { ...state, memory: rememberReplies(couple, state, replies) }
  const after = { ...remembered, stage: stageAfter(before.stage, remembered, act) }
  return { text, replies, feedback: feedbackOn(couple, before, act, rules), state: after }
}

/** A whole hour from what was typed: what a replay from any turn begins with. */
export const replayTurns = (rehearsal: Rehearsal, texts: readonly string[]): RehearsalTurn[] => {
  const turns: RehearsalTurn[] = []
  let { state } = beginRehearsal(rehearsal)
  for (const text of texts) {
    const turn = takeTurn(rehearsal, state, text)
    turns.push(turn)
    state = turn.state
  }
  return turns
}
