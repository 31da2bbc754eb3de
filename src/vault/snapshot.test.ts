import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { flipBit } from '../../tests/support/play-journal.ts'
import {
  insideAccount,
  passphrase,
  plainCase,
  playTherapist,
  setStage,
  settle,
  type Stage,
} from '../../tests/support/play-stage.ts'
import type { MemoryWorld } from '../cli/memory-world.ts'
import { snapshotsOf } from './journal-snapshot.ts'
import { StoreFull } from './ports.ts'
import { therapistAccount } from './therapist-account.ts'
import type { OpenCase } from './therapist-vault.types.ts'

const at = '2026-11-23T09:00:00.000Z'
const note = (n: number) =>
  ({ kind: 'note', at, note: String(n).padStart(22, 'A'), words: `note ${n}` }) as const
const notes = (from: number, count: number) => Array.from({ length: count }, (_, i) => note(from + i))

let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let world: MemoryWorld
let made: OpenCase
beforeAll(async () => {
  stage = await setStage()
  therapist = await playTherapist(stage, 'Practice by the weir')
  world = therapist.world
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  made = await therapist.vault.createCase(plainCase)
  await made.appendAll('notes', notes(0, 60))
  await settle(made)
  await made.refresh()
  await keptOf(made)
})

/** What a snapshot is bound to: its key in the store without the number of its part. */
const placeOf = (key: string) => key.slice(0, -10)
const keysOf = (part: string) => [...world.kept.keys()].filter(key => key.startsWith(`${part}/${made.id}/`))
/** Waits until what was read is kept for the next opening. */
const keptOf = (open: OpenCase): Promise<void> =>
  (open as unknown as { set: { snapshotsKept: Promise<void> } }).set.snapshotsKept
/** The same browser after its page was closed. */
const again = async (): Promise<OpenCase> => {
  const vault = await therapistAccount(world).signIn({ signInName: therapist.signInName, passphrase })
  return vault.openCase(made.id)
}
const wordsOf = (open: OpenCase) => open.state.notes.map(({ words }) => words)
/** Makes it seen whether what a snapshot covers is read again: no signature of those bytes holds any more. */
const spoilCovered = () => {
  const [snapshot] = keysOf('v')
  const journal = snapshot?.split('/')[2]
  const covered = keysOf('e').filter(key => key.includes(`/${journal}/`))
  for (const key of covered.slice(0, 61))
    world.kept.set(key, flipBit(world.kept.get(key) as Uint8Array, 2000))
}

test('what was read once is not read again, and what is newer is', async () => {
  expect(keysOf('v')).toHaveLength(1)
  spoilCovered()
  const second = await therapistAccount(stage.device()).signIn({
    signInName: therapist.signInName,
    passphrase,
  })
  const elsewhere = await second.openCase(made.id)
  await elsewhere.append('notes', note(60))
  await settle(elsewhere)
  const open = await again()
  expect(open.faults).toEqual([])
  expect(wordsOf(open)).toEqual(notes(0, 61).map(({ words }) => words))
  // It goes on from there: chain and heads are those of the same device.
  await open.append('notes', note(61))
  await settle(open)
  await elsewhere.refresh()
  expect(elsewhere.faults).toEqual([])
  expect(wordsOf(elsewhere)).toEqual(wordsOf(open))
})

test.each<[string, (sealed: Uint8Array) => Uint8Array | undefined | Promise<Uint8Array>]>([
  ['was changed', sealed => flipBit(sealed, 999)],
  ['is of another device', () => snapshotsOf(new Uint8Array(32)).seal('v/other', { covers: 3, kept: [] })],
  ['was evicted', () => undefined],
])(
  'a snapshot that %s is as if it were not there: everything is read anew, and nothing lost',
  async (_, change) => {
    const [key] = keysOf('v') as [string]
    const changed = await change(world.kept.get(key) as Uint8Array)
    if (changed) world.kept.set(key, changed)
    else world.kept.delete(key)
    const open = await again()
    expect(open.faults).toEqual([])
    expect(open.state).toEqual(made.state)
  },
)

