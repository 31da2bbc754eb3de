import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import {
  type TestCase,
  append,
  claimSeat,
  makeTherapist,
  openCase,
  passphrase,
  signIn,
} from '../../tests/support/test-therapist.ts'
import { openSqlite } from '../platform/sqlite.ts'
import { main } from './groundwork.ts'
import { run as serve } from './serve.ts'

let server: TestServer
let made: TestCase
let name: string
let scratch: string
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  server = await startTestServer()
  const therapist = await makeTherapist(server)
  name = therapist.name
  made = await openCase(server, therapist)
  const partner = await claimSeat(server, made, 0)
  for (let n = 0; n < 5; n++)
    await append(partner, made.case, made.journals.private[0], [
      partner.member.write(made.case, made.journals.private[0], { n }),
    ])
})
afterAll(async () => {
  await server.remove()
  rmSync(scratch, { recursive: true, force: true })
})

const command = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const json = async (...args: string[]) => {
  const { code, out } = await command(...args, '--json')
  return { code, ...(JSON.parse(out) as Record<string, unknown>) }
}
interface Backup {
  code: number
  files: { database: string; secrets: string }
  codes: { database: string; secrets: string }
}
const backUp = async (to: string) =>
  (await json('backup', '--data', server.folder, '--to', join(scratch, to))) as unknown as Backup
let codeFiles = 0
const codeFile = (codes: string[]) => {
  const file = join(scratch, `codes-${codeFiles++}`)
  writeFileSync(file, `${codes.join('\n')}\n`)
  return file
}

test('a backup of a running server, restored, has every entry and lets its owner sign in', async () => {
  const backup = await backUp('plain')
  expect(backup.code).toBe(0)
  expect(backup.codes.database).not.toBe(backup.codes.secrets)
  for (const file of Object.values(backup.files)) expect(statSync(file).mode & 0o777).toBe(0o600)
  const folder = join(scratch, 'restored')
  const codes = codeFile([backup.codes.database, backup.codes.secrets])
  const { database, secrets } = backup.files
  const restored = await command(
    'restore',
    '--from',
    database,
    '--secrets',
    secrets,
    '--data',
    folder,
    '--code-file',
    codes,
  )
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(
    readdirSync(folder)
      .filter(file => !/-(wal|shm)$/.test(file))
      .sort(),
  ).toEqual(['groundwork.sqlite', 'secrets.json'])
  expect(await json('verify', '--data', folder)).toEqual({
    code: 0,
    ok: true,
    cases: 1,
    journals: 5,
    entries: 5,
    broken: [],
  })
  const again = await command(
    'restore',
    '--from',
    database,
    '--secrets',
    secrets,
    '--data',
    folder,
    '--code-file',
    codes,
  )
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('not empty')])

  let stop = () => {}
  const until = () => new Promise<void>(done => void (stop = done))
  const lines: string[] = []
  const running = serve(
    ['--data', folder, '--port', '0', '--json'],
    { out: line => lines.push(line), err: () => {} },
    until,
  )
  await expect.poll(() => lines.length).toBe(1)
  const { address } = JSON.parse(lines[0] as string) as { address: string }
  const over = {
    ...server,
    fetch: (request: Request) => fetch(request.url.replace('http://localhost', address), copyOf(request)),
  }
  const browser = new TestBrowser(over)
  expect((await signIn(browser, name, passphrase)).status).toBe(200)
  const heads = await browser.ask('GET', `/api/cases/${made.case}/heads`)
  expect(heads.json['journals']).toContainEqual({ journal: made.journals.private[0], epoch: 1, position: 5 })
  stop()
  expect(await running).toBe(0)
})

const copyOf = (request: Request): RequestInit => ({
  method: request.method,
  headers: request.headers,
  body: request.body,
  ...(request.body ? { duplex: 'half' } : {}),
})

test('what lies in a backup is an ordinary age file, and a wrong code or a flipped byte opens nothing', async () => {
  const backup = await backUp('sealed')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(backup.codes.secrets)
  const text = await decrypter.decrypt(readFileSync(backup.files.secrets), 'text')
  expect(text).toBe(readFileSync(join(server.folder, 'secrets.json'), 'utf8'))
  expect(readFileSync(backup.files.database).includes('SQLite')).toBe(false)

  const swapped = codeFile([backup.codes.secrets, backup.codes.database, ''])
  const bent = join(scratch, 'bent.age')
  const bytes = readFileSync(backup.files.database)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 1
  writeFileSync(bent, bytes)
  const right = codeFile([backup.codes.database, backup.codes.secrets])
  const folder = join(scratch, 'nothing')
  for (const [from, codes] of [
    [backup.files.database, swapped],
    [bent, right],
  ] as const) {
    const args = ['--from', from, '--secrets', backup.files.secrets, '--data', folder, '--code-file', codes]
    const refused = await command('restore', ...args)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err.split('\n')).toHaveLength(1)
    expect(readdirSync(scratch)).not.toContain('nothing')
    expect(readdirSync(scratch).filter(file => file.includes('restoring'))).toEqual([])
  }
})

