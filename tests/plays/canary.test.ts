import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run as backup } from '../../src/cli/backup.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { playMarkedCase } from '../support/play-case.ts'
import { findMarks, type Found, type Mark, textMark } from '../support/play-search.ts'
import { playPartner, playTherapist, plainCase, setStage, type Stage } from '../support/play-stage.ts'

// Searching every byte takes its time where others are at work as well.
vi.setConfig({ testTimeout: 120_000 })

let stage: Stage
let play: Awaited<ReturnType<typeof playMarkedCase>>
beforeAll(async () => {
  stage = await setStage()
  play = await playMarkedCase(stage)
}, 120_000)
afterAll(() => stage.server.remove())

const allFiles = (folder: string): [string, Uint8Array][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name))])

/** Every value of every row, each by itself: what is compressed or packed there begins where the value begins. */
const allValues = async (): Promise<[string, Uint8Array][]> => {
  const { database } = stage.server.records
  const tables = await database.introspection.getTables()
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const values = await database
        .selectFrom(name as 'accounts')
        .selectAll()
        .execute()
      return values.flatMap(row =>
        Object.entries(row).map(([column, value]): [string, Uint8Array] => [
          `${name}.${column}`,
          (value as unknown) instanceof Uint8Array
            ? (value as unknown as Uint8Array)
            : Buffer.from(String(value)),
        ]),
      )
    }),
  )
  return rows.flat()
}

const search = (places: [string, Uint8Array][], marks: Mark[]): Found[] =>
  places.flatMap(([where, bytes]) => findMarks(where, bytes, marks))

describe('the play itself', () => {
  test('the case was played: its readers find every mark in it', () => {
    const read = JSON.stringify(play.state)
    const theirs = Object.entries(play.words).filter(([name]) => !/^(?:own note|erased)/.test(name))
    expect(theirs.filter(([, words]) => !read.includes(words)).map(([name]) => name)).toEqual([])
  })
  test('what only their author may read is not with the therapist either', () => {
    const own = Object.entries(play.words).filter(([name]) => /^own note/.test(name))
    expect(own).toHaveLength(3)
    expect(own.some(([, words]) => JSON.stringify(play.state).includes(words))).toBe(false)
  })
})

describe('what was erased', () => {
  test('is with its therapist no more: not in the state, and on no device that keys open', async () => {
    const erased = Object.entries(play.words).filter(([name]) => name.startsWith('erased'))
    expect(erased.length).toBeGreaterThan(6)
    const again = await play.reopen()
    const read = JSON.stringify([play.state, again.state, again.entries])
    expect(read).toContain(play.words['transcript first words'])
    expect(erased.filter(([, words]) => read.includes(words)).map(([name]) => name)).toEqual([])
  })
})

describe('what a thief of every byte at rest finds', () => {
  test('nothing in the files: database, log of writes, secrets', () => {
    const files = allFiles(stage.server.folder)
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining(['groundwork.sqlite', 'groundwork.sqlite-wal', 'secrets.json']),
    )
    expect(search(files, play.marks)).toEqual([])
  })
  test('nothing in any value of any table', async () => {
    const values = await allValues()
    expect(values.length).toBeGreaterThan(300)
    expect(search(values, play.marks)).toEqual([])
  })
  test('nothing in the log', () => {
    expect(stage.server.lines.length).toBeGreaterThan(50)
    expect(search([['log', Buffer.from(stage.server.lines.join('\n'))]], play.marks)).toEqual([])
  })
  test('nothing in a backup, and not even the sign-in name', async () => {
    const to = mkdtempSync(join(tmpdir(), 'groundwork-backup-'))
    try {
      const said: string[] = []
      const io = { out: (text: string) => void said.push(text), err: () => {} }
      expect(await backup(['--data', stage.server.folder, '--to', to, '--json'], io)).toBe(0)
      const files = allFiles(to)
      expect(files).toHaveLength(2)
      const { codes } = JSON.parse(said[0] ?? '') as { codes: Record<string, string> }
      const more = [...Object.entries(codes), ['sign-in name', play.signInName] as const]
      expect(search(files, [...play.marks, ...more.map(([name, text]) => textMark(name, text))])).toEqual([])
      expect(
        search(
          allFiles(stage.server.folder),
          more.slice(0, 2).map(([n, t]) => textMark(n, t)),
        ),
      ).toEqual([])
    } finally {
      rmSync(to, { recursive: true, force: true })
    }
  })
})

test('a living operator finds nothing in all that ever came in or went out', () => {
  expect(stage.wire.length).toBeGreaterThan(300)
  expect(search([['wire', Buffer.concat(stage.wire)]], play.marks)).toEqual([])
})

test('the one exemption is the sign-in name, and the same search finds it where it lies', async () => {
  const name = [textMark('sign-in name', play.signInName)]
  const found = search(await allValues(), name).map(({ where }) => where)
  expect([...new Set(found)].sort()).toEqual(['accounts.name', 'accounts.sign_in_name'])
  expect(search([['log', Buffer.from(stage.server.lines.join('\n'))]], name)).toEqual([])
})

