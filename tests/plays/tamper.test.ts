import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { toBase64Url } from '../../src/core/journal/bytes.ts'
import { decodeEntry } from '../../src/core/journal/entry.ts'
import { verifyJournals } from '../../src/records/verify-journals.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import type { OpenCase } from '../../src/vault/therapist-vault.types.ts'
import { flipBit } from '../support/play-journal.ts'
import {
  insideAccount,
  lyingWorld,
  passphrase,
  plainCase,
  playPartner,
  playTherapist,
  setStage,
  settle,
  type Stage,
  withJson,
  withoutEntries,
} from '../support/play-stage.ts'

const at = '2026-11-23T09:00:00.000Z'
let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let made: OpenCase
let kim: Awaited<ReturnType<typeof playPartner>>
let journal: string
beforeAll(async () => {
  stage = await setStage()
  therapist = await playTherapist(stage, 'Practice on the hill')
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  made = await therapist.vault.createCase(plainCase)
  await settle(made)
  kim = await playPartner(stage, made, 0)
  journal = journalOf('private', kim.vault.seat)
  for (let i = 1; i <= 5; i++)
    await kim.vault.append('private', {
      kind: 'answer',
      at,
      instrument: 'intake@1',
      item: `item.${i}`,
      value: i,
    })
  await settle(kim.vault)
})

const journalOf = (kind: string, of: string | null = null): string =>
  insideAccount(therapist.vault)
    .keyring.cases.find(one => one.case === made.id)
    ?.journals.find(one => one.kind === kind && one.of === of)?.journal ?? ''
const database = () => stage.server.records.database
const rowsOf = (id = journal) =>
  database().selectFrom('entries').selectAll().where('journal_id', '=', id).orderBy('position').execute()
const answersOf = (open: OpenCase) => Object.values(open.state.sheets[kim.vault.seat]?.answers ?? {})
const codesOf = (open: { faults: { code: string }[] }) =>
  [...new Set(open.faults.map(({ code }) => code))].sort()
const verifyCodes = async () => (await verifyJournals(database())).broken.map(({ code }) => code)

/** The operator writes a journal anew: these entries in this order, and nothing else. */
const rewrite = async (entries: Uint8Array[], id = journal): Promise<void> => {
  await database().deleteFrom('entries').where('journal_id', '=', id).execute()
  for (const [i, bytes] of entries.entries()) {
    const decoded = decodeEntry(cryptography, bytes)
    const [hash, device, sequence] = decoded.ok
      ? [toBase64Url(decoded.value.hash), toBase64Url(decoded.value.device), decoded.value.sequence]
      : [`none-${i}`, 'none', 0]
    await database()
      .insertInto('entries')
      .values({ case_id: made.id, journal_id: id, position: i + 1, hash, device, sequence, bytes })
      .execute()
  }
  await database()
    .updateTable('journals')
    .set({ position: entries.length })
    .where('journal_id', '=', id)
    .execute()
}
/** The therapist on a device that has seen nothing yet. */
const look = async (): Promise<OpenCase> => {
  const vault = await therapistAccount(stage.device()).signIn({
    signInName: therapist.signInName,
    passphrase,
  })
  return vault.openCase(made.id)
}

