import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryWorld } from '../../src/cli/memory-world.ts'
import type { AnswerValue } from '../../src/core/case/entry-kind.ts'
import { storeTurns } from '../../src/core/case/stored-transcript.ts'
import { fromText, toBase64Url } from '../../src/core/journal/bytes.ts'
import { sealToRecipient } from '../../src/vault/age-box.ts'
import type { PartnerVault } from '../../src/vault/partner-vault.types.ts'
import type { OpenCase } from '../../src/vault/therapist-vault.types.ts'
import { loadDice, swapDice } from '../support/play-dice.ts'
import {
  insideSeat,
  plainCase,
  playPartner,
  playTherapist,
  setStage,
  settle,
  type Stage,
} from '../support/play-stage.ts'

const at = '2026-11-23T09:00:00.000Z'
let putBack: () => void
beforeAll(() => {
  putBack = swapDice()
})
afterAll(() => putBack())

type SafetyAnswers = Record<string, string | null>
/** What the first partner does; the script around it is the same in every play. */
interface Variant {
  name: string
  answers: AnswerValue[]
  safety: SafetyAnswers
  pauses?: boolean
  ownNotes?: number
  leaves?: boolean
}

const questions = [
  'fear',
  'control',
  'violence',
  'strangulation',
  'weapons',
  'pressure',
  'watched',
  'suicide',
  'child',
]
const everySafety = (answer: string | null, words: string | null): SafetyAnswers =>
  Object.fromEntries([...questions.map(id => [id, answer]), ['contact.words', words]])

const variants: Variant[] = [
  { name: 'a clear sheet', answers: [4, 4, 5], safety: everySafety('never', null) },
  { name: 'every answer concerning', answers: [1, 1, 1], safety: everySafety('often', 'he reads my phone') },
  { name: 'all left out', answers: [null, null, null], safety: everySafety(null, null) },
  {
    name: 'many words',
    answers: Array.from({ length: 24 }, (_, i) => `${i} `.repeat(600)),
    safety: everySafety('sometimes', 'w'.repeat(800)),
  },
  { name: 'no answers at all', answers: [], safety: everySafety('never', null) },
  {
    name: 'a pause, notes to oneself and a leaving',
    answers: [2],
    safety: everySafety('often', '怖'.repeat(800)),
    pauses: true,
    ownNotes: 7,
    leaves: true,
  },
]

/** What an eye on a device's wire sees: in which order what was asked, and how much each request and reply was. */
const watch = (world: MemoryWorld) => {
  const asked: string[] = []
  const { transport } = world
  world.transport = request => {
    asked.push(`${request.method} ${request.path}`)
    return transport(request)
  }
  // Requests that are on their way at once may come back in any order.
  return () => ({ asked, sizes: world.requests.map(request => JSON.stringify(request)).sort() })
}
/** What an eye on a device's store sees without a key: the names of what is kept, made nameless, and their sizes. */
const keptOf = (world: MemoryWorld) =>
  [...world.kept]
    .map(([key, bytes]) => `${key.replaceAll(/[A-Za-z0-9_-]{43}/g, 'hash')} ${bytes.length}`)
    .sort()

/** A faulty world to see that the play would notice: what happens beside the script. */
type Fault = (scene: { noor: PartnerVault; noorWorld: MemoryWorld; variant: Variant }) => Promise<void>

/** A transcript, and findings accepted from it: as many, as long and as grave as the first partner's play makes them. */
const readSession = async (made: OpenCase, { answers, safety }: Variant) => {
  const seat = made.seats[0]?.seat ?? ''
  const turns = answers.map(answer => ({ speaker: 0, text: String(answer), startMs: null }))
  const parts = storeTurns(turns)
  const head = {
    at,
    transcript: seat,
    session: null,
    from: 'recording',
    format: 'text',
    service: '',
  } as const
  await made.appendAll('notes', [
    {
      kind: 'transcript',
      ...head,
      speakers: [{ name: 'Kim', role: 'partner', who: seat }],
      heard: [seat],
      parts: parts.length,
    },
    ...parts.map((text, part) => ({
      kind: 'transcript-part' as const,
      at,
      transcript: seat,
      part,
      text,
    })),
  ])
  const taken = { at, item: seat, who: seat, session: null, source: null }
  for (const answer of answers)
    await made.append('record', { kind: 'promise-heard', ...taken, words: String(answer).slice(0, 20_000) })
  if (safety['fear'] === 'often')
    await made.append('safety', {
      kind: 'finding-accepted',
      ...taken,
      finding: 'risk',
      element: null,
      sign: null,
      sense: null,
      quote: 'quote',
      words: '',
    })
}

