import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decodeEntry, openEntry } from '../core/journal/entry.ts'
import { mustFromBase64Url } from '../core/journal/bytes.ts'
import type { MemoryWorld } from '../cli/memory-world.ts'
import { verifyJournals } from '../records/verify-journals.ts'
import {
  insideSeat,
  passphrase,
  plainCase,
  playPartner,
  playTherapist,
  setStage,
  settle,
  type Stage,
} from '../../tests/support/play-stage.ts'
import { cryptography } from './cryptography.ts'
import { partnerSeat } from './partner-seat.ts'
import { Offline } from './ports.ts'
import { therapistAccount } from './therapist-account.ts'
import type { OpenCase } from './therapist-vault.types.ts'

const at = '2026-11-23T09:00:00.000Z'
const answer = (n: number) =>
  ({ kind: 'answer', at, instrument: 'intake@1', item: `item.${n}`, value: 3 }) as const

let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let made: OpenCase
beforeAll(async () => {
  stage = await setStage()
  therapist = await playTherapist(stage, 'Practice by the ferry')
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  made = await therapist.vault.createCase(plainCase)
  await settle(made)
})

const openElsewhere = async (world: MemoryWorld): Promise<OpenCase> =>
  (await therapistAccount(world).signIn({ signInName: therapist.signInName, passphrase })).openCase(made.id)
const settled = async (...all: { refresh(): Promise<void>; sync: string; faults: unknown[] }[]) => {
  for (let round = 0; round < 4; round++) for (const one of all) await one.refresh()
  expect(all.map(({ sync, faults }) => [sync, faults])).toEqual(all.map(() => ['sent', []]))
}
const answersOf = (view: Pick<OpenCase, 'state'>, seat: string) =>
  Object.keys(view.state.sheets[seat]?.answers ?? {})

test.each(['another link was made', 'the link was revoked, and another made'])(
  'once %s, who held the first one opens nothing accepted afterwards, with all that the operator has',
  async how => {
    const former = await playPartner(stage, made, 0)
    const { seat } = former.vault
    await former.vault.append('private', answer(1))
    await settle(former.vault)
    await settled(made, former.vault)
    const noor = await playPartner(stage, made, 1)
    await settled(made, noor.vault)
    await former.vault.refresh()
    const keys = insideSeat(former.vault).journals
    const before = new Set(
      (await stage.server.records.database.selectFrom('entries').select('hash').execute()).map(
        one => one.hash,
      ),
    )
    if (how.includes('revoked')) await made.revokeLink(seat)
    await made.newLink(seat)
    const kim = await playPartner(stage, made, 0)
    await kim.vault.append('private', answer(2))
    await made.append('shared', { kind: 'joint-opened', at, open: true })
    await settled(made, kim.vault, noor.vault)
    await noor.vault.append('shared', { kind: 'release', at, elements: {}, meaning: 'from Noor' })
    await kim.vault.append('shared', { kind: 'release', at, elements: {}, meaning: 'from Kim' })
    await settled(made, kim.vault, noor.vault)
    for (const view of [made, kim.vault, noor.vault]) {
      expect(view.state.jointOpen).toBe(true)
      expect(
        Object.values(view.state.releases)
          .map(({ meaning }) => meaning)
          .sort(),
      ).toEqual(['from Kim', 'from Noor'])
    }
    expect(answersOf(made, seat)).toEqual(['item.1', 'item.2'])
    expect(answersOf(kim.vault, seat)).toEqual(['item.1', 'item.2'])

    const rows = await stage.server.records.database.selectFrom('entries').selectAll().execute()
    const accepted = rows.filter(row => !before.has(row.hash))
    expect(accepted.length).toBeGreaterThan(6)
    const opened = accepted.filter(row => {
      const entry = decodeEntry(cryptography, new Uint8Array(row.bytes))
      return (
        entry.ok &&
        keys.some(held =>
          Object.values(held.keys).some(key => openEntry(cryptography, entry.value, mustFromBase64Url(key))),
        )
      )
    })
    expect(opened).toEqual([])
    expect((await verifyJournals(stage.server.records.database)).broken).toEqual([])
    // A device that has nothing of it opens both epochs.
    expect(answersOf(await openElsewhere(stage.device()), seat)).toEqual(['item.1', 'item.2'])
  },
)

