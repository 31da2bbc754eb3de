import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { encodeFrames } from '../core/journal/frames.ts'
import { type Entry, stubOf } from '../core/journal/entry.ts'
import { verifyJournals } from '../records/verify-journals.ts'
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

const write = (person: Person, body: unknown = {}, change = {}) =>
  person.member.write(made.case, journal, body, change)
const erase = (person: Person, ...entries: Entry[]) =>
  write(person, {}, { type: 'erase', erases: entries.map(({ hash }) => hash) })
const send = (person: Person, ...entries: Entry[]) => append(person, made.case, journal, entries)
const stored = async (): Promise<Uint8Array> =>
  (await partner.browser.ask('GET', entriesPath(made.case, journal), undefined, partner.as)).bytes
const broken = async () => (await verifyJournals(server.records.database)).broken
/** Whether what an entry sealed lies anywhere in the server's files. */
const lies = ({ sealed }: Entry): boolean =>
  readdirSync(server.folder).some(name =>
    readFileSync(join(server.folder, name)).includes(Buffer.from(sealed as Uint8Array).subarray(0, 48)),
  )

test('what its author erases is gone from every file of the server, and the journal still holds', async () => {
  const [one, two, long] = [write(partner), write(partner), write(partner, { words: 'x'.repeat(50_000) })]
  await send(partner, one, two, long)
  expect([one, two, long].map(lies)).toEqual([true, true, true])
  expect((await send(partner, erase(partner, two, long))).json).toEqual({ position: 4 })
  expect([one, two, long].map(lies)).toEqual([true, false, false])
  expect(Buffer.from(await stored()).includes(Buffer.from(stubOf(two)))).toBe(true)
  expect(await broken()).toEqual([])
})

test('whoever leads a journal erases what others wrote; others do not, and then nothing at all was added', async () => {
  const [theirs, mine] = [write(partner), write(therapist)]
  await send(partner, theirs)
  await send(therapist, mine)
  const refused = await send(partner, write(partner), erase(partner, theirs, mine))
  expect([refused.status, refused.json['code']]).toEqual([400, 'erase-refused'])
  expect([theirs, mine].map(lies)).toEqual([true, true])
  expect((await send(therapist, erase(therapist, theirs, mine))).json).toEqual({ position: 3 })
  expect([theirs, mine].map(lies)).toEqual([false, false])
  expect(await broken()).toEqual([])
})

test('what erases, and what leaves, is never erased', async () => {
  const [one, other] = [write(partner), write(partner)]
  const erasing = erase(partner, one)
  await send(partner, one, other, erasing)
  expect((await send(therapist, erase(therapist, erasing))).json['code']).toBe('erase-refused')
  expect(lies(erasing)).toBe(true)
})

test('written and erased before anything was sent: the content is never stored', async () => {
  const one = write(partner)
  const erasing = erase(partner, one)
  expect((await send(partner, one, erasing)).json).toEqual({ position: 2 })
  expect(lies(one)).toBe(false)
  expect(await broken()).toEqual([])
})

test('erased before it came, as after a restored backup: it is stored without its content whoever sends it', async () => {
  const [late, later] = [write(partner), write(partner)]
  await send(therapist, erase(therapist, late))
  await send(partner, late, later)
  expect([late, later].map(lies)).toEqual([false, true])
  // A name that is not theirs to erase stands for nothing.
  const next = write(therapist)
  await send(partner, erase(partner, next))
  await send(therapist, next)
  expect(lies(next)).toBe(true)
  expect(await broken()).toEqual([])
})

test('an author sends the stub where nobody here knows of the erasing any more; it is taken, and named', async () => {
  const one = write(partner)
  const path = entriesPath(made.case, journal)
  const reply = await partner.browser.ask('POST', path, encodeFrames([stubOf(one)]), partner.as)
  expect(reply.json).toEqual({ position: 1 })
  expect((await broken()).map(({ code }) => code)).toEqual(['emptied'])
  await send(therapist, erase(therapist, one))
  expect(await broken()).toEqual([])
})

test('content that came back behind the server’s back is named', async () => {
  const one = write(partner)
  await send(partner, one, erase(partner, one))
  const { database } = server.records
  await database
    .updateTable('entries')
    .set({ bytes: one.bytes })
    .where('journal_id', '=', journal)
    .where('position', '=', 1)
    .execute()
  expect((await broken()).map(({ code, position }) => [code, position])).toEqual([['not-erased', 1]])
})