const playScript = async (variant: Variant, fault: Fault = async () => {}) => {
  const scene = (name: string) => loadDice(name)
  const stage: Stage = await setStage()
  try {
    scene('account')
    const therapist = await playTherapist(stage, 'Practice on the hill')
    scene('case')
    const made = await therapist.vault.createCase(plainCase)
    const theTherapistLooks = async () => {
      await made.refresh()
      await settle(made)
    }
    await settle(made)
    scene('first phone')
    const kim = await playPartner(stage, made, 0)
    scene('second phone')
    const noor = await playPartner(stage, made, 1)
    const trace = watch(noor.world)
    scene('the therapist looks')
    await theTherapistLooks()
    const looks: unknown[] = []
    const look = async () => {
      scene(`the second partner looks, ${looks.length}`)
      await settle(noor.vault)
      await noor.vault.refresh()
      looks.push({ state: noor.vault.state, faults: noor.vault.faults, sync: noor.vault.sync })
    }
    await look()

    scene('what the first partner does')
    for (const [i, value] of variant.answers.entries())
      await kim.vault.append('private', {
        kind: 'answer',
        at,
        instrument: 'intake@1',
        item: `item.${i}`,
        value,
      })
    for (let i = 0; i < (variant.ownNotes ?? 0); i++)
      await kim.vault.append('own', { kind: 'own-note', at, note: made.id, words: `note ${i}` })
    if (variant.pauses) await kim.vault.append('private', { kind: 'paused', at, paused: true })
    await settle(kim.vault)
    await kim.vault.refresh()
    await look()
    scene('the safety screen')
    await kim.vault.dropSafety(variant.safety)
    await kim.vault.append('private', { kind: 'finished', at, instrument: 'intake@1' })
    await settle(kim.vault)
    await kim.vault.refresh()
    await look()
    if (variant.leaves) await kim.vault.leave()
    await fault({ noor: noor.vault, noorWorld: noor.world, variant })

    scene('the therapist reads')
    await theTherapistLooks()
    for (const { drop } of made.state.safety) await made.append('safety', { kind: 'safety-opened', at, drop })
    await made.append('notes', { kind: 'note', at, note: made.id, words: `seen: ${variant.name}` })
    await theTherapistLooks()
    await look()
    scene('the therapist reads a session')
    await readSession(made, variant)
    await theTherapistLooks()
    await look()
    scene('the second partner answers')
    await noor.vault.append('private', {
      kind: 'answer',
      at,
      instrument: 'intake@1',
      item: 'item.1',
      value: 3,
    })
    await look()
    scene('joint')
    await made.append('shared', { kind: 'joint-opened', at, open: true })
    await theTherapistLooks()
    await look()
    return { trace: trace(), kept: keptOf(noor.world), looks: JSON.stringify(looks) }
  } finally {
    await stage.server.remove()
  }
}

describe('the other partner’s phone, with nothing released', () => {
  let first: Awaited<ReturnType<typeof playScript>>
  beforeAll(async () => {
    first = await playScript(variants[0] as Variant)
  })

  test('the script is worth comparing: requests, and something to see', () => {
    expect(first.trace.asked.length).toBeGreaterThan(9)
    expect(first.looks).toContain('"jointOpen":true')
  })
  test('played twice, it is the same to the byte', async () => {
    expect(await playScript(variants[0] as Variant)).toEqual(first)
  })
  test.each(variants.slice(1))('$name: every request, reply, size and state is the same', async variant => {
    const other = await playScript(variant)
    expect(other.trace).toEqual(first.trace)
    expect(other.kept).toEqual(first.kept)
    expect(other.looks).toBe(first.looks)
  })
  test.each<[string, Fault]>([
    [
      'a request that is made only after a concerning answer',
      async ({ noorWorld, noor, variant }) => {
        if (variant.safety['fear'] !== 'often') return
        await noorWorld.transport({ method: 'POST', path: '/api/seat/challenge', json: {}, seat: noor.seat })
      },
    ],
    [
      'an entry in the shared journal that says how far the other has got',
      async ({ noor, variant }) => {
        const answered = variant.answers.filter(answer => answer !== null).length
        await noor.append('shared', {
          kind: 'release',
          at,
          elements: {},
          meaning: '.'.repeat(answered * 1000),
        })
      },
    ],
  ])('planted: %s is noticed', async (_, fault) => {
    const [clear, concerning] = [variants[0], variants[1]] as [Variant, Variant]
    const one = await playScript({ ...clear, answers: [null] }, fault)
    const other = await playScript({ ...concerning, answers: [1, 1, 1] }, fault)
    expect(other).not.toEqual(one)
  })
})

