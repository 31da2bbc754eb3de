import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import { makeSetUpCode } from '../records/invitations.ts'
import { type MemoryWorld, memoryWorld } from '../cli/memory-world.ts'
import { partnerSeat } from './partner-seat.ts'
import { therapistAccount } from './therapist-account.ts'
import type { OpenCase, TherapistVault } from './therapist-vault.types.ts'

let server: TestServer
const device = (): MemoryWorld => memoryWorld(server.fetch, () => server.clock.now)
const at = '2026-11-23T09:00:00.000Z'
const passphrase = 'ochre-lantern-willow-harbour-quiet-seven'
let signInName = ''
let vault: TherapistVault
let recoveryCode = ''
let world: MemoryWorld

beforeAll(async () => {
  server = await startTestServer()
  world = device()
  signInName = 'Practice on the hill'
  const setUpCode: string | null = await makeSetUpCode(server.records)
  if (!setUpCode) throw new Error('a fresh server has a set-up code')
  const made = await therapistAccount(world).register({ setUpCode, signInName, passphrase })
  vault = made.vault
  recoveryCode = made.recoveryCode
  expect(await vault.confirmKit(recoveryCode.toLowerCase().replaceAll('-', ' '))).toBe(true)
})
afterAll(() => server.remove())

const newCase = (): Promise<OpenCase> =>
  vault.createCase({
    name: 'Harbour',
    people: ['Kim', 'Noor'],
    policy: 'discretion',
    jurisdiction: 'ca-bc',
    therapist: 'T. Lind',
  })
const secretOf = (made: OpenCase, i: number): Uint8Array => {
  const secret = partnerSeat(device()).readLink((made.seats[i]?.linkPath ?? '').split('#')[1] ?? '')
  if (!secret) throw new Error('the seat has no link')
  return secret
}

test('what a partner answers in private reaches the therapist, and nobody else', async () => {
  const made = await newCase()
  const phone = device()
  const kim = await partnerSeat(phone).open(secretOf(made, 0))
  await kim.refresh()
  expect(kim.state.setting?.people.map(one => one.label)).toEqual(['Kim', 'Noor'])
  expect(kim.faults).toEqual([])
  await kim.append('private', {
    kind: 'answer',
    at,
    instrument: 'intake@1',
    item: 'communication.self.1',
    value: 4,
  })
  await kim.append('own', { kind: 'own-note', at, note: made.id, words: 'kept to myself' })
  await kim.refresh()
  await made.refresh()
  const seat = made.seats[0]
  expect(seat).toMatchObject({ link: 'claimed', claimHolds: true, label: 'Kim', words: await kim.words() })
  expect(made.state.sheets[kim.seat]?.answers).toEqual({ 'communication.self.1': 4 })
  expect(made.faults).toEqual([])
  expect(JSON.stringify(made.entries)).not.toContain('kept to myself')

  const noor = await partnerSeat(device()).open(secretOf(made, 1))
  await noor.refresh()
  expect(JSON.stringify(noor.state)).not.toContain('communication.self.1')
})

test('a seat opens again on its phone, and elsewhere with link and PIN', async () => {
  const made = await newCase()
  const secret = secretOf(made, 0)
  const phone = device()
  const seats = partnerSeat(phone)
  expect(await seats.standing(secret)).toBe('unclaimed')
  const first = await seats.open(secret)
  await first.refresh()
  await first.append('private', { kind: 'answer', at, instrument: 'intake@1', item: 'power.us.1', value: 2 })
  expect(await seats.standing(secret)).toBe('open-here')
  await first.setPin('493817')
  expect(await seats.standing(secret)).toBe('locked-here')
  expect(await seats.unlock(null, '000000')).toEqual({ left: 4 })
  const again = await seats.unlock(secret, '493817')
  expect('vault' in again && again.vault.state.sheets[first.seat]?.answers).toEqual({ 'power.us.1': 2 })

  const other = partnerSeat(device())
  expect(await other.standing(secret)).toBe('elsewhere')
  await expect(other.open(secret)).rejects.toMatchObject({ code: 'link-spent' })
  expect(await other.resume(secret, '111111')).toEqual({ left: 9 })
  const resumed = await other.resume(secret, '493817')
  if (!('vault' in resumed)) throw new Error('the right PIN was refused')
  await resumed.vault.refresh()
  expect(resumed.vault.state.sheets[first.seat]?.answers).toEqual({ 'power.us.1': 2 })
  await resumed.vault.append('private', {
    kind: 'answer',
    at,
    instrument: 'intake@1',
    item: 'power.us.2',
    value: 5,
  })
  await resumed.vault.refresh()
  await first.refresh()
  expect(first.state.sheets[first.seat]?.answers).toEqual({ 'power.us.1': 2, 'power.us.2': 5 })
  expect(first.faults).toEqual([])
})

