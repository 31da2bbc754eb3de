import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFrames } from '../../src/core/journal/frames.ts'
import { main } from '../../src/cli/groundwork.ts'
import { TestBrowser } from '../support/test-browser.ts'
import { TestMember, makeCase, randomText } from '../support/test-member.ts'
import { append, entriesPath, register } from '../support/test-therapist.ts'
import { type Program, buildServer, killAll, killWhileStarting, startOwn, wayTo } from './own-server.ts'

const rounds = Number(process.env.GROUNDWORK_CRASHES ?? (process.env.GROUNDWORK_NIGHTLY === '1' ? 500 : 50))
/** One round in so many is killed in its start, before it answers. */
const startsKilled = 10

let program: Program
let folder: string
beforeAll(async () => {
  program = await buildServer()
  folder = mkdtempSync(join(tmpdir(), 'groundwork-crash-'))
})
afterAll(() => {
  killAll()
  program.remove()
  rmSync(folder, { recursive: true, force: true })
})

const nameOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

test(
  `killed at ${rounds} random moments while it writes, it has all that it acknowledged and nothing by halves`,
  async () => {
    let server = await startOwn(program, folder)
    const way = wayTo(server.address)
    const therapist = { browser: new TestBrowser(way), member: new TestMember(), as: {} }
    await register(therapist.browser, String(server.setUpCode), 'crash', therapist.member.master)
    const made = makeCase(new Date(Date.now() + 86_400_000).toISOString())
    expect((await therapist.browser.ask('POST', '/api/cases', made.newCase)).status).toBe(201)
    const journals = [made.journals.private[0], made.journals.shared]
    const partner = new TestMember()
    const browser = new TestBrowser(way)
    await browser.ask('POST', '/api/claim', made.links[0].claimBy(partner, randomText(16)))
    const devices = Array.from({ length: 6 }, (_, n) => {
      const member = new TestMember()
      Object.assign(member, { masterSeed: partner.masterSeed })
      return {
        browser,
        member,
        as: { 'x-groundwork-seat': made.seats[0] },
        journal: journals[n % 2] as string,
        outbox: [] as ReturnType<TestMember['write']>[],
      }
    })
    /** What was acknowledged: entries, cases, the keyring's version. */
    const acknowledged = new Map(journals.map(journal => [journal, new Set<string>()]))
    const cases = new Set<string>()
    let keyring = { version: 1, sealed: '' }
    /** How far each journal has been read, and what was read. */
    const read = new Map(journals.map(journal => [journal, { position: 0, stored: new Set<string>() }]))
    let killedAt = ''
    const fill = ({ outbox, member, journal }: (typeof devices)[number]): void => {
      while (outbox.length < 3) outbox.push(member.write(made.case, journal, { number: outbox.length }))
    }
    const readKeyring = async () => {
      const { json } = await therapist.browser.ask('GET', '/api/keyring')
      return { version: Number(json['version']), sealed: String(json['sealed']) }
    }

    for (let round = 0; round < rounds; round++) {
      const state = { running: true }
      for (const device of devices) fill(device)
      const loop = async (step: () => Promise<void>): Promise<void> => {
        while (state.running)
          try {
            await step()
          } catch (error) {
            if (state.running) throw error
          }
      }
      const writing = devices.map(device =>
        loop(async () => {
          const { journal, outbox } = device
          const reply = await append(device, made.case, journal, outbox)
          if (reply.status !== 200) throw new Error(`an append answered ${reply.status}`)
          for (const { bytes } of outbox) acknowledged.get(journal)?.add(nameOf(bytes))
          device.outbox = []
          fill(device)
        }),
      )
      const saving = loop(async () => {
        const next = { version: keyring.version + 1, sealed: randomText(400) }
        const reply = await therapist.browser.ask('PUT', '/api/keyring', next)
        if (reply.status === 204) keyring = next
        // A reply that was lost: the server has the version that this device does not know of.
        else if (reply.status === 409) keyring = await readKeyring()
      })
      const making = loop(async () => {
        const { newCase } = makeCase(new Date(Date.now() + 86_400_000).toISOString())
        const reply = await therapist.browser.ask('POST', '/api/cases', newCase)
        if (reply.status === 201) cases.add(newCase.case)
      })
      const ms = Math.random() * 250
      killedAt = `killed in round ${round} after ${ms} ms`
      await new Promise(done => setTimeout(done, ms))
      state.running = false
      await server.kill()
      await Promise.all([...writing, saving, making])
      if (round % startsKilled === 0) await killWhileStarting(program, folder, Math.random() * 600)
      server = await startOwn(program, folder)
      way.to = server.address

      for (const journal of journals) {
        const known = read.get(journal) as { position: number; stored: Set<string> }
        for (;;) {
          const path = `${entriesPath(made.case, journal)}?after=${known.position}`
          const reply = await therapist.browser.ask('GET', path)
          const frames = decodeFrames(reply.bytes)
          if (!frames.ok || frames.value.length === 0) break
          for (const bytes of frames.value) known.stored.add(nameOf(bytes))
          known.position = Number(reply.headers.get('x-groundwork-position'))
        }
        const lost = [...(acknowledged.get(journal) ?? [])].filter(entry => !known.stored.has(entry))
        expect([killedAt, lost.length]).toEqual([killedAt, 0])
      }
      for (const { outbox, journal } of devices) {
        const kept = outbox.filter(({ bytes }) => read.get(journal)?.stored.has(nameOf(bytes)))
        expect([killedAt, [0, outbox.length].includes(kept.length)]).toEqual([killedAt, true])
      }
      const held = await readKeyring()
      expect([killedAt, held.version - keyring.version]).toEqual([killedAt, expect.toBeOneOf([0, 1])])
      if (held.version === keyring.version && keyring.sealed) expect(held.sealed).toBe(keyring.sealed)
    }

    for (const one of cases)
      expect((await therapist.browser.ask('GET', `/api/cases/${one}/heads`)).json['journals']).toHaveLength(4)
    for (const journal of journals) expect(acknowledged.get(journal)?.size).toBeGreaterThan(rounds / 2)
    expect(cases.size).toBeGreaterThan(rounds / 10)
    await server.kill()
    const lines: string[] = []
    const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) }
    expect([await main(['verify', '--data', folder], io), lines.at(-1)]).toEqual([0, 'Everything holds.'])
  },
  rounds * 12_000,
)
