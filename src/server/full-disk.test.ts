import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import { append, claimSeat, makeTherapist, openCase } from '../../tests/support/test-therapist.ts'
import { verifyJournals } from '../records/verify-journals.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.remove())

test('on a full disk an append answers 507, keeps nothing by halves, and works again when there is room', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const partner = await claimSeat(server, made, 0)
  const journal = made.journals.private[0]
  const { database } = server.records
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(database)
  await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 4}`).execute(database)
  const entries = Array.from({ length: 12 }, (_, n) =>
    partner.member.write(made.case, journal, { n, filler: 'x'.repeat(3000) }),
  )
  const refused = await append(partner, made.case, journal, entries)
  expect([refused.status, refused.json['code']]).toEqual([507, 'disk-full'])
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(await verifyJournals(database)).toMatchObject({ entries: 0, broken: [] })
  await sql.raw('pragma max_page_count = 1000000').execute(database)
  expect((await append(partner, made.case, journal, entries)).json).toEqual({ position: 12 })
  expect(await verifyJournals(database)).toMatchObject({ entries: 12, broken: [] })
})

test('a broken rule of the database answers 503, and those who came with it lose nothing', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const partner = await claimSeat(server, made, 0)
  const journal = made.journals.private[0]
  const { database } = server.records
  await sql`create trigger refuse before insert on entries when new.position = 2
    begin select raise(abort, 'refused'); end`.execute(database)
  const entries = [partner.member.write(made.case, journal), partner.member.write(made.case, journal)]
  const refused = await append(partner, made.case, journal, entries)
  expect([refused.status, refused.json['code']]).toEqual([503, 'database'])
  expect(JSON.stringify(refused.json)).not.toContain('trigger')
  expect(await verifyJournals(database)).toMatchObject({ entries: 0, broken: [] })
  await sql`drop trigger refuse`.execute(database)
  expect((await append(partner, made.case, journal, entries)).json).toEqual({ position: 2 })
})
