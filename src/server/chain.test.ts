import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mustFromBase64Url } from '../core/journal/bytes.ts'
import { encodeFrames } from '../core/journal/frames.ts'
import { TestMember, randomText } from '../../tests/support/test-member.ts'
import { cryptography } from '../platform/cryptography.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import {
  type Person,
  type TestCase,
  append,
  claimSeat,
  entriesPath,
  makeTherapist,
  openCase,
} from '../../tests/support/test-therapist.ts'

let server: TestServer
let therapist: Person
let made: TestCase
let partner: Awaited<ReturnType<typeof claimSeat>>
let journal: string
beforeAll(async () => {
  server = await startTestServer()
  therapist = await makeTherapist(server)
})
afterAll(() => server.remove())
beforeEach(async () => {
  made = await openCase(server, therapist)
  partner = await claimSeat(server, made, 0)
  journal = made.journals.private[0]
})

const write = (body: unknown = {}, change = {}) => partner.member.write(made.case, journal, body, change)
const send = (...entries: ReturnType<typeof write>[]) => append(partner, made.case, journal, entries)
const count = async () => {
  const { json } = await therapist.browser.ask('GET', `/api/cases/${made.case}/heads`)
  const heads = json['journals'] as { journal: string; epoch: number; position: number }[]
  return heads.find(head => head.journal === journal)?.position
}

test('the same entries sent again are taken once', async () => {
  const entries = [write(), write()]
  expect((await send(...entries)).json).toEqual({ position: 2 })
  expect((await send(...entries)).json).toEqual({ position: 2 })
  expect((await send(...entries, write(), entries[0] as (typeof entries)[0])).json).toEqual({ position: 3 })
  expect(await count()).toBe(3)
})

test('two devices of one person are two chains', async () => {
  await send(write())
  partner.member.changeDevice()
  expect((await send(write())).json).toEqual({ position: 2 })
})

test.each([
  ['a gap', 'chain-gap', () => write({}, { sequence: 2, previous: cryptography.random(32) })],
  [
    'a second entry at one place',
    'chain-forked',
    () => write({ other: true }, { sequence: 0, previous: new Uint8Array(32) }),
  ],
  [
    'another previous entry',
    'chain-forked',
    () => write({}, { sequence: 1, previous: cryptography.random(32) }),
  ],
  ['an epoch to come', 'epoch-unknown', () => write({}, { epoch: 2 })],
  ['another journal', 'wrong-place', () => write({}, { journal: mustFromBase64Url(made.journals.shared) })],
  ['another case', 'wrong-place', () => write({}, { case: cryptography.random(16) })],
])('%s is refused as %s and leaves nothing behind', async (_, code, bend) => {
  await send(write())
  const bent = bend()
  const reply = await append(partner, made.case, journal, [bent])
  expect(reply.json['code']).toBe(code)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(await count()).toBe(1)
})

test('one bad entry among good ones refuses them all', async () => {
  const good = [write(), write()]
  const bad = write({}, { sequence: 5, previous: cryptography.random(32) })
  expect((await send(...good, bad)).json['code']).toBe('chain-gap')
  expect(await count()).toBe(0)
  expect((await send(...good)).json).toEqual({ position: 2 })
})

test('a flipped bit anywhere in an entry is refused', async () => {
  const entry = write()
  for (const at of [0, 1, 2, 20, 36, 40, 72, 80, 110, 150, 203, 230, 300, entry.bytes.length - 1]) {
    const bytes = entry.bytes.slice()
    bytes[at] = (bytes[at] as number) ^ 1
    const reply = await append(partner, made.case, journal, [{ ...entry, bytes }])
    expect([at, reply.status]).toEqual([at, reply.json['code'] === 'chain-gap' ? 409 : 400])
  }
  expect(await count()).toBe(0)
})