describe('an operator rewrites what is stored, and a device that sees it for the first time names it', () => {
  test('nothing done, nothing named', async () => {
    const open = await look()
    expect(codesOf(open)).toEqual([])
    expect(answersOf(open)).toEqual([1, 2, 3, 4, 5])
    expect(await verifyCodes()).toEqual([])
  })
  // Positions: the therapist's roster and setting, then five answers.
  test.each<[string, string[], unknown[], (all: Uint8Array[]) => Uint8Array[]]>([
    [
      'a bit of an answer is flipped',
      ['forged', 'gap'],
      [1, 2, 4, 5],
      all => bend(all, 4, b => flipBit(b, 2000)),
    ],
    [
      'a signature is flipped',
      ['forged', 'gap'],
      [1, 2, 4, 5],
      all => bend(all, 4, b => flipBit(b, b.length * 8 - 1)),
    ],
    ['an answer is cut short', ['gap', 'unreadable'], [1, 2, 4, 5], all => bend(all, 4, b => b.slice(0, -9))],
    ['an answer is dropped in the middle', ['gap'], [1, 2, 4, 5], all => all.filter((_, i) => i !== 4)],
    ['a chain loses its first entry', ['gap', 'unknown-device'], [], all => all.filter((_, i) => i !== 2)],
    ['answers change places', [], [1, 2, 3, 4, 5], all => [...all].reverse()],
    ['an answer stands there again', [], [1, 2, 3, 4, 5], all => all],
  ])('%s: %j', async (_, codes, answers, change) => {
    const rows = await rowsOf()
    expect(rows).toHaveLength(7)
    const before = rows.map(({ bytes }) => new Uint8Array(bytes))
    await rewrite(change(before))
    const open = await look()
    expect(codesOf(open)).toEqual(codes)
    expect(answersOf(open)).toEqual(answers)
    const broken = await verifyCodes()
    if (codes.length > 0) expect(broken.length).toBeGreaterThan(0)
    await rewrite(before)
  })
  const bend = (all: Uint8Array[], which: number, change: (bytes: Uint8Array) => Uint8Array) =>
    all.map((bytes, i) => (i === which ? change(bytes) : bytes))

  test('an answer is moved to another journal of the case', async () => {
    const rows = await rowsOf()
    const shared = journalOf('shared')
    const before = (await rowsOf(shared)).map(({ bytes }) => new Uint8Array(bytes))
    await rewrite([...before, new Uint8Array(rows[4]?.bytes ?? [])].slice(0, -1), shared)
    const last = rows[4]
    if (!last) throw new Error('five answers were given')
    await database().deleteFrom('entries').where('hash', '=', last.hash).execute()
    await rewrite([...before, new Uint8Array(last.bytes)], shared)
    const open = await look()
    expect(codesOf(open)).toEqual(['gap', 'wrong-place'])
    expect(answersOf(open)).toEqual([1, 2, 4, 5])
    await rewrite(before, shared)
    await rewrite(rows.map(({ bytes }) => new Uint8Array(bytes)))
  })
})

