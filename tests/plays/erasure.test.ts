import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { toBase64Url } from '../../src/core/journal/bytes.ts'
import { decodeEntry, stubOf } from '../../src/core/journal/entry.ts'
import type { MemoryWorld } from '../../src/cli/memory-world.ts'
import { verifyJournals } from '../../src/records/verify-journals.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import type { OpenCase } from '../../src/vault/therapist-vault.types.ts'
import {
  insideAccount,
  passphrase,
  plainCase,
  playPartner,
  playTherapist,
  setStage,
  settle,
  type Stage,
} from '../support/play-stage.ts'

vi.setConfig({ testTimeout: 120_000 })

const at = '2026-11-23T09:00:00.000Z'
let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let made: OpenCase
beforeAll(async () => {
  stage = await setStage()
  therapist = await playTherapist(stage, 'Practice by the mill')
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  made = await therapist.vault.createCase(plainCase)
  await settle(made)
})

const note = (n: number, words = `note ${n}`) =>
  ({ kind: 'note', at, note: String(n).padStart(22, 'A'), words }) as const
const wordsOf = (open: OpenCase) => open.state.notes.map(({ words }) => words)
const journalOf = (kind: string, of: string | null = null): string =>
  insideAccount(therapist.vault)
    .keyring.cases.find(one => one.case === made.id)
    ?.journals.find(one => one.kind === kind && one.of === of)?.journal ?? ''
const database = () => stage.server.records.database
const rowOf = (hash: string) =>
  database().selectFrom('entries').selectAll().where('hash', '=', hash).executeTakeFirstOrThrow()
const entryOf = (bytes: Uint8Array) => {
  const decoded = decodeEntry(cryptography, new Uint8Array(bytes))
  if (!decoded.ok) throw new Error('what is stored is no entry')
  return decoded.value
}
const broken = async () => (await verifyJournals(database())).broken.map(({ code }) => code)
const openElsewhere = async (): Promise<{ open: OpenCase; world: MemoryWorld }> => {
  const world = stage.device()
  const vault = await therapistAccount(world).signIn({ signInName: therapist.signInName, passphrase })
  return { open: await vault.openCase(made.id), world }
}
/** Everywhere that this ciphertext still lies: the server's files, and what the devices keep. */
const lies = (sealed: Uint8Array, worlds: MemoryWorld[]): string[] => {
  const part = Buffer.from(sealed).subarray(0, 64)
  const files = readdirSync(stage.server.folder).filter(name =>
    readFileSync(join(stage.server.folder, name)).includes(part),
  )
  const kept = worlds.flatMap(({ kept }) =>
    [...kept].filter(([, bytes]) => Buffer.from(bytes).includes(part)),
  )
  return [...files, ...kept.map(([key]) => key.slice(0, 1))]
}

test('erased on one device, it is gone from the server, from both devices and from their snapshots; the rest holds', async () => {
  const hashes = await made.appendAll(
    'notes',
    Array.from({ length: 40 }, (_, n) => note(n)),
  )
  await settle(made)
  await made.refresh()
  const other = await openElsewhere()
  expect(wordsOf(other.open)).toHaveLength(40)
  const gone = [hashes[3], hashes[17]] as string[]
  const sealed = await Promise.all(
    gone.map(async hash => entryOf((await rowOf(hash)).bytes).sealed as Uint8Array),
  )
  const worlds = [therapist.world, other.world]
  for (const one of sealed) expect(lies(one, worlds)).toEqual(['groundwork.sqlite-wal', 'e', 'e'])

  await made.erase('notes', gone)
  expect(wordsOf(made)).toHaveLength(38)
  await settle(made)
  for (const one of sealed) expect(lies(one, worlds)).toEqual(['e'])
  await other.open.refresh()
  for (const one of sealed) expect(lies(one, worlds)).toEqual([])
  expect(other.open.state).toEqual(made.state)
  expect([made.faults, other.open.faults, await broken()]).toEqual([[], [], []])

  // The same device again, another that has nothing, and what is written after.
  await other.open.append('notes', note(40))
  await settle(other.open)
  for (const { open } of [await openElsewhere(), { open: made }]) {
    await open.refresh()
    expect(open.faults).toEqual([])
    expect(wordsOf(open)).toEqual(wordsOf(other.open))
  }
  const again = await therapistAccount(therapist.world).signIn({
    signInName: therapist.signInName,
    passphrase,
  })
  const reopened = await again.openCase(made.id)
  expect([wordsOf(reopened), reopened.faults]).toEqual([wordsOf(made), []])
  await made.erase('notes', gone)
  expect(made.sync).toBe('sent')
})

