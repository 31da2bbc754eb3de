import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/groundwork.ts'
import { type MemoryWorld, memoryWorld } from '../../src/cli/memory-world.ts'
import { toBase64Url } from '../../src/core/journal/bytes.ts'
import { decodeEntry } from '../../src/core/journal/entry.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import { type Program, buildServer, killAll, startOwn, wayTo } from './own-server.ts'

let program: Program
let scratch: string
beforeAll(async () => {
  program = await buildServer()
  scratch = mkdtempSync(join(tmpdir(), 'groundwork-restored-'))
}, 60_000)
afterAll(() => {
  killAll()
  program.remove()
  rmSync(scratch, { recursive: true, force: true })
})

const at = '2026-11-23T09:00:00.000Z'
const signInName = 'Restored'
const passphrase = 'ochre-lantern-willow-harbour-quiet-seven'
const answer = (item: number) =>
  ({ kind: 'answer', at, instrument: 'intake@1', item: `values.us.${item}`, value: (item % 5) + 1 }) as const

const command = async (...args: string[]): Promise<string> => {
  const out: string[] = []
  const code = await main(args, { out: line => out.push(line), err: line => out.push(line) })
  expect([code, out]).toEqual([0, expect.any(Array)])
  return out.join('\n')
}

test('from an older backup the devices go on, and bring back everything that was acknowledged since, and nothing that was erased', async () => {
  const folder = join(scratch, 'data')
  let server = await startOwn(program, folder)
  const way = wayTo(server.address)
  const device = (): MemoryWorld => memoryWorld(way.fetch, Date.now)
  const desk = device()
  const registered = await therapistAccount(desk).register({
    setUpCode: String(server.setUpCode),
    signInName,
    passphrase,
  })
  await registered.vault.confirmKit(registered.recoveryCode)
  const made = await registered.vault.createCase({
    name: 'Harbour',
    people: ['Kim', 'Noor'],
    policy: 'discretion',
    jurisdiction: 'ca-bc',
    therapist: 'T. Lind',
  })
  const phones = await Promise.all(
    made.seats.map(({ linkPath }) => {
      const seats = partnerSeat(device())
      const secret = seats.readLink((linkPath ?? '').split('#')[1] ?? '')
      return seats.open(secret)
    }),
  )
  const everyone = [made, ...phones]
  const settle = async () => {
    for (let round = 0; round < 3; round++) for (const one of everyone) await one.refresh()
    expect(everyone.map(({ sync }) => sync)).toEqual(everyone.map(() => 'sent'))
  }
  for (const phone of phones) for (let n = 0; n < 5; n++) await phone.append('private', answer(n))
  const [hash] = await made.appendAll('notes', [
    { kind: 'note', at, note: 'E'.repeat(22), words: 'to be erased' },
  ])
  await settle()
  const ciphertext = [...desk.kept]
    .map(([key, bytes]) => (key.startsWith('e/') ? decodeEntry(cryptography, bytes) : null))
    .flatMap(entry => (entry?.ok && toBase64Url(entry.value.hash) === hash ? [entry.value.sealed] : []))[0]
  const lies = (data: string) =>
    readdirSync(data).some(name =>
      readFileSync(join(data, name)).includes(Buffer.from(ciphertext as Uint8Array).subarray(0, 64)),
    )
  expect(lies(folder)).toBe(true)

  const backup = JSON.parse(
    await command('backup', '--data', folder, '--to', join(scratch, 'backup'), '--json'),
  ) as Record<'files' | 'codes', Record<'database' | 'secrets', string>>
  // More is written and acknowledged after the backup, by everyone, and everyone reads it.
  for (const phone of phones) for (let n = 5; n < 12; n++) await phone.append('private', answer(n))
  await made.append('notes', { kind: 'note', at, note: 'A'.repeat(22), words: 'after the backup' })
  await made.erase('notes', [hash as string])
  await settle()
  expect(lies(folder)).toBe(false)
  const before = everyone.map(({ state }) => structuredClone(state))
  await server.kill()

  const codes = join(scratch, 'codes')
  writeFileSync(codes, `${backup.codes.database}\n${backup.codes.secrets}\n`)
  const restored = join(scratch, 'restored')
  const { database, secrets } = backup.files
  await command('restore', '--from', database, '--secrets', secrets, '--data', restored, '--code-file', codes)
  server = await startOwn(program, restored)
  way.to = server.address
  expect(lies(restored)).toBe(true)

  // The phones sign in again by their keys; the therapist signs in again.
  for (const phone of phones) await phone.refresh()
  const again = await therapistAccount(desk).signIn({ signInName, passphrase })
  const opened = await again.openCase(made.id)
  everyone[0] = opened
  await settle()
  expect(everyone.map(({ state }) => state)).toEqual(before)
  // What was erased after the backup was made is erased again.
  expect(lies(restored)).toBe(false)
  for (const phone of phones) await phone.append('private', answer(20))
  await opened.append('notes', { kind: 'note', at, note: 'B'.repeat(22), words: 'and it goes on' })
  await settle()
  // A device that has nothing of it reads it all from the restored server alone.
  const fresh = await (await therapistAccount(device()).signIn({ signInName, passphrase })).openCase(made.id)
  expect(fresh.state).toEqual(opened.state)
  for (const { seat } of phones) expect(Object.keys(fresh.state.sheets[seat]?.answers ?? {})).toHaveLength(13)
  expect(fresh.state.notes).toHaveLength(2)
  await server.stop()
  expect(await command('verify', '--data', restored)).toContain('Everything holds.')
}, 120_000)
