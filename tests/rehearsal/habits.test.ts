import { describe, expect, it } from 'vitest'
import { couples, hourWith } from './people.ts'
import { aucOf, otherHabits, playBot } from './play-bot.ts'

const nightly = process.env.GROUNDWORK_NIGHTLY === '1'
/** By night the whole; by day a sample of it. */
const seeds = Array.from({ length: nightly ? 100 : 2 }, (_, index) => index + 1)
/** Somebody who is told apart in an hour's beginning is told apart in an hour. */
const TURNS = 12

type Wording = 'lines' | 'variants'

const play = (habit: string, turns: number, wording: Wording) =>
  couples.flatMap(couple =>
    seeds.map(seed => ({ couple, ...playBot(hourWith(couple, seed), habit, turns, wording) })),
  )

describe.each<Wording>(['lines', 'variants'])('trainees, in the words of %s', wording => {
  const skilled = play('skilled', TURNS, wording)

  it.each(otherHabits)('are told apart: skilled, and %s', habit => {
    const others = play(habit, TURNS, wording)
    const auc = aucOf(
      skilled.map(({ mean }) => mean),
      others.map(({ mean }) => mean),
    )
    expect(auc).toBeGreaterThanOrEqual(0.95)
    const opened = others.filter(({ couple, opened: by }) => couple.danger === null && by > 0)
    expect(opened.length / others.length).toBeLessThanOrEqual(0.02)
  })

  it('who are skilled end with people more open than they began', () => {
    const ended = play('skilled', 20, wording)
    const closed = ended.filter(({ opened }) => opened <= 0).map(({ couple }) => couple.id)
    // Named, so that a failure says with whom.
    expect(closed.length / ended.length > 0.02 ? closed : []).toEqual([])
  })
})
