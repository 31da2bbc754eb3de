import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/groundwork.ts'
import { copySqlite } from '../../src/platform/sqlite.ts'
import { type TestServer, startTestServer } from '../support/test-server.ts'
import { type TestCase, append, claimSeat, makeTherapist, openCase } from '../support/test-therapist.ts'

let server: TestServer
let made: TestCase
let scratch: string
const entries = 200
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'groundwork-cut-'))
  server = await startTestServer()
  const therapist = await makeTherapist(server)
  made = await openCase(server, therapist)
  const partner = await claimSeat(server, made, 0)
  const journal = made.journals.private[0]
  for (let n = 0; n < entries; n += 50) {
    const written = Array.from({ length: 50 }, () => partner.member.write(made.case, journal))
    await append(partner, made.case, journal, written)
  }
})
afterAll(async () => {
  await server.remove()
  rmSync(scratch, { recursive: true, force: true })
})

interface Found {
  ok: boolean
  code?: string
  cases?: number
  entries?: number
  broken?: { code: string; case: string; journal: string; position: number }[]
}

/** What `verify` says of a copy of the database, cut to a share of its length. */
const verifyCut = async (share: number): Promise<{ exit: number; found: Found; text: string }> => {
  const folder = mkdtempSync(join(scratch, 'data-'))
  const file = join(folder, 'groundwork.sqlite')
  copySqlite(join(server.folder, 'groundwork.sqlite'), file)
  truncateSync(file, Math.floor(statSync(file).size * share))
  const [json, text]: [string[], string[]] = [[], []]
  const exit = await main(['verify', '--data', folder, '--json'], {
    out: line => json.push(line),
    err: line => text.push(line),
  })
  const said = { out: (line: string) => void text.push(line), err: (line: string) => void text.push(line) }
  await main(['verify', '--data', folder], said)
  return { exit, found: JSON.parse(json.join('')) as Found, text: text.join('\n') }
}

test('whole, it holds', async () => {
  const { exit, found } = await verifyCut(1)
  expect([exit, found.ok, found.entries]).toEqual([0, true, entries])
})

test.each([0.99, 0.9, 0.75, 0.5])(
  'cut to %d of its length, what is lost is named, entry by entry',
  async share => {
    const { exit, found, text } = await verifyCut(share)
    expect([exit, found.ok, found.code]).toEqual([1, false, 'file-damaged'])
    const lost = (found.broken ?? []).filter(({ code }) => code === 'lost')
    expect((found.entries ?? 0) + lost.length).toBe(entries)
    expect(found.entries).toBeGreaterThan(0)
    expect(new Set(lost.map(({ position }) => position)).size).toBe(lost.length)
    for (const { position } of lost)
      expect(text).toContain(`lost: case ${made.case} journal ${made.journals.private[0]} entry ${position}`)
    // Of the rest only what lies in the very page that was cut is complained of, and what comes after a lost entry.
    const others = (found.broken ?? []).filter(
      ({ code }) => !['lost', 'chain-broken', 'head-wrong'].includes(code),
    )
    expect(new Set(others.map(({ position }) => position)).size).toBeLessThan(4)
  },
)

test('cut in its first page, it says that the file is damaged and nothing that it cannot know', async () => {
  const { exit, found, text } = await verifyCut(0.001)
  expect([exit, found]).toEqual([1, { ok: false, code: 'file-damaged', fileDamage: 1 }])
  expect(text).toContain('Restore it from a backup')
})