test('an older snapshot put back is gone on from', async () => {
  const [key] = keysOf('v') as [string]
  const older = world.kept.get(key) as Uint8Array
  await made.appendAll('notes', notes(60, 40))
  await settle(made)
  await made.refresh()
  await keptOf(made)
  expect(world.kept.get(key)).not.toEqual(older)
  world.kept.set(key, older)
  const open = await again()
  expect(open.faults).toEqual([])
  expect(wordsOf(open)).toEqual(notes(0, 100).map(({ words }) => words))
})

test('where the server shows less than there was, the snapshot is not believed: what lies on the device is read again', async () => {
  const [, , journal] = (keysOf('v')[0] as string).split('/')
  const { database } = stage.server.records
  await database
    .deleteFrom('entries')
    .where('journal_id', '=', journal as string)
    .where('position', '>', 20)
    .execute()
  await database
    .updateTable('journals')
    .set({ position: 20 })
    .where('journal_id', '=', journal as string)
    .execute()
  spoilCovered()
  const open = await again()
  expect(open.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['forged', 'rolled-back']))
})

test('a full store keeps no snapshot and nothing else is different', async () => {
  for (const key of keysOf('v')) world.kept.delete(key)
  const { write } = world.store
  world.store.write = async changes => {
    if (changes.some(([key, value]) => key.startsWith('v/') && value)) throw new StoreFull()
    return write(changes)
  }
  try {
    const open = await again()
    await open.append('notes', note(60))
    await settle(open)
    await open.refresh()
    await keptOf(open)
    expect([open.sync, open.faults, keysOf('v')]).toEqual(['sent', [], []])
    expect(wordsOf(open)).toHaveLength(61)
  } finally {
    world.store.write = write
  }
})

test('no snapshot is kept of a journal in which something does not hold', async () => {
  for (const key of keysOf('v')) world.kept.delete(key)
  const [covered] = keysOf('e').filter(key => key.endsWith('0000000012'))
  world.kept.set(covered as string, flipBit(world.kept.get(covered as string) as Uint8Array, 2000))
  const open = await again()
  expect(open.faults.length).toBeGreaterThan(0)
  await open.refresh()
  await keptOf(open)
  expect(keysOf('v')).toEqual([])
})

test('what was erased is in no snapshot, where something else does not hold too', async () => {
  const notesOf = made.entries.filter(({ body }) => body.kind === 'note')
  const elsewhere = await (
    await therapistAccount(stage.device()).signIn({ signInName: therapist.signInName, passphrase })
  ).openCase(made.id)
  await elsewhere.append('notes', note(60))
  await settle(elsewhere)
  await made.refresh()
  await keptOf(made)
  // What came after the snapshot is damaged on this device, so that nothing newer is ever without a fault here.
  const last = keysOf('e').findLast(key => key.split('/')[2] === keysOf('v')[0]?.split('/')[2]) as string
  world.kept.set(last, flipBit(world.kept.get(last) as Uint8Array, 3000))
  const open = await again()
  expect(open.faults.length).toBeGreaterThan(0)
  await open.erase('notes', [notesOf[3]?.hash as string])
  await settle(open)
  await open.refresh()
  await keptOf(open)
  const { deviceSeed } = insideAccount(therapist.vault).writer
  const [key] = keysOf('v') as [string]
  const kept = await snapshotsOf(deviceSeed).open(placeOf(key), world.kept.get(key) as Uint8Array)
  expect(kept?.covers).toBe(61)
  expect(JSON.stringify(kept)).not.toContain('"note 3"')
  expect(JSON.stringify(kept)).toContain('"note 4"')
})

test('a snapshot says nothing without its device’s seed', async () => {
  const sealed = keysOf('v').map(key => Buffer.from(world.kept.get(key) as Uint8Array))
  for (const words of ['note 7', '"note"', 'AAAAAAA'])
    expect(sealed.some(box => box.includes(words))).toBe(false)
  const { deviceSeed } = insideAccount(therapist.vault).writer
  const [key] = keysOf('v') as [string]
  expect((await snapshotsOf(deviceSeed).open(placeOf(key), sealed[0] as Buffer))?.covers).toBe(61)
  expect(
    await snapshotsOf(deviceSeed).open(placeOf(key).replace('v/', 'v/x'), sealed[0] as Buffer),
  ).toBeNull()
})