test('what was given before the first PIN is not readable, on any phone and whatever its clock says', async () => {
  const made = await newCase()
  const secret = secretOf(made, 0)
  const first = await partnerSeat(device()).open(secret)
  await first.refresh()
  const { seat } = first
  const answer = (item: string, value: number, when: string) =>
    ({ kind: 'answer', at: when, instrument: 'intake@1', item, value }) as const
  const note = (words: string) => ({ kind: 'own-note', at, note: made.id, words }) as const
  await first.append('private', answer('power.us.1', 2, '2031-01-01T00:00:00.000Z'))
  await first.append('own', note('before'))
  expect(first.readable.sheets[seat]?.answers).toEqual({})
  expect(first.readable.ownNotes).toEqual([])

  await first.setPin('493817')
  expect(first.readable.sheets[seat]?.answers).toEqual({})
  // A clock that was put back makes nothing later, and nothing earlier.
  await first.append('private', answer('power.us.2', 5, '1999-01-01T00:00:00.000Z'))
  expect(first.readable.sheets[seat]?.answers).toEqual({ 'power.us.2': 5 })
  expect(first.readable.ownNotes).toEqual([])
  // Another PIN later takes nothing more away.
  await first.setPin('516270')
  await first.append('private', answer('power.us.1', 4, at))
  await first.append('own', { ...note('since'), note: seat })
  await first.refresh()

  const resumed = await partnerSeat(device()).resume(secret, '516270')
  if (!('vault' in resumed)) throw new Error('the right PIN was refused')
  await resumed.vault.refresh()
  await resumed.vault.append('private', answer('values.us.1', 1, at))
  expect(resumed.vault.readable.sheets[seat]?.answers).toEqual({
    'power.us.1': 4,
    'power.us.2': 5,
    'values.us.1': 1,
  })
  expect(resumed.vault.readable.ownNotes.map(({ words }) => words)).toEqual(['since'])
  expect(resumed.vault.state.ownNotes).toHaveLength(2)
  expect(resumed.vault.readable.setting).toEqual(first.state.setting)
})

test('five wrong PINs make the phone forget its keys', async () => {
  const made = await newCase()
  const secret = secretOf(made, 0)
  const phone = device()
  const seats = partnerSeat(phone)
  const vault = await seats.open(secret)
  await vault.setPin('493817')
  phone.offline = true
  for (const left of [4, 3, 2, 1, 0]) expect(await seats.unlock(null, '999999')).toEqual({ left })
  expect(await seats.unlock(null, '493817')).toEqual({ left: 0 })
  expect([...phone.kept.keys()].filter(key => key.startsWith('s/'))).toEqual([])
})

test('answers given without a network are kept and sent later', async () => {
  const made = await newCase()
  const secret = secretOf(made, 0)
  const phone = device()
  const vault = await partnerSeat(phone).open(secret)
  await vault.refresh()
  phone.offline = true
  await vault.append('private', { kind: 'answer', at, instrument: 'intake@1', item: 'values.us.1', value: 3 })
  await vault.refresh()
  expect(vault.sync).toBe('offline')
  // The tab was closed; the phone opens the seat again, still without a network.
  const again = await partnerSeat(phone).open(null)
  expect(again.state.sheets[again.seat]?.answers).toEqual({ 'values.us.1': 3 })
  phone.offline = false
  await again.refresh()
  expect(again.sync).toBe('sent')
  await made.refresh()
  expect(made.state.sheets[again.seat]?.answers).toEqual({ 'values.us.1': 3 })
  expect(made.faults).toEqual([])
})

test('a safety drop reaches the therapist alone, and stays unopened until looked at', async () => {
  const made = await newCase()
  const phone = device()
  const vault = await partnerSeat(phone).open(secretOf(made, 0))
  await vault.refresh()
  await vault.dropSafety({ 'safety.fear': 'often' })
  await vault.refresh()
  expect(JSON.stringify(vault.state)).not.toContain('often')
  await made.refresh()
  expect(made.state.safety).toMatchObject([
    { seat: vault.seat, answers: { 'safety.fear': 'often' }, opened: false },
  ])
})

