import type { KeptObservation } from '../../core/case/fold-own.ts'
import type { RehearsalTurn } from '../../core/simulation/take-turn.ts'

/** A change smaller than this is not worth a word. */
const TELLING = 0.015

/** What moved within one person in one turn. */
export interface InnerChange {
  who: string
  /** In words: what rose and what fell. */
  moved: ('trust-rose' | 'trust-fell' | 'heat-rose' | 'heat-fell' | 'opened' | 'closed')[]
  /** Ids of what they had held back and now said. */
  told: string[]
}

interface Standing {
  partners: { id: string; trust: number; heat: number; openness: number; told: string[] }[]
}

/** What a turn changed within each person: the state after it beside the one before. */
export const innerChanges = (before: Standing, after: Standing): InnerChange[] =>
  after.partners.map(now => {
    const then = before.partners.find(({ id }) => id === now.id) ?? now
    const moved: InnerChange['moved'] = []
    if (now.trust - then.trust >= TELLING) moved.push('trust-rose')
    if (then.trust - now.trust >= TELLING) moved.push('trust-fell')
    if (now.heat - then.heat >= TELLING) moved.push('heat-rose')
    if (then.heat - now.heat >= TELLING) moved.push('heat-fell')
    if (now.openness - then.openness >= TELLING) moved.push('opened')
    if (then.openness - now.openness >= TELLING) moved.push('closed')
    return { who: now.id, moved, told: now.told.filter(id => !then.told.includes(id)) }
  })

/** What an hour adds to the skills: of an hour that goes on from another, only what was said anew. */
export const observationsToKeep = (
  turns: readonly RehearsalTurn[],
  from: { turns: number } | null,
): KeptObservation[] =>
  (turns.at(-1)?.state.observations ?? [])
    .filter(({ turn }) => turn > (from?.turns ?? 0))
    .map(({ skill, turn, value }) => ({ skill, turn, value }))

/** How sure a skill's place is: below `few` observations nothing is said of it but how often it was seen. */
export const skillPhrase = (
  { value, band, n }: { value: number; band: number; n: number },
  few = 5,
): 'unseen' | 'too-few' | 'seldom' | 'sometimes' | 'often' | 'mostly' => {
  if (n === 0) return 'unseen'
  if (n < few || band > 0.35) return 'too-few'
  return value < 0.3 ? 'seldom' : value < 0.55 ? 'sometimes' : value < 0.75 ? 'often' : 'mostly'
}
