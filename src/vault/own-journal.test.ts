import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { passphrase, plainCase, playTherapist, setStage, type Stage } from '../../tests/support/play-stage.ts'
import type { MemoryWorld } from '../cli/memory-world.ts'
import { verifyJournals } from '../records/verify-journals.ts'
import { therapistAccount } from './therapist-account.ts'
import type { OpenOwn, TherapistVault } from './therapist-vault.types.ts'

const at = '2026-11-23T09:00:00.000Z'
const answer = (words: string) =>
  ({ kind: 'lesson-answer', at, lesson: 'vocabulary', question: 'first', words }) as const

let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let count = 0
beforeAll(async () => {
  stage = await setStage()
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  therapist = await playTherapist(stage, `Trainee ${count++}`)
})

const signIn = (world: MemoryWorld): Promise<TherapistVault> =>
  therapistAccount(world).signIn({ signInName: therapist.signInName, passphrase })
const sent = async (own: OpenOwn): Promise<void> => {
  for (let round = 0; round < 5; round++) await own.refresh()
  expect([own.sync, own.faults]).toEqual(['sent', []])
}
const wordsOf = (own: OpenOwn) =>
  own.entries.map(({ body }) => (body.kind === 'lesson-answer' ? body.words : body.kind))

test('what is practised is sealed, stands in no caseload, and is there on the next device', async () => {
  const own = await therapist.vault.openOwn()
  const [first] = await own.appendAll([answer('canary-practice-7731'), answer('second')])
  await own.append(answer('third'))
  await sent(own)
  expect(await therapist.vault.cases()).toEqual([])
  expect(Buffer.concat(stage.wire).includes('canary-practice-7731')).toBe(false)
  await therapist.vault.signOut()

  const second = await (await signIn(stage.device())).openOwn()
  expect(wordsOf(second)).toEqual(['canary-practice-7731', 'second', 'third'])
  await second.erase([first as string])
  await second.append(answer('fourth'))
  await sent(second)
  const again = await (await signIn(therapist.world)).openOwn()
  await sent(again)
  expect(wordsOf(again)).toEqual(['second', 'third', 'fourth'])
  expect((await verifyJournals(stage.server.records.database)).broken).toEqual([])
})

test('two devices that first use it without the network come to one journal', async () => {
  const world = stage.device()
  const other = await signIn(world)
  therapist.world.offline = true
  world.offline = true
  const [one, two] = [await therapist.vault.openOwn(), await other.openOwn()]
  await one.append(answer('from one'))
  await two.append(answer('from two'))
  expect([one.sync, two.sync].every(sync => sync !== 'sent')).toBe(true)
  therapist.world.offline = false
  world.offline = false
  for (let round = 0; round < 3; round++) for (const own of [one, two]) await own.refresh()
  await sent(one)
  await sent(two)
  expect(wordsOf(one).sort()).toEqual(['from one', 'from two'])
  expect(wordsOf(two)).toEqual(wordsOf(one))
})

test('to the server it is a case of one whose link nobody has opened', async () => {
  const { database } = stage.server.records
  const known = new Set(
    (await database.selectFrom('cases').select('case_id').execute()).map(one => one.case_id),
  )
  const own = await therapist.vault.openOwn()
  await sent(own)
  const made = await therapist.vault.createCase({ ...plainCase, people: ['Kim'] })
  for (let round = 0; round < 5; round++) await made.refresh()
  const shapeOf = async (caseId: string) => {
    const journals = await database.selectFrom('journals').selectAll().where('case_id', '=', caseId).execute()
    const entries = await database.selectFrom('entries').selectAll().where('case_id', '=', caseId).execute()
    const seats = await database.selectFrom('seats').selectAll().where('case_id', '=', caseId).execute()
    return {
      journals: journals.map(({ therapist, epoch, position }) => [therapist, epoch, position]).sort(),
      sizes: entries.map(({ bytes }) => bytes.length).sort(),
      seats: seats.map(({ claim, revoked, has_left, welcome }) => [claim, revoked, has_left, welcome.length]),
    }
  }
  const cases = (await database.selectFrom('cases').select('case_id').execute()).map(one => one.case_id)
  const [ownCase] = cases.filter(id => !known.has(id) && id !== made.id)
  expect(await shapeOf(ownCase as string)).toEqual(await shapeOf(made.id))
})

test('a server that has lost it is named by the signed checkpoint', async () => {
  const { database } = stage.server.records
  const idsOf = async () =>
    (await database.selectFrom('journals').select('journal_id').execute()).map(one => one.journal_id)
  const known = await idsOf()
  const own = await therapist.vault.openOwn()
  await own.append(answer('first'))
  await sent(own)
  await therapist.vault.signOut()
  const journals = (await idsOf()).filter(id => !known.includes(id))
  await database.deleteFrom('entries').where('journal_id', 'in', journals).where('position', '>', 1).execute()
  await database.updateTable('journals').set({ position: 1 }).where('journal_id', 'in', journals).execute()
  const elsewhere = await (await signIn(stage.device())).openOwn()
  expect(elsewhere.faults).toContainEqual(expect.objectContaining({ code: 'gap' }))
})
