import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeFrames } from '../core/journal/frames.ts'
import { ProblemSchema } from '../core/protocol/case-protocol.ts'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { makeLink, randomText } from '../../tests/support/test-member.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import {
  type Person,
  type TestCase,
  claimSeat,
  entriesPath,
  makeTherapist,
  openCase,
} from '../../tests/support/test-therapist.ts'
import { routes } from './route-table.ts'

let server: TestServer
let owner: Person
let made: TestCase
let first: Awaited<ReturnType<typeof claimSeat>>
let second: Awaited<ReturnType<typeof claimSeat>>
let others: Record<string, Person>
beforeAll(async () => {
  server = await startTestServer()
  owner = await makeTherapist(server)
  made = await openCase(server, owner)
  first = await claimSeat(server, made, 0)
  second = await claimSeat(server, made, 1)
  const colleague = await makeTherapist(server)
  const elsewhere = await openCase(server, colleague)
  others = { colleague, stranger: await claimSeat(server, elsewhere, 0), 'the other partner': second, owner }
})
afterAll(() => server.remove())

const frames = (person: Person, caseId: string, journal: string) =>
  encodeFrames([person.member.write(caseId, journal).bytes])

/** What somebody asks for that is not theirs, and the same for what nobody has. */
const asked: {
  what: string
  by: string[]
  ask(person: Person, real: boolean): { method: string; path: string; body?: unknown }
}[] = [
  {
    what: 'heads of a case',
    by: ['colleague', 'stranger'],
    ask: (_, real) => ({ method: 'GET', path: `/api/cases/${real ? made.case : randomText(16)}/heads` }),
  },
  {
    what: 'entries of a private journal',
    by: ['colleague', 'stranger', 'the other partner'],
    ask: (_, real) => ({
      method: 'GET',
      path: entriesPath(made.case, real ? made.journals.private[0] : randomText(16)),
    }),
  },
  {
    what: 'entries of an own journal',
    by: ['colleague', 'stranger', 'the other partner', 'owner'],
    ask: (_, real) => ({ method: 'GET', path: entriesPath(made.case, real ? first.own : randomText(16)) }),
  },
  {
    what: 'entries of the record',
    by: ['colleague', 'stranger', 'the other partner'],
    ask: (_, real) => ({
      method: 'GET',
      path: entriesPath(made.case, real ? made.journals.record : randomText(16)),
    }),
  },
  {
    what: 'adding to a private journal',
    by: ['colleague', 'stranger', 'the other partner'],
    ask: (person, real) => {
      const journal = real ? made.journals.private[0] : randomText(16)
      return {
        method: 'POST',
        path: entriesPath(made.case, journal),
        body: frames(person, made.case, journal),
      }
    },
  },
  {
    what: 'seats of a case',
    by: ['colleague'],
    ask: (_, real) => ({ method: 'GET', path: `/api/cases/${real ? made.case : randomText(16)}/seats` }),
  },
  ...(['PUT', 'DELETE', 'POST'] as const).map(method => ({
    what: `${method} on a seat`,
    by: ['colleague', 'owner'],
    ask: (person: Person, real: boolean) => {
      const seat = real && person !== owner ? made.seats[0] : randomText(16)
      const caseId = person === owner ? made.case : real ? made.case : randomText(16)
      return {
        method,
        path: `/api/cases/${caseId}/seats/${seat}/${method === 'POST' ? 'reset' : 'link'}`,
        body: method === 'PUT' ? makeLink('2027-01-01T00:00:00.000Z').link : undefined,
      }
    },
  })),
]

describe('what is not yours and what does not exist are the same bytes', () => {
  for (const { what, by, ask } of asked)
    for (const who of by)
      test(`${what}, for ${who}`, async () => {
        const person = others[who] as Person
        const [real, none] = [ask(person, true), ask(person, false)]
        const notYours = await person.browser.ask(real.method, real.path, real.body, person.as)
        const noSuch = await person.browser.ask(none.method, none.path, none.body, person.as)
        expect(notYours.status).toBe(404)
        expect(noSuch.bytes).toEqual(notYours.bytes)
        expect([...noSuch.headers]).toEqual([...notYours.headers])
      })
})

describe('every route, asked by nobody', () => {
  const fill = (path: string) =>
    path
      .replace(':case', made.case)
      .replace(':seat', made.seats[0])
      .replace(':journal', made.journals.private[0])
  for (const { method, path, caller } of routes.filter(row => row.caller !== 'nobody'))
    test(`${method} ${path} says only: sign in (for ${caller})`, async () => {
      const reply = await new TestBrowser(server).ask(method, fill(path), method === 'GET' ? undefined : {})
      expect([reply.status, reply.json['code']]).toEqual([401, 'signed-out'])
      expect(reply.headers.get('content-type')).toBe('application/problem+json')
      expect(ProblemSchema.safeParse(reply.json).success).toBe(true)
    })
})

test('a seat’s cookie opens that seat and no other, and no account’s routes', async () => {
  const heads = `/api/cases/${made.case}/heads`
  expect((await first.browser.ask('GET', heads, undefined, second.as)).status).toBe(401)
  expect((await first.browser.ask('GET', heads)).status).toBe(401)
  expect((await first.browser.ask('GET', `/api/cases/${made.case}/seats`, undefined, first.as)).status).toBe(
    401,
  )
  expect((await owner.browser.ask('PUT', '/api/seat/keyring', {}, first.as)).status).toBe(401)
  const borrowed = new TestBrowser(server)
  borrowed.cookies.set(`gw_seat_${second.seat}`, String(first.browser.cookies.get(`gw_seat_${first.seat}`)))
  expect((await borrowed.ask('GET', heads, undefined, second.as)).status).toBe(401)
})

test('ids of any form are answered, never an error of the server', async () => {
  for (const id of ['x', '%00', '..%2f..', 'a'.repeat(3000), "'; drop table cases; --", '%F0%9F%98%80']) {
    const encoded = id.startsWith('%') || id.includes('%2f') ? id : encodeURIComponent(id)
    const reply = await owner.browser.ask('GET', `/api/cases/${encoded}/heads`)
    expect([id, reply.status]).toEqual([id, 404])
  }
  const after = await owner.browser.ask('GET', `${entriesPath(made.case, made.journals.record)}?after=-1`)
  expect(after.status).toBe(400)
})
