import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryBody, JournalKind } from '../../src/core/case/entry-kind.ts'
import { verifyJournals } from '../../src/records/verify-journals.ts'
import { type TestServer, startTestServer } from '../support/test-server.ts'
import { type Device, type Practice, makeDevices, openPractice } from './devices.ts'

let server: TestServer
let practice: Practice
beforeAll(async () => {
  server = await startTestServer()
  practice = await openPractice(server)
})
afterAll(() => server.remove())

const at = '2026-11-23T09:00:00.000Z'
const names = ['first browser', 'second browser', 'Kim, first phone', 'Kim, second phone', 'Noor'] as const

/** What happens to one device. `lose`: the server acts, and so many replies never arrive. */
type Act = 'append' | 'refresh' | 'reload' | 'offline' | 'online' | 'lose'
interface Step {
  device: number
  act: Act
  /** Which of its journals an append is for. */
  journal: number
  /** Whether the next step begins while this one is still going on. */
  together: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(names.length - 1),
  act: fc.constantFrom<Act>(
    'append',
    'append',
    'append',
    'refresh',
    'refresh',
    'reload',
    'offline',
    'online',
    'lose',
  ),
  journal: fc.nat(2),
  together: fc.boolean(),
})

/** A body that says which append it was; what it says in its kind decides what a fold makes of it. */
const bodyOf = (kind: JournalKind, number: number): EntryBody => {
  const mark = `mark-${number}`
  const bodies: Record<JournalKind, EntryBody> = {
    record: { kind: 'case-named', at, name: mark },
    notes: { kind: 'note', at, note: String(number % 3).padStart(22, 'A'), words: mark },
    safety: { kind: 'safety-opened', at, drop: 'A'.repeat(43) },
    private: {
      kind: 'answer',
      at,
      instrument: 'intake@1',
      item: `values.us.${number}`,
      value: (number % 5) + 1,
    },
    own: { kind: 'own-note', at, note: String(number % 3).padStart(22, 'A'), words: mark },
    shared: { kind: 'release', at, elements: {}, meaning: mark },
  }
  return bodies[kind]
}

interface Written {
  journal: JournalKind
  body: string
  by: string
}

const play = async (steps: Step[]): Promise<void> => {
  const devices = await makeDevices(practice)
  const written: Written[] = []
  const act = async (device: Device, { act, journal }: Step, number: number): Promise<void> => {
    if (act === 'offline') device.world.offline = true
    else if (act === 'online') device.world.offline = false
    else if (act === 'lose') device.repliesToLose += 1
    else if (act === 'reload') await device.reload()
    else if (act === 'refresh') await device.view.refresh()
    else {
      const kind = device.writes[journal] as JournalKind
      const isTherapist = device.name.endsWith('browser')
      const body: EntryBody =
        kind === 'shared' && isTherapist
          ? { kind: 'joint-opened', at, open: number % 2 === 0 }
          : bodyOf(kind, number)
      await device.view.append(kind, body)
      written.push({ journal: kind, body: JSON.stringify(body), by: device.name })
    }
  }
  // On one device things happen one after the other, as fingers and a page do; devices go on side by side.
  const busy = devices.map(() => Promise.resolve())
  for (const [number, one] of steps.entries()) {
    const device = devices[one.device] as Device
    const done = (busy[one.device] as Promise<void>).then(() => act(device, one, number))
    busy[one.device] = done
    if (!one.together) await Promise.all(busy)
  }
  await Promise.all(busy)

  for (const device of devices) {
    device.world.offline = false
    device.repliesToLose = 0
  }
  const settle = async () => {
    for (let round = 0; round < 3; round++) for (const device of devices) await device.view.refresh()
  }
  await settle()
  const seen = () => devices.map(({ view }) => ({ state: view.state, entries: view.entries }))
  const before = seen()
  expect(devices.map(({ name, view }) => [name, view.sync, view.faults])).toEqual(
    names.map(name => [name, 'sent', []]),
  )
  const [first, second, kim, other, noor] = before
  expect(second?.state).toEqual(first?.state)
  expect(other?.state).toEqual(kim?.state)
  const hashes = (one: (typeof before)[number] | undefined, journal: JournalKind, of?: string) =>
    one?.entries
      .filter(entry => entry.journal === journal && (!of || entry.of === of))
      .map(entry => entry.hash)
  const kims = kim?.entries.find(entry => entry.journal === 'private')?.of as string
  for (const journal of ['record', 'notes', 'safety', 'shared'] as const)
    expect(hashes(second, journal)).toEqual(hashes(first, journal))
  expect(hashes(other, 'own')).toEqual(hashes(kim, 'own'))
  for (const one of [second, kim, other])
    expect(hashes(one, 'private', kims)).toEqual(hashes(first, 'private', kims))
  for (const one of [second, kim, other, noor]) expect(hashes(one, 'shared')).toEqual(hashes(first, 'shared'))

  // Nothing is lost and nothing doubled: every append stands exactly once wherever it may be read.
  const readers = (one: Written): number[] => {
    const everyone = [0, 1, 2, 3, 4]
    const own = one.by === 'Noor' ? [4] : [2, 3]
    if (one.journal === 'shared') return everyone
    if (one.journal === 'own') return own
    return one.journal === 'private' ? [0, 1, ...own] : [0, 1]
  }
  for (const one of written)
    for (const reader of readers(one)) {
      const found = before[reader]?.entries.filter(
        entry => entry.journal === one.journal && JSON.stringify(entry.body) === one.body,
      )
      const meant = written.filter(other => other.journal === one.journal && other.body === one.body)
      expect([names[reader], one, found?.length]).toEqual([names[reader], one, meant.length])
    }

  // And so it is after each page was closed and opened again.
  for (const device of devices) await device.reload()
  await settle()
  expect(seen()).toEqual(before)
  expect((await verifyJournals(server.records.database)).broken).toEqual([])
}

/**
 * Once an entry was lost to one device by this: a reply was lost, the entry was fetched before it was sent again, and then
 * its acknowledgement was counted as one more, over what somebody else had written meanwhile.
 */
const lostReply: Step[] = (
  [
    [0, 'refresh', 1, true],
    [1, 'lose', 2, false],
    [0, 'lose', 1, true],
    [1, 'append', 2, true],
    [0, 'offline', 0, false],
    [0, 'append', 1, false],
    [2, 'reload', 1, false],
    [4, 'offline', 1, false],
    [0, 'refresh', 2, false],
    [2, 'refresh', 0, true],
    [2, 'append', 0, true],
    [4, 'append', 1, false],
    [0, 'refresh', 1, false],
  ] as const
).map(([device, act, journal, together]) => ({ device, act, journal, together }))

const nightly = process.env.GROUNDWORK_NIGHTLY === '1'

test('two of everything come to the same, whatever happens to any of them in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), play), {
    examples: [[lostReply]],
    numRuns: nightly ? 300 : 15,
    // Looking for the shortest schedule that fails has an end too.
    interruptAfterTimeLimit: nightly ? 500_000 : 60_000,
    markInterruptAsFailure: false,
  })
}, 600_000)