test('an entry by a device that the sender’s keys did not certify is refused', async () => {
  const other = await claimSeat(server, made, 1)
  const shared = made.journals.shared
  const theirs = other.member.write(made.case, shared, { theirs: true })
  const asMine = await append(partner, made.case, shared, [theirs])
  expect(asMine.json['code']).toBe('device-unknown')
  const stranger = new TestMember()
  const entry = stranger.write(made.case, shared)
  expect((await append(partner, made.case, shared, [entry])).json['code']).toBe('device-unknown')
  // A certificate that names the right master but was not signed by it.
  const forged = stranger.write(
    made.case,
    shared,
    {},
    {
      sequence: 0,
      previous: new Uint8Array(32),
      certificate: stranger.certificateInTheNameOf(partner.member.master),
    },
  )
  expect((await append(partner, made.case, shared, [forged])).json['code']).toBe('certificate-wrong')
})

test('an entry that was accepted elsewhere cannot be played into another journal', async () => {
  const entry = write()
  await send(entry)
  const reply = await append(partner, made.case, made.journals.shared, [entry])
  expect(reply.json['code']).toBe('wrong-place')
})

test('only who leads a journal opens its next epoch, and then the old one is closed', async () => {
  await send(write())
  const opening = therapist.member.write(made.case, journal, {}, { epoch: 2 })
  expect((await append(therapist, made.case, journal, [opening])).json).toEqual({ position: 2 })
  const retired = write()
  expect((await send(retired)).json['code']).toBe('epoch-retired')
  const twice = therapist.member.write(made.case, journal, {}, { epoch: 4 })
  expect((await append(therapist, made.case, journal, [twice])).json['code']).toBe('epoch-unknown')
  const own = partner.member.write(made.case, partner.own, {}, { epoch: 2 })
  expect((await append(partner, made.case, partner.own, [own])).json).toEqual({ position: 1 })
})

test('who leaves the case can neither read nor add any more, and the link is no way back', async () => {
  const { shared } = made.journals
  const leave = partner.member.write(made.case, shared, {}, { type: 'leave' })
  expect((await append(partner, made.case, shared, [leave])).status).toBe(200)
  const again = await append(partner, made.case, shared, [leave])
  expect([again.status, again.json['code']]).toEqual([410, 'seat-left'])
  const claim = made.links[0].claimBy(new TestMember(), randomText(16))
  expect((await partner.browser.ask('POST', '/api/claim', claim)).status).toBe(404)
  const knock = { door: made.links[0].door, blinded: randomText(32) }
  expect((await partner.browser.ask('POST', '/api/door', knock)).status).toBe(404)
  const seats = (await therapist.browser.ask('GET', `/api/cases/${made.case}/seats`)).json as unknown
  expect(seats).toContainEqual(expect.objectContaining({ seat: partner.seat, left: true }))
  const own = therapist.member.write(made.case, shared, {}, { type: 'leave' })
  expect((await append(therapist, made.case, shared, [own])).json['code']).toBe('leave-not-yours')
})

test('a body that is cut short, doubled up or no frames at all stores nothing', async () => {
  const frames = encodeFrames([write().bytes, write().bytes])
  const post = (bytes: Uint8Array) =>
    partner.browser.ask('POST', entriesPath(made.case, journal), bytes, partner.as)
  for (const length of [1, 3, 4, 100, frames.length - 1])
    expect((await post(frames.slice(0, length))).json['code']).toMatch(/^not-/)
  const junk = await post(cryptography.random(5000))
  expect(junk.status).toBe(400)
  expect(await count()).toBe(0)
  const many = encodeFrames(Array.from({ length: 257 }, () => new Uint8Array(220)))
  expect((await post(many)).json['code']).toBe('too-large')
  const doubled = await post(new Uint8Array([...frames, ...frames]))
  expect(doubled.json).toEqual({ position: 2 })
  expect((await post(new Uint8Array(0))).json).toEqual({ position: 2 })
})

test('many writers at once: every acknowledged entry is there, in the order of its chain', async () => {
  const writers = Array.from({ length: 20 }, () => {
    const member = new TestMember()
    Object.assign(member, { masterSeed: partner.member.masterSeed })
    return member
  })
  const replies = await Promise.all(
    writers.map(async member => {
      const sent = []
      for (let n = 0; n < 5; n++)
        sent.push(await append(partner, made.case, journal, [member.write(made.case, journal, { n })]))
      return sent.map(({ status }) => status)
    }),
  )
  expect(new Set(replies.flat())).toEqual(new Set([200]))
  expect(await count()).toBe(100)
})
