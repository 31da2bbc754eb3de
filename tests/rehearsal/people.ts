import language from 'virtual:model/language'
import learned from 'virtual:model/rehearsal'
import { readTurns } from '../../src/core/language/read-turns.ts'
import type { SimulatedCouple } from '../../src/core/model/couple-schema.ts'
import { openRehearsal, type Rehearsal } from '../../src/core/simulation/take-turn.ts'
import type { ReadWords } from '../../src/core/simulation/trainee-act.ts'

export const { couples, rehearsal: model } = learned

const read: ReadWords = turns => readTurns(turns, language, { language: 'en' })

/** An hour with these people, by the real reader and the real rules. */
export const hourWith = (couple: SimulatedCouple, seed: number): Rehearsal =>
  openRehearsal(couple, model, read, seed)