test('verify names a lost, a changed and a swapped entry by its place', async () => {
  const backup = await backUp('verify')
  const folder = join(scratch, 'to-break')
  const codes = codeFile([backup.codes.database, backup.codes.secrets])
  const { database, secrets } = backup.files
  await command('restore', '--from', database, '--secrets', secrets, '--data', folder, '--code-file', codes)
  const file = join(folder, 'groundwork.sqlite')
  const journal = made.journals.private[0]
  const change = async (statement: string) => {
    const connection = openSqlite(file)
    connection.exec('begin')
    connection.exec(statement)
    connection.exec('commit')
    connection.close()
    const found = (await json('verify', '--data', folder)) as unknown as {
      code: number
      broken: { code: string; journal: string; position: number }[]
    }
    expect(found.code).toBe(1)
    expect(new Set(found.broken.map(one => one.journal))).toEqual(new Set([journal]))
    return found.broken.map(({ code, position }) => `${code} ${position}`)
  }
  const flip = "update entries set bytes = cast(substr(bytes, 1, 400) || x'00' || substr(bytes, 402) as blob)"
  expect(await change(`${flip} where position = 2`)).toContain('signature-wrong 2')
  const swap = 'update entries set bytes = (select bytes from entries where position = 3) where position = 4'
  expect(await change(swap)).toEqual(expect.arrayContaining(['hash-wrong 4', 'chain-broken 4']))
  expect(await change('delete from entries where position = 5')).toContain('lost 5')
  writeFileSync(file, readFileSync(file).fill(7, 100, 6000))
  rmSync(`${file}-wal`, { force: true })
  const damaged = await command('verify', '--data', folder)
  expect([damaged.code, damaged.out]).toEqual([1, ''])
})

test('a second server on the same folder says so in one line and stops', async () => {
  const folder = join(scratch, 'shared-folder')
  let stop = () => {}
  const until = () => new Promise<void>(done => void (stop = done))
  const lines: string[] = []
  const io = { out: (line: string) => void lines.push(line), err: () => {} }
  const running = serve(['--data', folder, '--port', '0'], io, until)
  await expect.poll(() => lines.length).toBe(1)
  expect(lines[0]).toMatch(/Set-up code for the first account: \w{4}(-\w{4}){3}/)
  expect(lines[0]).toContain('this computer only')
  const second = await command('serve', '--data', folder, '--port', '0')
  expect([second.code, second.out]).toEqual([1, ''])
  expect(second.err).toMatch(/^Another Groundwork server is using the folder [^\n]*$/)
  expect((await command('invite', '--data', folder)).out).toMatch(/^\w{4}(-\w{4}){3}$/)
  stop()
  expect(await running).toBe(0)
})

test('a port that is taken is said in one line, and the folder is free again', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(done => other.once('listening', done))
  const port = String((other.address() as { port: number }).port)
  const folder = join(scratch, 'port')
  for (let n = 0; n < 2; n++) {
    const refused = await command('serve', '--data', folder, '--port', port)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--port')])
  }
  other.close()
})

test('wrong usage is 2, a refusal 1, and both are one line', async () => {
  for (const args of [
    ['serve', '--port', 'x'],
    ['serve', '--public-url', 'room'],
    ['backup'],
    ['restore', '--nonsense'],
    ['nonsense'],
    ['constructor'],
  ]) {
    const { code, out, err } = await command(...args)
    expect([args, code, out, err.split('\n').length]).toEqual([args, 2, '', 1])
  }
  const empty = join(scratch, 'empty')
  mkdirSync(empty)
  for (const args of [
    ['verify', '--data', empty],
    ['backup', '--data', empty, '--to', scratch],
    ['invite', '--data', empty],
    [
      'restore',
      '--from',
      'no-file',
      '--secrets',
      'no-file',
      '--data',
      join(empty, 'x'),
      '--code-file',
      'no-file',
    ],
  ]) {
    const { code, out, err } = await command(...args)
    expect([args, code, out, err.split('\n').length]).toEqual([args, 1, '', 1])
  }
  expect(readdirSync(empty)).toEqual([])
  expect((await command('help')).code).toBe(0)
  for (const known of ['serve', 'backup', 'restore', 'verify', 'invite'])
    expect((await command(known, '--help')).out).toContain(`groundwork ${known}`)
})
