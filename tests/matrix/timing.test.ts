import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallerName } from './callers.ts'
import { type Cell, type House, beforeNothing, blindedPin, makeCell, openHouse } from './world.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.server.remove())

interface Asked {
  what: string
  caller: CallerName
  method: string
  path(cell: Cell): string
  body?(cell: Cell): unknown
}

/** Refusals that are the same in bytes, by each way in which the server comes to them. */
const refusals: Asked[] = [
  { what: 'heads', caller: 'colleague', method: 'GET', path: c => `/api/cases/${c.target.case}/heads` },
  { what: 'heads', caller: 'stranger', method: 'GET', path: c => `/api/cases/${c.target.case}/heads` },
  { what: 'seats', caller: 'colleague', method: 'GET', path: c => `/api/cases/${c.target.case}/seats` },
  {
    what: 'entries',
    caller: 'colleague',
    method: 'GET',
    path: c => `/api/cases/${c.target.case}/journals/${c.target.record}/entries`,
  },
  {
    what: 'entries of a journal of the same case',
    caller: 'other partner',
    method: 'GET',
    path: c => `/api/cases/${c.made.case}/journals/${c.target.private}/entries`,
  },
  {
    what: 'resetting tries',
    caller: 'colleague',
    method: 'POST',
    path: c => `/api/cases/${c.target.case}/seats/${c.target.seat}/reset`,
  },
  {
    what: 'a link that was revoked',
    caller: 'revoked link',
    method: 'POST',
    path: () => '/api/link',
    body: c => ({ door: c.link.door }),
  },
  {
    what: 'a door that was revoked',
    caller: 'revoked link',
    method: 'POST',
    path: () => '/api/door',
    body: c => ({ door: c.link.door, blinded: blindedPin }),
  },
]

/**
 * Each pair asks for what is there and not the caller's, and for what is not there, in an order that a coin decides. If
 * the two take the same time, which of them is slower is a fair coin, whatever else the machine is doing: so the share
 * of pairs in which the one that exists was slower is binomial, and a slow machine makes it no likelier to be off. By
 * day, 600 pairs leave 0.5 by 0.15 once in 10^13 runs; by night, 2500 pairs leave it by 0.1 once in 10^23. With a true
 * share as far out as 0.56, which a microsecond makes, either happens less than once in 20,000.
 */
const nightly = process.env.GROUNDWORK_NIGHTLY === '1'
const pairs = nightly ? 2500 : 600
const bound = nightly ? 0.1 : 0.15
/** Pairs that are asked and not counted: the first ones also measure the compiler. */
const first = 200

const timeOne = async (cell: Cell, { method, path, body }: Asked): Promise<number> => {
  const [to, sent] = [path(cell), body?.(cell)]
  const startedAt = performance.now()
  const { status } = await cell.browser.ask(method, to, sent, cell.as)
  const took = performance.now() - startedAt
  if (status !== 404) throw new Error(`it answered ${status}`)
  return took
}

/** In what share of pairs the first of two was the slower one. */
const shareSlower = async (one: () => Promise<number>, other: () => Promise<number>): Promise<number> => {
  let slower = 0
  for (let n = -first; n < pairs; n++) {
    const oneFirst = Math.random() < 0.5
    const before = await (oneFirst ? one() : other())
    const after = await (oneFirst ? other() : one())
    if (n < 0) continue
    if (before === after) slower += 0.5
    else if (before > after === oneFirst) slower += 1
  }
  return slower / pairs
}

describe('"not yours" takes as long as "no such thing"', () => {
  test.each(refusals)('$what, for $caller', async asked => {
    const cell = await makeCell(house, asked.caller)
    const nothing = beforeNothing(cell)
    const share = await shareSlower(
      () => timeOne(cell, asked),
      () => timeOne(nothing, asked),
    )
    expect(Math.abs(share - 0.5)).toBeLessThan(bound)
  })
})

test('the comparison would see it: an id of no possible form is refused without a look at the database', async () => {
  const cell = await makeCell(house, 'colleague')
  const asked = refusals[0] as Asked
  const share = await shareSlower(
    () => timeOne(cell, asked),
    () => timeOne(cell, { ...asked, path: () => '/api/cases/abcdefghijklmnopqrstu./heads' }),
  )
  expect(share).toBeGreaterThan(0.5 + bound)
})