describe('what lies on a phone', () => {
  test('behind a PIN nothing can be read: no word, no key, no link, and nothing on the tablet either', () => {
    for (const { kept } of [play.kim.world, play.tablet]) {
      const places = [...kept].flatMap(([key, bytes]): [string, Uint8Array][] => [
        [key.slice(0, 2), bytes],
        ['a key', Buffer.from(key)],
      ])
      expect(places.length).toBeGreaterThan(20)
      expect(search(places, play.marks)).toEqual([])
    }
  })
  test('before there is a PIN no safety answer can be read, and no other word that was written', async () => {
    const therapist = await playTherapist(stage, 'Practice by the lake')
    const made = await therapist.vault.createCase(plainCase)
    const { vault, world } = await playPartner(stage, made, 0)
    const marks = [textMark('safety', 'canary-safety-4417'), textMark('answer', 'canary-answer-9921')]
    world.offline = true
    await vault.dropSafety({ 'safety.fear': 'canary-safety-4417' })
    await vault.append('private', {
      kind: 'answer',
      at: '2026-11-23T09:00:00.000Z',
      instrument: 'intake@1',
      item: 'power.us.1',
      value: 'canary-answer-9921',
    })
    const places = [...world.kept].map(([key, bytes]): [string, Uint8Array] => [key, bytes])
    expect(search(places, marks)).toEqual([])
    // Whoever opens the page on this phone opens the seat, and still finds no safety answer.
    const again = await partnerSeat(world).open(null)
    expect(JSON.stringify(again.state)).toContain('canary-answer-9921')
    expect(JSON.stringify([again.state, again])).not.toContain('canary-safety-4417')
  })
  test('after someone has left, nothing of the case is there at all', () => {
    expect([...play.noor.world.kept]).toEqual([])
  })
  test('a therapist’s device keeps no word that can be read', () => {
    const places = [...play.therapist.world.kept].map(([key, bytes]): [string, Uint8Array] => [key, bytes])
    expect(places.length).toBeGreaterThan(20)
    expect(search(places, play.marks)).toEqual([])
  })
})

describe('the search finds a planted leak', () => {
  const words = 'planted leak 5be1'
  const key = Buffer.from('8f1d20c7a95b44e09aa1b3c7d2e64f5013579bdf02468ace1122334455667788', 'hex')
  const marks = [textMark('words', words), { name: 'key', bytes: key }]
  const noise = Buffer.from(Array.from({ length: 997 }, (_, i) => (i * 151 + 7) % 251))
  const json = (value: unknown) => Buffer.from(JSON.stringify({ a: 1, value, z: 'x' }))
  const leaks: [string, (secret: Buffer) => Buffer][] = [
    ['as it is', secret => secret],
    ['hex', secret => Buffer.from(secret.toString('hex'))],
    ['HEX', secret => Buffer.from(secret.toString('hex').toUpperCase())],
    ...[0, 1, 2].flatMap((shift): [string, (secret: Buffer) => Buffer][] => [
      [
        `base64, ${shift} bytes in`,
        secret => Buffer.from(Buffer.concat([Buffer.alloc(shift, 65), secret, noise]).toString('base64')),
      ],
      [
        `base64url, ${shift} bytes in`,
        secret => Buffer.from(Buffer.concat([Buffer.alloc(shift, 65), secret]).toString('base64url')),
      ],
    ]),
    ['UTF-16LE', secret => Buffer.from(secret.toString('latin1'), 'utf16le')],
    ['UTF-16BE', secret => Buffer.from(secret.toString('latin1'), 'utf16le').swap16()],
    ['JSON in base64', secret => Buffer.from(json(secret.toString('base64')).toString('base64'))],
    ['JSON in base64url in JSON', secret => json(json(secret.toString('hex')).toString('base64url'))],
    ['base64 in hex', secret => Buffer.from(Buffer.from(secret.toString('base64')).toString('hex'))],
  ]
  const packings: [string, (leak: Buffer) => Buffer][] = [
    ['alone', leak => leak],
    ['in the middle of a file', leak => Buffer.concat([noise, leak, noise])],
    ['in gzip in the middle of a file', leak => Buffer.concat([noise, gzipSync(leak), noise])],
    ['in zlib in the middle of a file', leak => Buffer.concat([noise, deflateSync(leak), noise])],
    ['in raw deflate', leak => deflateRawSync(leak)],
    ['in gzip in base64 in JSON', leak => json(gzipSync(leak).toString('base64'))],
  ]
  test.each(leaks)('%s, however it is packed', (_, leak) => {
    for (const [packing, pack] of packings)
      for (const { name, bytes } of marks) {
        const found = findMarks('planted', pack(leak(Buffer.from(bytes))), marks)
        expect([packing, ...new Set(found.map(one => one.name))]).toEqual([packing, name])
      }
  })
  test('planted into the database, it is found in the table and in the log of writes', async () => {
    const { database } = stage.server.records
    const row = await database.selectFrom('journals').selectAll().executeTakeFirstOrThrow()
    const planted = Buffer.from(gzipSync(words)).toString('base64url')
    await database
      .insertInto('entries')
      .values({
        case_id: row.case_id,
        journal_id: row.journal_id,
        position: 9999,
        hash: 'planted',
        device: 'planted',
        sequence: 0,
        bytes: Buffer.from(planted),
      })
      .execute()
    expect(search(await allValues(), marks).map(({ where }) => where)).toContain('entries.bytes')
    const wal = allFiles(stage.server.folder).filter(([file]) => file.endsWith('-wal'))
    expect(search(wal, marks).map(({ name }) => name)).toContain('words')
    await database.deleteFrom('entries').where('device', '=', 'planted').execute()
  })
})
