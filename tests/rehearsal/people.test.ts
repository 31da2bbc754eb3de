import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPENNESS_STEP } from '../../src/core/simulation/session-state.ts'
import { beginRehearsal, replayTurns, takeTurn } from '../../src/core/simulation/take-turn.ts'
import { couples, hourWith } from './people.ts'
import { otherHabits, playBot } from './play-bot.ts'

const couple = fc.constantFrom(...couples)
const seed = fc.integer({ min: 0, max: 2 ** 30 })
const pastedLecture = 'Intimacy rests on attunement, and attunement on regulation. '.repeat(30)
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '   ',
    'mm',
    'You are pathetic.',
    'asdkj qwlek zxmcn',
    pastedLecture,
    '?',
    '…',
    '🙂🙂',
    '"',
  ),
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

describe('simulated people', () => {
  it('are as many as ten couples or more, of several structures and all difficulties', () => {
    expect(couples.length).toBeGreaterThanOrEqual(10)
    expect(new Set(couples.map(({ structure }) => structure))).toEqual(new Set(['couple', 'three', 'one']))
    expect(new Set(couples.map(({ difficulty }) => difficulty))).toEqual(new Set([1, 2, 3]))
    expect(new Set(couples.flatMap(({ danger }) => danger?.shape ?? [])).size).toBeGreaterThanOrEqual(3)
  })

  it('answer whatever is typed, and something honest is said about it', () => {
    fc.assert(
      fc.property(couple, seed, fc.array(anyText, { minLength: 1, maxLength: 4 }), (people, dice, texts) => {
        for (const turn of replayTurns(hourWith(people, dice), texts)) {
          expect(turn.replies.length).toBeGreaterThan(0)
          for (const { text } of turn.replies) expect(text).toMatch(/\p{L}|…/u)
          for (const { text } of turn.replies) expect(text).not.toMatch(/[{}|]|undefined/)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are told what empty, rude, senseless and pasted words did', () => {
    const said = (text: string) =>
      replayTurns(hourWith(couples[0] as (typeof couples)[number], 5), [text])[0]?.feedback.map(
        ({ rule }) => rule,
      )
    expect(said('')).toContain('silence')
    expect(said('Shut up, you are pathetic.')).toContain('insults')
    expect(said('asdkj qwlek zxmcn wqpoe')).toContain('nonsense')
    expect(said(pastedLecture)).toContain('lectures')
  })

  it('do not give in: openness rises by no more than a step a turn, and only where somebody had been heard', () => {
    fc.assert(
      fc.property(
        couple,
        seed,
        fc.constantFrom('skilled', ...otherHabits),
        fc.constantFrom<('lines' | 'variants')[]>('lines', 'variants'),
        (people, dice, habit, wording) => {
          const { start, turns } = playBot(hourWith(people, dice), habit, 12, wording)
          let before = start
          for (const { state } of turns) {
            for (const now of state.partners) {
              const was = before.partners.find(({ id }) => id === now.id)
              const rise = now.openness - (was?.openness ?? 0)
              expect(rise).toBeLessThanOrEqual(OPENNESS_STEP + 1e-9)
              if (rise > 1e-9) expect(was?.heard).toBeGreaterThanOrEqual(0.4)
            }
            before = state
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('are no parrots: in thirty turns at most three in a hundred replies repeat an earlier one', () => {
    for (const habit of ['skilled', 'novice', 'silent', 'adviser', 'interrogator']) {
      let repeated = 0
      let all = 0
      for (const people of couples) {
        const said = new Set<string>()
        for (const { replies } of playBot(hourWith(people, 11), habit, 30).turns)
          for (const { who, text } of replies) {
            all++
            if (said.has(`${who} ${text}`)) repeated++
            said.add(`${who} ${text}`)
          }
      }
      expect(repeated / all > 0.03 ? [habit, repeated, all] : []).toEqual([])
    }
  })

  it('differ from one seed to another, and are the same for the same seed', () => {
    for (const people of couples) {
      const words = (dice: number) =>
        playBot(hourWith(people, dice), 'skilled', 6).turns.flatMap(({ replies }) =>
          replies.map(({ text }) => text),
        )
      expect(words(1)).toEqual(words(1))
      expect(words(1)).not.toEqual(words(2))
    }
  })

  it('can be gone back to at any turn', () => {
    const [people] = couples
    if (!people) throw new Error('no couple')
    const hour = hourWith(people, 3)
    const texts = [
      'What brings you here?',
      'It sounds lonely. What is that like?',
      'How do you ask for what you want?',
    ]
    const [first, second] = replayTurns(hour, texts)
    expect(takeTurn(hour, first?.state ?? beginRehearsal(hour).state, texts[1] as string)).toEqual(second)
  })
})