describe('an operator shows less than there was', () => {
  test('to a device that has seen it: named, and what was read stays read', async () => {
    await made.refresh()
    await settle(made)
    expect(answersOf(made)).toEqual([1, 2, 3, 4, 5])
    const before = (await rowsOf()).map(({ bytes }) => new Uint8Array(bytes))
    await rewrite(before.slice(0, 4))
    await made.refresh()
    expect(codesOf(made)).toEqual(['rolled-back'])
    expect(answersOf(made)).toEqual([1, 2, 3, 4, 5])
  })

  const lyingDevice = (path: RegExp, lie: (reply: Reply) => Reply) =>
    lyingWorld(stage.device(), async (request, honest) => {
      const reply = await honest()
      return path.test(request.path) && request.method === 'GET' ? lie(reply) : reply
    })
  type Reply = Awaited<ReturnType<Parameters<Parameters<typeof lyingWorld>[1]>[1]>>
  const nothing = (reply: Reply): Reply => ({ ...reply, bytes: new Uint8Array(), position: 0 })
  const unknown = (reply: Reply): Reply => ({ ...withJson(reply, { code: 'not-found' }), status: 404 })
  const openFacing = async (path: RegExp, lie: (reply: Reply) => Reply) => {
    const account = therapistAccount(lyingDevice(path, lie))
    const vault = await account.signIn({ signInName: therapist.signInName, passphrase })
    return vault.openCase(made.id)
  }
  /** Signing out leaves a signed checkpoint of what this device had seen in the keyring. */
  const leaveCheckpoint = async () => {
    const there = await therapistAccount(stage.device()).signIn({
      signInName: therapist.signInName,
      passphrase,
    })
    const open = await there.openCase(made.id)
    await settle(open)
    await open.refresh()
    await there.signOut()
  }

  test('to a new device, by a whole journal: the signed checkpoint names it', async () => {
    await leaveCheckpoint()
    const open = await openFacing(new RegExp(`${journal}/entries`), nothing)
    expect(answersOf(open)).toEqual([])
    expect(open.faults).toContainEqual(expect.objectContaining({ code: 'gap', journal }))
  })
  test('to a new device, by the newest entries: the signed checkpoint names it', async () => {
    await leaveCheckpoint()
    const before = (await rowsOf()).map(({ bytes }) => new Uint8Array(bytes))
    await rewrite(before.slice(0, 4))
    const open = await look()
    expect(open.faults).toContainEqual(expect.objectContaining({ code: 'gap', journal }))
    await rewrite(before)
  })
  test('to a new device, by the whole case: named', async () => {
    await leaveCheckpoint()
    const open = await openFacing(new RegExp(`/api/cases/${made.id}/`), unknown)
    expect(codesOf(open)).toContain('rolled-back')
  })
  test('to a device that has seen it, by leaving the journal out of the heads: named', async () => {
    let lies = false
    const world = lyingWorld(stage.device(), async (request, honest) => {
      const reply = await honest()
      if (!lies || !/heads$/.test(request.path)) return reply
      const { journals } = reply.json as { journals: { journal: string }[] }
      return withJson(reply, { journals: journals.filter(one => one.journal !== journal) })
    })
    const vault = await therapistAccount(world).signIn({ signInName: therapist.signInName, passphrase })
    const open = await vault.openCase(made.id)
    await settle(open)
    expect(codesOf(open)).toEqual([])
    lies = true
    await open.refresh()
    expect(codesOf(open)).toEqual(['rolled-back'])
  })
  test('the known limit: the newest entries, to a device that has heard of them from nobody, are not missed', async () => {
    const before = (await rowsOf()).map(({ bytes }) => new Uint8Array(bytes))
    await rewrite(before.slice(0, 4))
    const open = await look()
    expect(codesOf(open)).toEqual([])
    expect(answersOf(open)).toEqual([1, 2])
    await rewrite(before)
  })
})

test('split views meet: an entry hidden from one reader is named once somebody who saw it has written', async () => {
  await made.refresh()
  await settle(made)
  await kim.vault.refresh()
  await kim.vault.append('shared', { kind: 'release', at, elements: {}, meaning: 'first' })
  await settle(kim.vault)
  await made.refresh()
  await made.append('shared', { kind: 'joint-opened', at, open: true })
  await settle(made)
  const shared = journalOf('shared')
  const hidden = (await rowsOf(shared)).filter(row => row.sequence === 0).at(-1)?.hash ?? ''
  const world = lyingWorld(stage.device(), async (request, honest) => {
    const reply = await honest()
    if (request.path === '/api/claim') return withoutEntries(reply)
    if (!request.path.includes(`${shared}/entries`)) return reply
    const kept = (await rowsOf(shared)).filter(row => row.hash !== hidden)
    const bytes = kept.flatMap(row => [
      ...new Uint8Array(new Uint32Array([row.bytes.length]).buffer).reverse(),
      ...row.bytes,
    ])
    return { ...reply, bytes: new Uint8Array(bytes) }
  })
  const secret = partnerSeat(world).readLink((made.seats[1]?.linkPath ?? '').split('#')[1] ?? '')
  const noor = await partnerSeat(world).open(secret)
  await settle(noor)
  await noor.refresh()
  expect(noor.faults).toContainEqual({ code: 'gap', journal: shared, entry: hidden })
})

test('bytes that a device keeps and somebody changed are named when it opens them, offline too', async () => {
  const world = kim.world
  const name = [...world.kept.keys()].filter(key => key.startsWith(`e/${made.id}/${journal}`)).at(-1) ?? ''
  const kept = world.kept.get(name)
  if (!kept) throw new Error('the phone keeps nothing')
  world.kept.set(name, flipBit(kept, 3000))
  world.offline = true
  const again = await partnerSeat(world).open(null)
  expect(codesOf(again)).toContain('forged')
  expect(Object.keys(again.state.sheets[again.seat]?.answers ?? {}).length).toBeLessThan(5)
  world.offline = false
})