test('a therapist signs in on another device and reads the same case; offline, this device opens what it keeps', async () => {
  const made = await newCase()
  const vaultThere = await therapistAccount(device()).signIn({ signInName, passphrase })
  const line = (await vaultThere.cases()).find(one => one.id === made.id)
  expect(line?.state.name).toBe('Harbour')
  await expect(
    therapistAccount(device()).signIn({ signInName, passphrase: 'not this one at all' }),
  ).rejects.toMatchObject({
    code: 'sign-in-refused',
  })
  // The keyring as of now is kept on this device at sign-in.
  const here = await therapistAccount(world).signIn({ signInName, passphrase })
  await here.openCase(made.id)
  world.offline = true
  const offline = await therapistAccount(world).signIn({ signInName, passphrase })
  expect((await offline.openCase(made.id)).state.name).toBe('Harbour')
  await expect(therapistAccount(world).signIn({ signInName, passphrase: 'nor this' })).rejects.toMatchObject({
    code: 'sign-in-refused',
  })
  world.offline = false
})

test('someone who leaves can add nothing more, and their phone keeps nothing', async () => {
  const made = await newCase()
  const phone = device()
  const vault = await partnerSeat(phone).open(secretOf(made, 0))
  await vault.refresh()
  await vault.leave()
  expect([...phone.kept.keys()]).toEqual([])
  await made.refresh()
  expect(made.state.sheets[vault.seat]?.left).toBe(true)
  expect(made.seats[0]?.left).toBe(true)
})

test('after an older backup is restored, a phone gives back what the server forgot', async () => {
  const made = await newCase()
  const vault = await partnerSeat(device()).open(secretOf(made, 0))
  const answer = (item: string) =>
    vault.append('private', { kind: 'answer', at, instrument: 'intake@1', item, value: 3 })
  await answer('values.us.1')
  await vault.refresh()
  const { database } = server.records
  const entries = await database.selectFrom('entries').selectAll().where('case_id', '=', made.id).execute()
  const chains = await database.selectFrom('chains').selectAll().where('case_id', '=', made.id).execute()
  const journals = await database.selectFrom('journals').selectAll().where('case_id', '=', made.id).execute()
  await answer('values.us.2')
  await vault.refresh()
  expect(vault.sync).toBe('sent')
  for (const table of ['entries', 'chains'] as const)
    await database.deleteFrom(table).where('case_id', '=', made.id).execute()
  await database.insertInto('entries').values(entries).execute()
  await database.insertInto('chains').values(chains).execute()
  for (const { journal_id, position } of journals)
    await database
      .updateTable('journals')
      .set({ position })
      .where('case_id', '=', made.id)
      .where('journal_id', '=', journal_id)
      .execute()
  await answer('values.us.3')
  await vault.refresh()
  expect(vault.sync).toBe('sent')
  await vault.refresh()
  expect(vault.faults).toEqual([])
  await made.refresh()
  const answers = { 'values.us.1': 3, 'values.us.2': 3, 'values.us.3': 3 }
  expect(made.state.sheets[vault.seat]?.answers).toEqual(answers)
  expect(made.faults).toEqual([])
})

test('another kit takes the place of the one before, which opens nothing any more', async () => {
  const before = recoveryCode
  recoveryCode = await vault.renewKit()
  expect(vault.kitUnconfirmed).toBe(true)
  expect(await vault.confirmKit(before)).toBe(false)
  expect(await vault.confirmKit(recoveryCode)).toBe(true)
  const opening = therapistAccount(device()).recover({ signInName, recoveryCode: before, passphrase })
  await expect(opening).rejects.toMatchObject({ code: 'sign-in-refused' })
})

test('the recovery kit opens the account and sets a new passphrase', async () => {
  const next = 'marble-thistle-evening-copper-nine'
  const recovered = await therapistAccount(device()).recover({ signInName, recoveryCode, passphrase: next })
  expect((await recovered.cases()).length).toBeGreaterThan(0)
  await expect(therapistAccount(device()).signIn({ signInName, passphrase })).rejects.toMatchObject({
    code: 'sign-in-refused',
  })
  const back = await therapistAccount(device()).recover({ signInName, recoveryCode, passphrase })
  expect(back.signInName).toBe(signInName)
})
