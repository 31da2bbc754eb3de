import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64Url } from '../core/journal/bytes.ts'
import { encodeFrames } from '../core/journal/frames.ts'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { TestMember, makeLink, randomText } from '../../tests/support/test-member.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import { append, claimSeat, makeTherapist, openCase } from '../../tests/support/test-therapist.ts'

const dayMs = 86_400_000
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())

test('a claim sent again gets the same reply, whatever was written since and also after the link has expired', async () => {
  const made = await openCase(server, await makeTherapist(server))
  const { shared } = made.journals
  const other = await claimSeat(server, made, 1)
  const entry = other.member.write(made.case, shared)
  await append(other, made.case, shared, [entry])
  const own = randomText(16)
  const claim = made.links[0].claimBy(new TestMember(), own)
  const first = await new TestBrowser(server).ask('POST', '/api/claim', claim)
  await append(other, made.case, shared, [other.member.write(made.case, shared)])
  const second = await new TestBrowser(server).ask('POST', '/api/claim', claim)
  expect(first.status).toBe(200)
  const { journals, ...welcome } = first.json
  expect(welcome).toEqual({
    case: made.case,
    seat: made.seats[0],
    welcome: made.newCase.seats[0]?.welcome,
  })
  // What this seat reads comes along, and of nobody else's journals anything.
  const none = { position: 0, entries: '' }
  const shown = { journal: shared, position: 1, entries: toBase64Url(encodeFrames([entry.bytes])) }
  const expected = [shown, { journal: made.journals.private[0], ...none }, { journal: own, ...none }]
  expect(journals).toHaveLength(expected.length)
  expect(journals).toEqual(expect.arrayContaining(expected))
  expect(second.bytes).toEqual(first.bytes)
  const at = server.clock.now
  server.clock.now += 30 * dayMs
  const late = new TestBrowser(server)
  expect((await late.ask('POST', '/api/claim', claim)).bytes).toEqual(first.bytes)
  // The claim lies in the database; a thief of that must not be signed in by it.
  expect(late.cookies.size).toBe(0)
  server.clock.now = at
})

test('of two phones with one link the first has the seat, and the other is told so', async () => {
  const made = await openCase(server, await makeTherapist(server))
  const claims = Array.from({ length: 8 }, () => made.links[0].claimBy(new TestMember(), randomText(16)))
  const replies = await Promise.all(
    claims.map(claim => new TestBrowser(server).ask('POST', '/api/claim', claim)),
  )
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  const others = replies.filter(({ status }) => status !== 200)
  expect(new Set(others.map(({ json }) => json['code']))).toEqual(new Set(['link-spent']))
})

test('an unknown, an expired and a revoked link look the same', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const claim = (which: 0 | 1) => made.links[which].claimBy(new TestMember(), randomText(16))
  const unknown = makeLink(new Date(server.clock.now).toISOString()).claimBy(new TestMember(), randomText(16))
  const revoked = `/api/cases/${made.case}/seats/${made.seats[1]}/link`
  expect((await therapist.browser.ask('DELETE', revoked)).status).toBe(204)
  const at = server.clock.now
  const replies = [await new TestBrowser(server).ask('POST', '/api/claim', claim(1))]
  server.clock.now += 15 * dayMs
  replies.push(await new TestBrowser(server).ask('POST', '/api/claim', claim(0)))
  server.clock.now = at
  replies.push(await new TestBrowser(server).ask('POST', '/api/claim', unknown))
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(replies[1]?.bytes).toEqual(replies[0]?.bytes)
  expect(replies[2]?.bytes).toEqual(replies[0]?.bytes)
})

test('a claim whose certificate does not hold spends nothing', async () => {
  const made = await openCase(server, await makeTherapist(server))
  const member = new TestMember()
  const claim = made.links[0].claimBy(member, randomText(16))
  const forged = { ...claim, certificate: { ...claim.certificate, master: new TestMember().master } }
  const browser = new TestBrowser(server)
  expect((await browser.ask('POST', '/api/claim', forged)).json['code']).toBe('certificate-wrong')
  expect((await browser.ask('POST', '/api/claim', claim)).status).toBe(200)
})

test('the therapist sees the claim as it was sent', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const path = `/api/cases/${made.case}/seats`
  const before = (await therapist.browser.ask('GET', path)).json as unknown as { link: string }[]
  expect(before.map(({ link }) => link)).toEqual(['open', 'open'])
  const claim = made.links[0].claimBy(new TestMember(), randomText(16))
  await new TestBrowser(server).ask('POST', '/api/claim', claim)
  const after = (await therapist.browser.ask('GET', path)).json as unknown as object[]
  expect(after).toContainEqual(
    expect.objectContaining({
      seat: made.seats[0],
      link: 'claimed',
      claim,
      locked: false,
      waits: false,
      left: false,
    }),
  )
})