test('the other partner’s phone goes on: closed and opened again, and with a release that waited for the network', async () => {
  const { seat } = (await playPartner(stage, made, 0)).vault
  const noor = await playPartner(stage, made, 1)
  await settled(made, noor.vault)
  noor.world.offline = true
  await noor.vault.append('shared', { kind: 'release', at, elements: {}, meaning: 'waited' })
  await made.newLink(seat)
  await made.newLink(seat)
  await made.append('shared', { kind: 'joint-opened', at, open: true })
  await settled(made)
  noor.world.offline = false
  await settled(noor.vault, made)
  expect(noor.vault.state.jointOpen).toBe(true)
  expect(Object.values(made.state.releases).map(({ meaning }) => meaning)).toEqual(['waited'])
  noor.world.offline = true
  const again = await partnerSeat(noor.world).open(null)
  expect([again.faults, again.state.jointOpen]).toEqual([[], true])
})

test('a change of keys that was cut short is brought to its end the next time the case is open', async () => {
  const { seat } = (await playPartner(stage, made, 0)).vault
  const noor = await playPartner(stage, made, 1)
  await settled(made, noor.vault)
  // Nothing more comes of this device once the keyring is saved.
  const world = stage.device()
  const there = await openElsewhere(world)
  const { transport } = world
  let gone = false
  world.transport = async request => {
    const reply = await transport(request)
    gone ||= request.method === 'PUT' && request.path === '/api/keyring'
    return gone ? new Promise(() => {}) : reply
  }
  void there.newLink(seat)
  for (let tries = 0; !gone && tries < 2000; tries++) await new Promise(done => setTimeout(done, 2))
  const open = await openElsewhere(stage.device())
  await open.append('shared', { kind: 'joint-opened', at, open: true })
  await settled(open, noor.vault)
  expect(noor.vault.state.jointOpen).toBe(true)
})

test('another device of the therapist goes on: it takes up the new key, and what it could not send is sealed again', async () => {
  const { seat } = (await playPartner(stage, made, 0)).vault
  const world = stage.device()
  const other = await openElsewhere(world)
  await settled(made, other)
  world.offline = true
  const { setting } = other.state
  if (!setting) throw new Error('the case has a setting')
  const hashes = await other.appendAll('private', [{ kind: 'setting', at, setting }, answer(9)], seat)
  await other.erase('private', [hashes[1] as string], seat)
  await made.newLink(seat)
  world.offline = false
  await settled(made, other)
  const kim = await playPartner(stage, made, 0)
  await kim.vault.append('private', answer(3))
  await settled(made, other)
  await kim.vault.refresh()
  for (const view of [made, other, kim.vault]) expect(answersOf(view, seat)).toEqual(['item.3'])
  const settings = (open: OpenCase) =>
    open.entries.filter(one => one.of === seat && one.body.kind === 'setting')
  expect(settings(made)).toHaveLength(2)
  expect(settings(other)).toEqual(settings(made))
  expect((await verifyJournals(stage.server.records.database)).broken).toEqual([])
})

test('what was taken while its reply was lost is not sealed again', async () => {
  const { seat } = (await playPartner(stage, made, 0)).vault
  const world = stage.device()
  let lost = false
  const { transport } = world
  world.transport = async request => {
    const reply = await transport(request)
    if (lost && request.method === 'POST' && request.path.endsWith('/entries')) world.offline = true
    if (world.offline) throw new Offline()
    return reply
  }
  const other = await openElsewhere(world)
  await settled(made, other)
  const { setting } = other.state
  if (!setting) throw new Error('the case has a setting')
  lost = true
  await other.append('private', { kind: 'setting', at, setting }, seat)
  for (let tries = 0; !world.offline && tries < 500; tries++) await new Promise(done => setTimeout(done, 2))
  await other.append('private', { kind: 'setting', at, setting }, seat)
  await made.newLink(seat)
  lost = false
  world.offline = false
  await settled(made, other)
  expect(made.entries.filter(one => one.of === seat && one.body.kind === 'setting')).toHaveLength(3)
})
