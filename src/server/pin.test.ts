import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromText, mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { randomText } from '../../tests/support/test-member.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import {
  type Person,
  type TestCase,
  claimSeat,
  makeTherapist,
  openCase,
} from '../../tests/support/test-therapist.ts'
import { hashToken } from '../records/secret-token.ts'

const { oprf } = ristretto255_oprf
const dayMs = 86_400_000
let server: TestServer
let therapist: Person
let made: TestCase
let partner: Awaited<ReturnType<typeof claimSeat>>
let keyring: { version: number; sealed: string; resumeHash: string }
beforeAll(async () => {
  server = await startTestServer()
  therapist = await makeTherapist(server)
})
afterAll(() => server.remove())

/** What stands for the slow part: the proof follows from the evaluated PIN. */
const proofOf = (pin: string, blind: Uint8Array, evaluated: string) =>
  toBase64Url(oprf.finalize(fromText(pin), blind, mustFromBase64Url(evaluated)).slice(0, 32))

const setPin = async (pin: string) => {
  const { blind, blinded } = oprf.blind(fromText(pin))
  const body = { blinded: toBase64Url(blinded) }
  const { json } = await partner.browser.ask('POST', '/api/seat/pin', body, partner.as)
  const proof = proofOf(pin, blind, String(json['evaluated']))
  keyring = { version: 1, sealed: randomText(300), resumeHash: hashToken(proof) }
  return partner.browser.ask('PUT', '/api/seat/keyring', keyring, partner.as)
}
const knock = (pin: string) => {
  const { blind, blinded } = oprf.blind(fromText(pin))
  const browser = new TestBrowser(server)
  const door = made.links[0].door
  return browser.ask('POST', '/api/door', { door, blinded: toBase64Url(blinded) }).then(reply => ({
    reply,
    browser,
    resume: () =>
      browser.ask('POST', '/api/resume', {
        door,
        proof: proofOf(pin, blind, String(reply.json['evaluated'])),
      }),
  }))
}
beforeEach(async () => {
  made = await openCase(server, therapist)
  partner = await claimSeat(server, made, 0)
})

test('link and PIN open the seat on another phone', async () => {
  expect((await setPin('482913')).status).toBe(204)
  const { reply, browser, resume } = await knock('482913')
  expect(reply.json['left']).toBe(9)
  const resumed = await resume()
  expect(resumed.json).toEqual({
    case: made.case,
    seat: partner.seat,
    keyring: { version: 1, sealed: keyring.sealed },
  })
  const heads = await browser.ask('GET', `/api/cases/${made.case}/heads`, undefined, partner.as)
  expect(heads.status).toBe(200)
  expect((await knock('482913')).reply.json['left']).toBe(9)
})

test('a wrong PIN opens nothing and tells nothing but how many tries are left', async () => {
  await setPin('482913')
  const { reply, browser, resume } = await knock('482914')
  expect(reply.status).toBe(200)
  const resumed = await resume()
  expect([resumed.status, resumed.json['code']]).toEqual([403, 'wrong-pin'])
  expect(browser.cookies.size).toBe(0)
  expect((await knock('482914')).reply.json['left']).toBe(8)
})

test('tries get slower, then the seat locks, and the therapist opens it again', async () => {
  await setPin('482913')
  const waits: number[] = []
  for (let tries = 0; tries < 10; ) {
    const { reply } = await knock('000000')
    if (reply.status === 200) {
      tries += 1
      continue
    }
    expect([reply.status, reply.json['code']]).toEqual([429, 'wait'])
    const waitS = Number(reply.headers.get('retry-after'))
    waits.push(waitS)
    server.clock.now += waitS * 1000
  }
  expect(waits.length).toBeGreaterThan(4)
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  server.clock.now += 10 * dayMs
  const locked = (await knock('482913')).reply
  expect([locked.status, locked.json['code']]).toEqual([423, 'seat-locked'])
  const seats = `/api/cases/${made.case}/seats`
  therapist = await makeTherapistAgain()
  expect((await therapist.browser.ask('GET', seats)).json).toContainEqual(
    expect.objectContaining({ seat: partner.seat, locked: true, waits: true }),
  )
  expect((await therapist.browser.ask('POST', `${seats}/${partner.seat}/reset`)).status).toBe(204)
  expect((await (await knock('482913')).resume()).status).toBe(200)
})

/** The clock was moved past the therapist's sign-in; the same account, signed in anew. */
const makeTherapistAgain = async (): Promise<Person> => {
  const { signInAccount, accountCookie } = await import('../records/sign-ins.ts')
  const { database } = server.records
  const row = await database
    .selectFrom('cases')
    .select('account_id')
    .where('case_id', '=', made.case)
    .executeTakeFirstOrThrow()
  const { token } = await signInAccount(server.records, database, row.account_id)
  therapist.browser.cookies.set(accountCookie, String(token))
  return therapist
}

test('twenty tries at once are as slow as twenty in a row', async () => {
  await setPin('482913')
  const replies = await Promise.all(Array.from({ length: 20 }, () => knock('111111')))
  expect(replies.filter(({ reply }) => reply.status === 200)).toHaveLength(4)
  expect(replies.filter(({ reply }) => reply.json['code'] === 'wait')).toHaveLength(16)
})

test('before a PIN is set, and for a stranger, there is nothing to guess at', async () => {
  expect((await knock('000000')).reply.json['code']).toBe('no-pin')
  const { blinded } = oprf.blind(fromText('000000'))
  const body = { door: randomText(32), blinded: toBase64Url(blinded) }
  expect((await new TestBrowser(server).ask('POST', '/api/door', body)).status).toBe(404)
})

test('what is not a point is refused and is not a try', async () => {
  await setPin('482913')
  const door = made.links[0].door
  for (const blinded of [toBase64Url(new Uint8Array(32)), toBase64Url(new Uint8Array(32).fill(255))]) {
    const reply = await new TestBrowser(server).ask('POST', '/api/door', { door, blinded })
    expect([reply.status, reply.json['code']]).toEqual([400, 'not-a-point'])
  }
  expect((await knock('482913')).reply.json['left']).toBe(9)
})

test('each link of a seat has a PIN key of its own', async () => {
  const point = toBase64Url(oprf.blind(fromText('482913')).blinded)
  const ask = () => partner.browser.ask('POST', '/api/seat/pin', { blinded: point }, partner.as)
  const [first, again] = [await ask(), await ask()]
  expect(again.json).toEqual(first.json)
  await server.records.database
    .updateTable('seats')
    .set({ generation: 2 })
    .where('seat_id', '=', partner.seat)
    .execute()
  expect((await ask()).json['evaluated']).not.toBe(first.json['evaluated'])
})

test('a seat’s keyring is swapped only for the next version', async () => {
  await setPin('482913')
  const put = (change: object) =>
    partner.browser.ask('PUT', '/api/seat/keyring', { ...keyring, ...change }, partner.as)
  expect((await put({})).status).toBe(204)
  expect((await put({ sealed: randomText(10) })).json['code']).toBe('keyring-moved')
  expect((await put({ version: 3 })).json['code']).toBe('keyring-moved')
  expect((await put({ version: 2, sealed: randomText(10) })).status).toBe(204)
})
