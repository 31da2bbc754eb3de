import type { Academy } from '../../core/model/compile-academy.ts'
import type { Reading, Turn } from '../../core/language/reading.ts'
import type { SimulatedCouple } from '../../core/model/couple-schema.ts'
import type { Rehearsal } from '../../core/simulation/take-turn.ts'

/** Couples to rehearse with, the rules of a rehearsal, and the reader of what is typed. */
export interface RehearsalParts extends Pick<Academy, 'couples' | 'rehearsal'> {
  read(turns: Turn[], language: 'en' | 'fr'): Reading
  open(couple: SimulatedCouple, difficulty: number, seed: number): Rehearsal
}

let loading: Promise<RehearsalParts> | null = null

const load = async (): Promise<RehearsalParts> => {
  const [{ readTurns }, { default: language }, { default: learned }, { openRehearsal }] = await Promise.all([
    import('../../core/language/read-turns.ts'),
    import('virtual:model/language'),
    import('virtual:model/rehearsal'),
    import('../../core/simulation/take-turn.ts'),
  ])
  return {
    ...learned,
    read: (turns, spoken) => readTurns(turns, language, { language: spoken }),
    // The people speak English, and are spoken to in it.
    open: (couple, difficulty, seed) =>
      openRehearsal(
        { ...couple, difficulty: difficulty as SimulatedCouple['difficulty'] },
        learned.rehearsal,
        turns => readTurns(turns, language, { language: 'en' }),
        seed,
      ),
  }
}

/** Fetches everything that a rehearsal needs, once, and only where somebody types. */
export const loadRehearsal = (): Promise<RehearsalParts> => {
  loading ??= load().catch(error => {
    loading = null
    throw error
  })
  return loading
}
