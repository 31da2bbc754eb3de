import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFrames } from '../core/journal/frames.ts'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { TestMember, makeCase, randomText } from '../../tests/support/test-member.ts'
import type { TestServer } from '../../tests/support/test-server.ts'
import { append, entriesPath, register } from '../../tests/support/test-therapist.ts'
import { main } from './groundwork.ts'

// Inside the project, so that the built program finds its libraries.
const place = fileURLToPath(new URL(`../../node_modules/.crash-test-${process.pid}/`, import.meta.url))
let folder: string
let child: ChildProcess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  mkdirSync(place, { recursive: true })
  const serve = fileURLToPath(new URL('serve.ts', import.meta.url))
  writeFileSync(
    join(place, 'entry.ts'),
    `import { run } from ${JSON.stringify(serve)}
     await run(process.argv.slice(2), { out: console.log, err: () => {} })`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(place, 'entry.ts'), outDir: place, emptyOutDir: false, target: 'node20' },
  })
}, 60_000)
afterAll(() => {
  child.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const start = async (): Promise<{ address: string; setUpCode: string | null }> => {
  child = spawn(process.execPath, [join(place, 'entry.js'), '--data', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return JSON.parse(line.toString('utf8')) as { address: string; setUpCode: string | null }
}

test('of a server killed while it writes, every acknowledged entry is there and none by halves', async () => {
  const { address: first, setUpCode } = await start()
  let address = first
  const server = {
    fetch: async (request: Request) => {
      const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null
      const { method, headers } = request
      return fetch(request.url.replace('http://localhost', address), { method, headers, body })
    },
  } as TestServer
  const therapist = { browser: new TestBrowser(server), member: new TestMember(), as: {} }
  await register(therapist.browser, String(setUpCode), 'crash', therapist.member.master)
  const made = makeCase(new Date(Date.now() + 86_400_000).toISOString())
  expect((await therapist.browser.ask('POST', '/api/cases', made.newCase)).status).toBe(201)
  const partner = {
    browser: new TestBrowser(server),
    member: new TestMember(),
    as: { 'x-groundwork-seat': made.seats[0] },
  }
  await partner.browser.ask('POST', '/api/claim', made.links[0].claimBy(partner.member, randomText(16)))
  const journal = made.journals.private[0]
  const devices = Array.from({ length: 6 }, () => {
    const member = new TestMember()
    Object.assign(member, { masterSeed: partner.member.masterSeed })
    return { ...partner, member, outbox: [] as ReturnType<TestMember['write']>[] }
  })
  const acknowledged = new Set<string>()

  for (let round = 0; round < 4; round++) {
    let running = true
    const writing = devices.map(async device => {
      while (running) {
        while (device.outbox.length < 3)
          device.outbox.push(device.member.write(made.case, journal, { round }))
        try {
          const reply = await append(device, made.case, journal, device.outbox)
          if (reply.status !== 200) throw new Error(`an append answered ${reply.status}`)
        } catch (error) {
          if (running) throw error
          return
        }
        for (const { bytes } of device.outbox) acknowledged.add(Buffer.from(bytes).toString('base64'))
        device.outbox = []
      }
    })
    await new Promise(done => setTimeout(done, 150 + round * 37))
    running = false
    child.kill('SIGKILL')
    await Promise.all([...writing, once(child, 'exit')])
    ;({ address } = await start())
    const stored = new Set<string>()
    for (let after = 0; ; ) {
      const reply = await therapist.browser.ask('GET', `${entriesPath(made.case, journal)}?after=${after}`)
      const frames = decodeFrames(reply.bytes)
      if (!frames.ok || frames.value.length === 0) break
      for (const bytes of frames.value) stored.add(Buffer.from(bytes).toString('base64'))
      after = Number(reply.headers.get('x-groundwork-position'))
    }
    expect([...acknowledged].filter(entry => !stored.has(entry))).toEqual([])
    for (const { outbox } of devices) {
      const kept = outbox.filter(({ bytes }) => stored.has(Buffer.from(bytes).toString('base64')))
      expect([0, outbox.length]).toContain(kept.length)
    }
  }
  expect(acknowledged.size).toBeGreaterThan(50)
  const lines: string[] = []
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) }
  expect([await main(['verify', '--data', folder], io), lines.at(-1)]).toEqual([0, 'Everything holds.'])
}, 60_000)
