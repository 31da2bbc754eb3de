import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copySqlite, countDamage, openSqlite, sqliteDialect } from './sqlite.ts'

let folder: string
let database: Kysely<{ things: { name: string; made_at: string | null } }>
const file = () => join(folder, 'x.sqlite')
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  database = new Kysely({ dialect: sqliteDialect(openSqlite(file())) })
  await sql`create table things (name text primary key, made_at text)`.execute(database)
})
afterEach(async () => {
  await database.destroy()
  rmSync(folder, { recursive: true, force: true })
})

test('commits wait for the disk', async () => {
  const read = async (name: string) =>
    Object.values(
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database)).rows[0] ?? {},
    )[0]
  expect(await read('journal_mode')).toBe('wal')
  expect(await read('synchronous')).toBe(2)
  expect(await read('foreign_keys')).toBe(1)
})

test('a Date or a boolean is refused instead of being stored as something else', async () => {
  for (const value of [new Date(), true, {}]) {
    const insert = database.insertInto('things').values({ name: 'a', made_at: value as unknown as string })
    await expect(insert.execute()).rejects.toThrow('only text, numbers, bytes and null')
  }
  expect(await database.selectFrom('things').selectAll().execute()).toEqual([])
})

test('a copy made while others write is whole', async () => {
  await database.insertInto('things').values({ name: 'a', made_at: null }).execute()
  const copy = join(folder, 'copy.sqlite')
  await database.transaction().execute(async transaction => {
    await transaction.insertInto('things').values({ name: 'b', made_at: null }).execute()
    copySqlite(file(), copy)
  })
  const copied = openSqlite(copy, { readOnly: true })
  expect(copied.prepare('select name from things').all()).toEqual([{ name: 'a' }])
  copied.close()
})

test('a damaged file is told from a sound one', () => {
  expect(countDamage(file())).toBe(0)
  const other = join(folder, 'other.sqlite')
  writeFileSync(other, 'no database at all, but long enough to be looked at as if it were one '.repeat(20))
  expect(countDamage(other)).toBeGreaterThan(0)
})
