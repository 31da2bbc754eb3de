import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFrames } from '../core/journal/frames.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import {
  append,
  claimSeat,
  entriesPath,
  makeTherapist,
  openCase,
} from '../../tests/support/test-therapist.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())

test('what a partner writes into their private journal, the therapist reads byte for byte', async () => {
  const therapist = await makeTherapist(server)
  const made = await openCase(server, therapist)
  const partner = await claimSeat(server, made, 0)
  const journal = made.journals.private[0]
  const entries = [1, 2, 3].map(n => partner.member.write(made.case, journal, { n }))
  const reply = await append(partner, made.case, journal, entries)
  expect(reply.status).toBe(200)
  expect(reply.json).toEqual({ position: 3 })

  const read = await therapist.browser.ask('GET', `${entriesPath(made.case, journal)}?after=1`)
  expect(read.status).toBe(200)
  expect(read.headers.get('x-groundwork-position')).toBe('3')
  const frames = decodeFrames(read.bytes)
  expect(frames.ok && frames.value).toEqual(entries.slice(1).map(({ bytes }) => bytes))

  const heads = await therapist.browser.ask('GET', `/api/cases/${made.case}/heads`)
  expect(heads.json['journals']).toContainEqual({ journal, epoch: 1, position: 3 })
  expect(JSON.stringify(heads.json)).not.toContain(partner.own)
})