test('a new link ends the old one and its sign-ins, and private entries stay readable through it', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const before = await claimSeat(server, made, 0)
  const journal = made.journals.private[0]
  await append(before, made.case, journal, [before.member.write(made.case, journal)])
  const renewed = makeLink(new Date(server.clock.now + dayMs).toISOString())
  const path = `/api/cases/${made.case}/seats/${before.seat}/link`
  expect((await therapist.browser.ask('PUT', path, renewed.link)).status).toBe(204)
  const heads = `/api/cases/${made.case}/heads`
  expect((await before.browser.ask('GET', heads, undefined, before.as)).status).toBe(401)

  const browser = new TestBrowser(server)
  const member = new TestMember()
  const own = randomText(16)
  expect((await browser.ask('POST', '/api/claim', renewed.claimBy(member, own))).status).toBe(200)
  // The same request, late: it must not end what the new link began.
  expect((await therapist.browser.ask('PUT', path, renewed.link)).status).toBe(204)
  const reply = await browser.ask('GET', heads, undefined, before.as)
  const journals = reply.json['journals'] as { journal: string; position: number }[]
  expect(journals).toContainEqual({ journal, epoch: 1, position: 1 })
  expect(journals.map(one => one.journal)).toContain(own)
  expect(journals.map(one => one.journal)).not.toContain(before.own)
  // The old phone's keys write nothing more, even through the new phone's sign-in.
  const stale = before.member.write(made.case, journal)
  const refused = await append({ browser, member, as: before.as }, made.case, journal, [stale])
  expect(refused.json['code']).toBe('device-unknown')
})

test('a case sent twice is one case; ids that are taken are refused whole', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  expect((await therapist.browser.ask('POST', '/api/cases', made.newCase)).status).toBe(201)
  const other = await makeTherapist(server)
  const taken = await other.browser.ask('POST', '/api/cases', { ...made.newCase, case: randomText(16) })
  expect([taken.status, taken.json['code']]).toEqual([409, 'id-taken'])
  const cases = await server.records.database.selectFrom('cases').selectAll().execute()
  const journals = await server.records.database.selectFrom('journals').select('case_id').execute()
  expect(new Set(journals.map(row => row.case_id))).toEqual(new Set(cases.map(row => row.case_id)))
})

test('a device signs its seat in when the cookie is gone; nobody else’s does', async () => {
  const made = await openCase(server, await makeTherapist(server))
  const partner = await claimSeat(server, made, 0)
  const signInBy = async (member: TestMember, seat: string) => {
    const browser = new TestBrowser(server)
    const certificate = member.certificate()
    const { json } = await browser.ask('POST', '/api/seat/challenge', { seat, device: certificate.device })
    const challenge = String(json['challenge'])
    const body = { seat, certificate, challenge, signature: member.signChallenge(challenge) }
    const reply = await browser.ask('POST', '/api/seat/sign-in', body)
    return { reply, browser, again: () => browser.ask('POST', '/api/seat/sign-in', body) }
  }
  const { reply, browser, again } = await signInBy(partner.member, partner.seat)
  expect(reply.status).toBe(200)
  const heads = await browser.ask('GET', `/api/cases/${made.case}/heads`, undefined, partner.as)
  expect(heads.status).toBe(200)
  expect((await again()).status).toBe(403)
  const stranger = await signInBy(new TestMember(), partner.seat)
  const nowhere = await signInBy(partner.member, randomText(16))
  expect(stranger.reply.status).toBe(403)
  expect(nowhere.reply.bytes).toEqual(stranger.reply.bytes)
})

test('who holds a link can ask how it stands, and learns no more than that', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const ask = (door: string) => new TestBrowser(server).ask('POST', '/api/link', { door })
  const [first, second] = made.links
  expect((await ask(first.door)).json).toEqual({ claimed: false })
  await claimSeat(server, made, 0)
  expect((await ask(first.door)).json).toEqual({ claimed: true })
  const unknown = await ask(randomText(32))
  const at = server.clock.now
  server.clock.now += 15 * dayMs
  // Expiry stops claims, not resumption.
  expect((await ask(first.door)).json).toEqual({ claimed: true })
  expect((await ask(second.door)).bytes).toEqual(unknown.bytes)
  server.clock.now = at
  await therapist.browser.ask('DELETE', `/api/cases/${made.case}/seats/${made.seats[0]}/link`)
  const revoked = await ask(first.door)
  expect([revoked.status, revoked.bytes]).toEqual([404, unknown.bytes])
})