test('written and erased without the network: what it said never leaves the device', async () => {
  therapist.world.offline = true
  const [hash] = await made.appendAll('notes', [note(1), note(2)])
  const kept = [...therapist.world.kept].filter(([key]) =>
    key.startsWith(`e/${made.id}/${journalOf('notes')}`),
  )
  const entry = kept.map(([, bytes]) => entryOf(bytes)).find(one => toBase64Url(one.hash) === hash)
  await made.erase('notes', [hash as string])
  expect(lies(entry?.sealed as Uint8Array, [therapist.world])).toEqual([])
  therapist.world.offline = false
  await made.refresh()
  await settle(made)
  const wire = Buffer.concat(stage.wire)
  expect(wire.includes(Buffer.from(entry?.sealed as Uint8Array).subarray(0, 64))).toBe(false)
  expect([wordsOf(made), made.faults, await broken()]).toEqual([['note 2'], [], []])
  expect(wordsOf((await openElsewhere()).open)).toEqual(['note 2'])
})

test('the therapist erases a partner’s answer; both phones and the fold go without it', async () => {
  const kim = await playPartner(stage, made, 0)
  const answer = (n: number) =>
    ({ kind: 'answer', at, instrument: 'intake@1', item: `item.${n}`, value: n }) as const
  for (const n of [1, 2, 3]) await kim.vault.append('private', answer(n))
  await settle(kim.vault)
  await made.refresh()
  const { seat } = kim.vault
  const second = made.entries.find(({ body }) => body.kind === 'answer' && body.item === 'item.2')
    ?.hash as string
  await made.erase('private', [second], seat)
  await settle(made)
  await kim.vault.refresh()
  await kim.vault.append('private', answer(4))
  await settle(kim.vault)
  await made.refresh()
  for (const view of [made, kim.vault]) {
    expect(view.faults).toEqual([])
    expect(view.state.sheets[seat]?.answers).toEqual({ 'item.1': 1, 'item.3': 3, 'item.4': 4 })
  }
})

test('an operator who empties an entry by himself is named, and one who brings an erased one back is not heard', async () => {
  const [one, two] = (await made.appendAll('notes', [note(1), note(2), note(3)])) as [string, string]
  await settle(made)
  const whole = await rowOf(one)
  const put = (hash: string, bytes: Uint8Array) =>
    database().updateTable('entries').set({ bytes }).where('hash', '=', hash).execute()
  await put(one, stubOf(entryOf(whole.bytes)))
  const emptied = (await openElsewhere()).open
  expect(emptied.faults).toEqual([{ code: 'emptied', journal: journalOf('notes'), entry: one }])
  expect(wordsOf(emptied)).toEqual(['note 2', 'note 3'])
  expect(await broken()).toEqual(['emptied'])
  await put(one, whole.bytes)

  const before = await rowOf(two)
  await made.erase('notes', [two])
  await settle(made)
  await put(two, before.bytes)
  const fresh = await openElsewhere()
  expect([wordsOf(fresh.open), fresh.open.faults]).toEqual([['note 1', 'note 3'], []])
  expect(lies(entryOf(before.bytes).sealed as Uint8Array, [fresh.world, therapist.world])).toEqual([
    'groundwork.sqlite-wal',
  ])
  expect(await broken()).toEqual(['not-erased'])
  await put(two, stubOf(entryOf(before.bytes)))
})

test('five million letters are kept in parts, sent in small requests, read elsewhere, and erased', async () => {
  const text = Array.from({ length: 100 }, (_, n) => String(n % 10).repeat(50_000))
  const parts = text.map(
    (words, part) =>
      ({ kind: 'transcript-part', at, transcript: 'A'.repeat(22), part, text: words }) as const,
  )
  const hashes = await made.appendAll('notes', parts)
  await settle(made)
  const sent = therapist.world.requests.filter(({ path }) => path.includes(journalOf('notes')))
  expect(Math.max(...sent.map(one => one.sent))).toBeLessThan(300_000)
  const { open, world } = await openElsewhere()
  const read = open.entries.flatMap(({ body }) => (body.kind === 'transcript-part' ? [body.text] : []))
  expect(read).toEqual(text)
  expect(Math.max(...world.requests.map(one => one.received))).toBeLessThan(1_300_000)
  await open.erase('notes', hashes)
  await settle(open)
  await made.refresh()
  for (const one of [open, made]) {
    expect(one.entries.some(({ body }) => body.kind === 'transcript-part')).toBe(false)
    expect(one.faults).toEqual([])
  }
  const left = await database()
    .selectFrom('entries')
    .select('bytes')
    .where('journal_id', '=', journalOf('notes'))
    .execute()
  expect(left.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(60_000)
  expect(await broken()).toEqual([])
})
