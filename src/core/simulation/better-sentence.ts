import type { RehearsalRule, SimulatedCouple } from '../model/couple-schema.ts'
import { type SessionState, personOf } from './session-state.ts'
import type { TraineeAct } from './trainee-act.ts'

const firstQuestion = (text: string): string | null => text.match(/[^.?!]*\?/)?.[0]?.trim() ?? null
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const bare = (text: string) => text.trim().replace(/[.?!\s]+$/, '')

/** "Do you argue about money?" becomes "What happens when you argue about money?" */
const openUp = (text: string): string | null => {
  const question = firstQuestion(text)
  if (!question) return null
  const match =
    /\b(?:do|did|does) (you(?: both| two)?|they|he|she) (.+)\?$/i.exec(question) ??
    /\b(?:have) (you(?: both| two)?) (?:ever )?(.+)\?$/i.exec(question)
  if (match) {
    const [, who, rest] = match as unknown as [string, string, string]
    const inner = /^(feel|think|want|need|mean|believe)\b/i.exec(rest)?.[1]
    if (inner) return `What do ${who.toLowerCase()} ${inner.toLowerCase()}, when you look at it now?`
    return `What happens when ${who.toLowerCase()} ${lower(rest.replace(/^(?:ever|often|usually|always|still) /i, ''))}?`
  }
  const be = /\b(?:are|were|is|was) (you(?: both| two)?|it|that|this) (.+)\?$/i.exec(question)
  if (be)
    return `In what way ${/you/i.test(be[1] as string) ? 'are' : 'is'} ${(be[1] as string).toLowerCase()} ${(be[2] as string).replace(/^ever /i, '')}, and what is that like?`
  return null
}

/** "You should plan one evening" becomes a question that leaves the choice with them. */
const askInstead = (text: string): string | null => {
  const match =
    /\b(?:you(?: both| two)? (?:should|need to|have to|must|ought to|could)|why don't you|try to|try|i(?:'d| would) (?:suggest|recommend|advise)(?: that)?(?: you)?)\s+(.+?)(?:[.?!]|$)/i.exec(
      text.replace(/[’‘]/g, "'"),
    )
  if (!match) return null
  return `What happens when you think of it: to ${lower(bare(match[1] as string)).replace(/^to /, '')}? What would make it easy, and what would get in the way?`
}

const plainWord = (text: string): string | null => {
  const changed = text
    .replace(/\b(?:be|being|been|get|getting) intimate\b/gi, match =>
      /ing/i.test(match.split(' ')[0] as string) ? 'having sex' : 'have sex',
    )
    .replace(/\b(?:physical |sexual )?intimacy\b/gi, 'sex')
    .replace(/\bintimate\b/gi, 'sexual')
  return changed === text ? null : changed
}

/** The sentence of what somebody said that has most to be taken up: no question, no gesture, no mere yes; or null. */
const tellingPart = (said: string): string | null => {
  const length = (text: string) => text.split(' ').length
  const parts = said
    .split(/(?<=[.?])\s/)
    .filter(
      part => !/[?()…]/.test(part) && !/^(?:yes|no|yeah|okay|fine|oh)\b/i.test(part) && length(part) > 3,
    )
  return parts.toSorted((a, b) => length(b) - length(a))[0] ?? null
}

const people = (couple: SimulatedCouple, ids: string[]) => ids.map(id => personOf(couple, id).name)

/**
 * A better sentence made of the trainee's own, in English as the rehearsal is, or null where theirs gives nothing to build on.
 * Never a model answer for its own sake: it keeps their subject and their words as far as it can.
 */
export const betterSentence = (
  how: RehearsalRule['better'],
  couple: SimulatedCouple,
  state: SessionState,
  act: TraineeAct,
): string | null => {
  const { text } = act
  const everyone = couple.people.map(({ name }) => name)
  const spoken = people(couple, act.addressed)
  const others = everyone.filter(name => !spoken.includes(name))
  switch (how) {
    case 'none':
      return null
    case 'open-up':
      return openUp(text)
    case 'ask-instead':
      return askInstead(text)
    case 'plain-word':
      return plainWord(text)
    case 'see-conduct': {
      const label =
        /\b(?:is|are|'re|'s|being|such) (?:a |an |the |so |just |being |very |quite |clearly |obviously |really |such )*([a-z-]+(?: (?:man|woman|husband|wife|wheel|couple|type))?)/i.exec(
          text,
        )?.[1]
      return label
        ? `Leaving the word “${label}” aside: what happened the last time, that anybody could have seen?`
        : `What exactly happened, the last time?`
    }
    case 'turn-to-both': {
      const [other] = others.length ? others : everyone.slice(1)
      const question = firstQuestion(text)
      if (!other) return null
      const judges = /\b(?:wrong|right|fault|problem|blame|unfair|let)\b/i.test(question ?? '')
      return question && !judges
        ? `${question} And ${other}, how is it for you?`
        : `I would like to hear ${everyone.length > 2 ? 'all' : 'both'} of you on this. ${spoken[0] ?? everyone[0]}, how is it for you? And ${other}, for you?`
    }
    case 'foundation':
      return 'Before we go into that: how do the two of you talk about what you each want, and what happens when one of you says no?'
    case 'reflect': {
      const last = state.partners.find(({ id }) => id === state.memory.spokenLast)
      const piece = last ? tellingPart(last.lastSaid) : null
      const name = last ? personOf(couple, last.id).name : ''
      if (!piece) return null
      const own = act.marks.has('open') && !act.marks.has('insults') ? firstQuestion(text) : null
      return `${name}, let me see if I have this: “${bare(piece)}”. ${own ? upper(own) : 'What is that like for you?'}`
    }
    case 'slow-down':
      return `Let me slow us down. I would like to hear ${everyone[0]} to the end, and then ${everyone[1] ?? everyone[0]}.`
    case 'one-question': {
      const question = firstQuestion(text)
      const first = question?.replace(
        /,? and (?:who|what|how|when|where|why|do|does|did|are|is|would|could)\b.*$/i,
        '?',
      )
      return first && first !== text.trim() && first.length > 8 ? upper(first) : null
    }
    case 'alone':
      return couple.people.length > 1
        ? 'As I do with everybody, I see each of you alone for a while before we go on. I would like to do that next.'
        : 'I would like to ask some questions that I ask everybody, about how safe things are for you.'
  }
}