describe('one’s own phone, for whoever looks at it or at its wire', () => {
  const stages: Stage[] = []
  afterAll(async () => {
    for (const stage of stages) await stage.server.remove()
  })
  /** From the screen's first question to the end, on a phone with the same past. */
  const playScreen = async (
    safety: SafetyAnswers,
    drop = (vault: PartnerVault, answers: SafetyAnswers) => vault.dropSafety(answers),
  ) => {
    const stage = await setStage()
    stages.push(stage)
    loadDice('the same past')
    const therapist = await playTherapist(stage, 'Practice on the hill')
    const made = await therapist.vault.createCase(plainCase)
    const { vault, world } = await playPartner(stage, made, 0)
    await vault.append('private', { kind: 'answer', at, instrument: 'intake@1', item: 'item.1', value: 3 })
    await vault.setPin('493817')
    await settle(vault)
    await vault.refresh()
    world.requests.length = 0
    const trace = watch(world)
    await drop(vault, safety)
    await settle(vault)
    await vault.append('private', { kind: 'finished', at, instrument: 'intake@1' })
    await settle(vault)
    await vault.refresh()
    return { trace: trace(), kept: keptOf(world), state: JSON.stringify(stripBox(vault)) }
  }
  /** All the open page can know, but for the sealed box itself, its name, and what is drawn from them. */
  const stripBox = ({ state }: PartnerVault) => ({
    ...state,
    safety: state.safety.map(({ box, drop, ...rest }) => ({ ...rest, box: box.length, drop: drop.length })),
  })

  let clear: Awaited<ReturnType<typeof playScreen>> | undefined

  test.each([
    ['every answer concerning', everySafety('often', 'he reads my phone')],
    ['all left out', everySafety(null, null)],
    ['many words in a script of three bytes a letter', everySafety('often', '怖'.repeat(800))],
    ['one answer only', { fear: 'often' }],
    ['no answer at all', {}],
  ])('%s: requests, sizes, what is kept and what is shown are those of a clear sheet', async (_, safety) => {
    clear ??= await playScreen(everySafety('never', null))
    expect(clear.trace.asked.length).toBeGreaterThan(2)
    expect(await playScreen(safety)).toEqual(clear)
  })

  test('planted: a drop that is not padded is noticed', async () => {
    const unpadded = async (vault: PartnerVault, answers: SafetyAnswers) => {
      const { recipient } = insideSeat(vault).therapist
      const box = toBase64Url(await sealToRecipient(recipient, fromText(JSON.stringify(answers))))
      await vault.append('private', { kind: 'drop', at, box })
    }
    const [nothing, concerning] = [
      await playScreen(everySafety('never', null), unpadded),
      await playScreen(everySafety('often', '怖'.repeat(800)), unpadded),
    ]
    expect(concerning.trace).not.toEqual(nothing.trace)
    expect(concerning.kept).not.toEqual(nothing.kept)
  })
  test('planted: a drop that is left out where nothing was disclosed is noticed', async () => {
    const onlyIfNeeded = async (vault: PartnerVault, answers: SafetyAnswers) => {
      if (answers['fear'] === 'often') await vault.dropSafety(answers)
    }
    const nothing = await playScreen(everySafety('never', null), onlyIfNeeded)
    expect(await playScreen(everySafety('often', null), onlyIfNeeded)).not.toEqual(nothing)
  })
})
