import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/groundwork.ts'
import { openSqlite } from '../../src/platform/sqlite.ts'
import { TestBrowser } from '../support/test-browser.ts'
import { TestMember, makeCase, randomText } from '../support/test-member.ts'
import { append, register } from '../support/test-therapist.ts'
import { type Program, buildServer, killAll, startOwn, wayTo } from './own-server.ts'

/** A disk that can be filled and emptied, or a stand-in for one where only root may make disks. */
interface SmallDisk {
  folder: string
  /** Status and code of what it has no room for. */
  refusal: [number, string]
  fill(): void
  empty(): void
  remove(): void
}

const megabyte = 1 << 20

const realDisk = (scratch: string): SmallDisk | null => {
  const disk = join(scratch, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'groundwork-test', disk], { stdio: 'ignore' })
  } catch {
    return null
  }
  const filler = join(disk, 'filler')
  return {
    folder: join(disk, 'data'),
    refusal: [507, 'disk-full'],
    fill: () => {
      for (let size = 6 * megabyte; size > 4096; size -= 4096)
        try {
          writeFileSync(filler, new Uint8Array(size))
          return
        } catch {
          // Too much; a little less fits.
        }
    },
    empty: () => rmSync(filler),
    remove: () => void execFileSync('umount', ['-l', disk]),
  }
}

/** Where only root may make disks: a database that refuses whatever is added. */
const standIn = (scratch: string): SmallDisk => {
  const folder = join(scratch, 'data')
  const run = (statement: string) => {
    const connection = openSqlite(join(folder, 'groundwork.sqlite'))
    connection.exec(statement)
    connection.close()
  }
  return {
    folder,
    refusal: [503, 'database'],
    fill: () =>
      run("create trigger refuse before insert on entries begin select raise(abort, 'no room'); end"),
    empty: () => run('drop trigger refuse'),
    remove: () => {},
  }
}

let program: Program
let scratch: string
let disk: SmallDisk
beforeAll(async () => {
  program = await buildServer()
  scratch = mkdtempSync(join(tmpdir(), 'groundwork-full-'))
  disk = realDisk(scratch) ?? standIn(scratch)
}, 60_000)
afterAll(() => {
  killAll()
  disk.remove()
  program.remove()
  rmSync(scratch, { recursive: true, force: true })
})

test('on a full disk nothing is acknowledged that is not kept, and with room again all goes through', async () => {
  let server = await startOwn(program, disk.folder)
  const way = wayTo(server.address)
  const therapist = new TestBrowser(way)
  await register(therapist, String(server.setUpCode), 'full', new TestMember().master)
  const made = makeCase(new Date(Date.now() + 86_400_000).toISOString())
  expect((await therapist.ask('POST', '/api/cases', made.newCase)).status).toBe(201)
  const partner = {
    browser: new TestBrowser(way),
    member: new TestMember(),
    as: { 'x-groundwork-seat': made.seats[0] },
  }
  await partner.browser.ask('POST', '/api/claim', made.links[0].claimBy(partner.member, randomText(16)))
  const journal = made.journals.private[0]
  const send = (entries: ReturnType<TestMember['write']>[]) => append(partner, made.case, journal, entries)
  const heads = async () =>
    (await therapist.ask('GET', `/api/cases/${made.case}/heads`)).json['journals'] as {
      journal: string
      position: number
    }[]
  const position = async () => (await heads()).find(one => one.journal === journal)?.position
  const write = (n: number) =>
    Array.from({ length: n }, () => partner.member.write(made.case, journal, { filler: 'x'.repeat(2000) }))

  for (let n = 0; n < 5; n++) expect((await send(write(10))).status).toBe(200)
  disk.fill()
  const outbox = write(30)
  let acknowledged = 50
  // What little room there was may still take some; from then on every one is refused, and reading goes on.
  const replies: [number, unknown][] = []
  for (let n = 0; n < outbox.length; n += 3) {
    const { status, json } = await send(outbox.slice(n, n + 3))
    if (status === 200) acknowledged = Number(json['position'])
    else replies.push([status, json['code']])
    if (status !== 200) break
  }
  expect(replies).toEqual([disk.refusal])
  expect(await position()).toBe(acknowledged)
  // Killed while it is full, it has lost nothing when there is room.
  await server.kill()
  disk.empty()
  server = await startOwn(program, disk.folder)
  way.to = server.address
  expect(await position()).toBe(acknowledged)
  expect((await send(outbox)).json).toEqual({ position: 80 })
  await server.stop()
  const lines: string[] = []
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) }
  expect([await main(['verify', '--data', disk.folder], io), lines.at(-1)]).toEqual([0, 'Everything holds.'])
}, 60_000)
