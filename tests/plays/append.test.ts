import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { encodeFrames } from '../../src/core/journal/frames.ts'
import type { Entry } from '../../src/core/journal/entry.ts'
import { flipBit } from '../support/play-journal.ts'
import { type TestServer, startTestServer } from '../support/test-server.ts'
import {
  append,
  claimSeat,
  entriesPath,
  makeTherapist,
  openCase,
  type Person,
  type TestCase,
} from '../support/test-therapist.ts'

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

const sendBytes = async (bytes: Uint8Array) => {
  const path = entriesPath(made.case, journal)
  const reply = await partner.browser.ask('POST', path, encodeFrames([bytes]), partner.as)
  return [reply.status >= 400 && reply.status < 500, reply.json['code']]
}
const stored = () =>
  server.records.database.selectFrom('entries').select('hash').where('journal_id', '=', journal).execute()

/** Where each part of a chain's first entry stands, in bytes (docs/format.md), and what a flipped bit there is called. */
const regions: [string, number, number, string[]][] = [
  ['the version', 0, 1, ['not-an-entry']],
  ['the type', 1, 1, ['not-an-entry', 'signature-wrong']],
  ['the case', 2, 16, ['wrong-place']],
  ['the journal', 18, 16, ['wrong-place']],
  ['the epoch', 34, 4, ['signature-wrong']],
  ['the device', 38, 32, ['signature-wrong']],
  ['the sequence', 70, 4, ['not-an-entry', 'signature-wrong']],
  ['the previous hash', 74, 32, ['signature-wrong']],
  ['the master key', 106, 32, ['signature-wrong']],
  ['the certificate’s signature', 138, 64, ['signature-wrong']],
  ['the nonce', 202, 24, ['signature-wrong']],
  ['the length', 226, 4, ['not-an-entry']],
  ['what is sealed', 230, 1000, ['signature-wrong']],
  ['the signature', -64, 64, ['signature-wrong']],
]
test.each(regions)(
  'a bit flipped in %s is refused, named, and leaves nothing behind',
  async (_, from, length, codes) => {
    const entry: Entry = partner.member.write(made.case, journal)
    const start = from < 0 ? entry.bytes.length + from : from
    for (const bit of [0, 3, 7].flatMap(low => [start * 8 + low, (start + length - 1) * 8 + low])) {
      const [refused, code] = await sendBytes(flipBit(entry.bytes, bit))
      expect([bit, refused]).toEqual([bit, true])
      expect(codes).toContain(code)
    }
    expect(await stored()).toEqual([])
    // The true one is taken all the same.
    expect((await append(partner, made.case, journal, [entry])).json).toEqual({ position: 1 })
  },
)

test('a body cut anywhere is refused whole', async () => {
  const body = encodeFrames([
    partner.member.write(made.case, journal).bytes,
    partner.member.write(made.case, journal).bytes,
  ])
  for (const length of [1, 3, 4, 100, Math.floor(body.length / 2), body.length - 1]) {
    const path = entriesPath(made.case, journal)
    const reply = await partner.browser.ask('POST', path, body.slice(0, length), partner.as)
    expect(reply.json['code']).toBe('not-frames')
  }
  expect(await stored()).toEqual([])
})

test('the other partner can neither read nor add to what is private, and is told what a stranger is told', async () => {
  await append(partner, made.case, journal, [partner.member.write(made.case, journal)])
  const other = await claimSeat(server, made, 1)
  const path = entriesPath(made.case, journal)
  const nowhere = entriesPath(made.case, made.case)
  const bytes = encodeFrames([other.member.write(made.case, journal).bytes])
  const [read, readNowhere] = [
    await other.browser.ask('GET', path, undefined, other.as),
    await other.browser.ask('GET', nowhere, undefined, other.as),
  ]
  expect([read.status, read.bytes]).toEqual([404, readNowhere.bytes])
  const [added, addedNowhere] = [
    await other.browser.ask('POST', path, bytes, other.as),
    await other.browser.ask('POST', nowhere, bytes, other.as),
  ]
  expect([added.status, added.bytes]).toEqual([404, addedNowhere.bytes])
  const heads = await other.browser.ask('GET', `/api/cases/${made.case}/heads`, undefined, other.as)
  expect(JSON.stringify(heads.json)).not.toContain(journal)
})

test('a stolen cookie of a seat writes nothing in its name: it has none of the seat’s keys', async () => {
  const thief = await claimSeat(server, await openCase(server, therapist), 0)
  for (const [name, value] of partner.browser.cookies) thief.browser.cookies.set(name, value)
  const bytes = encodeFrames([thief.member.write(made.case, journal).bytes])
  const reply = await thief.browser.ask('POST', entriesPath(made.case, journal), bytes, partner.as)
  expect([reply.status, reply.json['code']]).toEqual([400, 'device-unknown'])
  expect(await stored()).toEqual([])
})
