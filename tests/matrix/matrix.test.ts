import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/server/route-table.ts'
import type { TestReply } from '../support/test-browser.ts'
import { type CallerName, callers } from './callers.ts'
import { type Row, rows } from './rows.ts'
import { type Cell, type House, beforeNothing, makeCell, openHouse } from './world.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.server.remove())

const usualCodes: Record<number, string> = {
  401: 'signed-out',
  404: 'not-found',
  410: 'seat-left',
  423: 'seat-locked',
}

const statusesOf = (row: Row): number[] => row.statuses.trim().split(/\s+/).map(Number)

const ask = async (row: Row, cell: Cell): Promise<TestReply> => {
  const { path, body } = await row.ask(cell)
  return cell.browser.ask(row.route.split(' ')[0] as string, path, body, cell.as)
}

/** All of a reply that its asker can see; the date is the clock's. */
const seen = ({ status, bytes, headers }: TestReply) => ({
  status,
  body: Buffer.from(bytes).toString('utf8'),
  headers: [...headers].filter(([name]) => name !== 'date'),
})

/** Routes that no row asks, and rows that ask no route. */
const unpaired = (known: readonly string[], asked: readonly string[]) => ({
  routes: known.filter(route => !asked.includes(route)),
  rows: asked.filter(route => !known.includes(route)),
})

test('every route has a row, every row a route, and every caller a place in it', () => {
  const known = routes.map(({ method, path }) => `${method} ${path}`)
  const asked = rows.map(row => row.route)
  expect(unpaired(known, asked)).toEqual({ routes: [], rows: [] })
  for (const row of rows) expect([row.route, statusesOf(row).length]).toEqual([row.route, callers.length])
})

test('a route without a row would be found', () => {
  const planted = [...rows.map(row => row.route), 'GET /api/planted']
  expect(
    unpaired(
      planted,
      rows.slice(1).map(row => row.route),
    ),
  ).toEqual({
    routes: ['GET /api/state', 'GET /api/planted'],
    rows: [],
  })
})

/** Where a row changes what it asks about, each cell needs a case of its own; else one for each caller serves. */
const kept = new Map<CallerName, Promise<Cell>>()
const cellFor = (row: Row, caller: CallerName): Promise<Cell> => {
  const known = row.changes ? undefined : kept.get(caller)
  const cell = known ?? makeCell(house, caller)
  if (!row.changes) kept.set(caller, cell)
  return cell
}

for (const row of rows)
  describe(row.what ? `${row.route}, ${row.what}` : row.route, () => {
    test.each(callers.map((caller, i): [CallerName, number] => [caller, statusesOf(row)[i] as number]))(
      '%s gets %i',
      async (caller, status) => {
        const cell = await cellFor(row, caller)
        const reply = await ask(row, cell)
        expect(reply.status).toBe(status)
        if (status < 400) return
        expect(reply.json['code']).toBe(row.codes?.[status] ?? usualCodes[status])
        expect(reply.headers.get('content-type')).toBe('application/problem+json')
        expect(reply.headers.getSetCookie()).toEqual([])
        if (status === 404) expect(seen(await ask(row, beforeNothing(cell)))).toEqual(seen(reply))
      },
    )
  })
