import { afterAll, beforeAll, expect, test } from 'vitest'
import { framesType } from '../core/journal/frames.ts'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { TestMember, randomText } from '../../tests/support/test-member.ts'
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
import { allRoutes } from './route-table.ts'

let server: TestServer
let therapist: Person
let made: TestCase
beforeAll(async () => {
  server = await startTestServer()
  therapist = await makeTherapist(server)
  made = await openCase(server, therapist)
})
afterAll(() => server.remove())

const raw = (path: string, init: RequestInit) => server.fetch(new Request(`http://localhost${path}`, init))
const code = async (reply: Response) => ((await reply.json()) as { code: string }).code

test('every reply forbids caching, framing, sniffing, referrers and foreign scripts', async () => {
  for (const path of ['/api/state', '/api/account', '/api/none', '/none']) {
    const { headers } = await raw(path, {})
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('another site’s page changes nothing; a program that is no browser may ask', async () => {
  const post = (headers: Record<string, string>) =>
    raw('/api/claim', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    })
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ] as Record<string, string>[])
    expect([headers, await code(await post(headers))]).toEqual([headers, 'other-site'])
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }] as Record<
    string,
    string
  >[])
    expect(await code(await post(headers))).toBe('bad-input')
})

test('it answers under its own names alone', async () => {
  const ask = (host: string) => server.fetch(new Request('http://localhost/api/state', { headers: { host } }))
  expect((await ask('elsewhere.example')).status).toBe(421)
  for (const host of ['localhost:8420', '127.0.0.1:8420', '[::1]:8420', '192.168.1.7'])
    expect((await ask(host)).status).toBe(200)
})

test('a body over its route’s limit is refused with 413, told or not told', async () => {
  for (const row of allRoutes.filter(({ caller }) => caller === 'nobody')) {
    if (row.body.kind !== 'json') continue
    const { limit } = row.body
    const body = JSON.stringify({ filler: 'x'.repeat(limit) })
    const headers = { 'content-type': 'application/json' }
    const reply = await raw(row.path, { method: row.method, headers, body })
    expect([row.path, reply.status, await code(reply)]).toEqual([row.path, 413, 'too-large'])
  }
  const stream = new ReadableStream<Uint8Array>({
    pull: controller => controller.enqueue(new Uint8Array(65_536)),
  })
  const reply = await server.fetch(
    new Request(`http://localhost${entriesPath(made.case, made.journals.record)}`, {
      method: 'POST',
      headers: {
        'content-type': framesType,
        cookie: `gw_account=${therapist.browser.cookies.get('gw_account')}`,
      },
      body: stream,
      duplex: 'half',
    } as RequestInit),
  )
  expect([reply.status, await code(reply)]).toEqual([413, 'too-large'])
})

test('a body of another type, of no form, or with more in it than asked for is refused', async () => {
  const post = (type: string, body: string) =>
    raw('/api/claim', { method: 'POST', headers: { 'content-type': type }, body })
  expect((await post('text/plain', '{}')).status).toBe(415)
  expect((await post('application/x-www-form-urlencoded', 'a=b')).status).toBe(415)
  expect(await code(await post('application/json', '{"token":'))).toBe('not-json')
  expect(await code(await post('application/json', '[]'))).toBe('bad-input')
  const claim = made.links[0].claimBy(new TestMember(), randomText(16))
  const more = await post('application/json', JSON.stringify({ ...claim, secret: 'MARKED' }))
  expect(more.status).toBe(400)
  expect(await more.text()).not.toContain('MARKED')
  const wrong = await post('application/json', JSON.stringify({ ...claim, token: 'MARKED' }))
  expect(await wrong.text()).not.toContain('MARKED')
})

test('one address that knocks too often has to wait; others do not', async () => {
  const slow = await startTestServer({ knocksPerMinute: 3 })
  const knock = (from: string) =>
    new TestBrowser(slow).ask('POST', '/api/claim', {}, { 'x-forwarded-for': from })
  for (let n = 0; n < 3; n++) expect((await knock('203.0.113.5')).status).toBe(400)
  const waits = await knock('203.0.113.5')
  expect([waits.status, waits.json['code']]).toEqual([429, 'too-many'])
  expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await knock('203.0.113.6')).status).toBe(400)
  slow.clock.now += 61_000
  expect((await knock('203.0.113.5')).status).toBe(400)
  await slow.remove()
})

test('the log has no body, query, id, name, cookie or address', async () => {
  const watched = await startTestServer()
  const person = await makeTherapist(watched)
  const own = await openCase(watched, person)
  const partner = await claimSeat(watched, own, 0)
  const entry = partner.member.write(own.case, own.journals.shared, { words: 'MARKED-WORDS' })
  await append(partner, own.case, own.journals.shared, [entry])
  await person.browser.ask('GET', `/api/cases/${own.case}/heads?mark=MARKED-QUERY`)
  await person.browser.ask('POST', '/api/cases', { case: 'MARKED-BODY' })
  await person.browser.ask('GET', '/api/MARKED-PATH')
  await watched.records.database.schema.dropTable('chains').execute()
  const broken = partner.member.write(own.case, own.journals.shared)
  expect((await append(partner, own.case, own.journals.shared, [broken])).status).toBe(503)
  const log = watched.lines.join('\n')
  expect(watched.lines.length).toBeGreaterThan(8)
  expect(log).toContain('/api/cases/:case/heads')
  expect(log).toContain('"event":"failure"')
  const secrets = [
    'MARKED',
    person.name,
    own.case,
    ...own.seats,
    own.journals.shared,
    own.links[0].door,
    String(person.browser.cookies.get('gw_account')),
    '203.0.113',
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
  await watched.remove()
})
