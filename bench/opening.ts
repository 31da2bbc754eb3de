import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { encodeFrames, framesType } from '../src/core/journal/frames.ts'
import { mustFromBase64Url } from '../src/core/journal/bytes.ts'
import { memoryWorld } from '../src/cli/memory-world.ts'
import { partnerSeat } from '../src/vault/partner-seat.ts'
import { openBrowser } from './browser.ts'
import type { ToOpen } from './opening-page.ts'
import { startServer } from './own-process.ts'
import { inPairs, median, summarise } from './pairs.ts'
import { Chain, makeTherapist } from './practice.ts'
import type { Bench, Measure } from './row.ts'

interface Opened {
  ms: number
  entries: number
  faults?: number
}

type Vault = Awaited<ReturnType<typeof makeTherapist>>['vault']
/** What a vault keeps to itself; the bench writes many entries with it faster than a page would. */
interface Inside {
  secrets: { masterSeed: string }
  keyring: { cases: { case: string; journals: ToOpen['journals'] }[] }
}

/** A case whose two partners have answered, until it has so many entries. */
const fillCase = async (
  address: string,
  vault: Vault,
  cookies: ReadonlyMap<string, string>,
  count: number,
) => {
  const made = await vault.createCase({
    name: 'Bench',
    people: ['Kim', 'Noor'],
    policy: 'discretion',
    jurisdiction: 'ca-bc',
    therapist: 'T. Lind',
  })
  const phones = await Promise.all(
    made.seats.map(async ({ linkPath }) => {
      const world = memoryWorld(fetch, Date.now, address)
      const phone = await partnerSeat(world).open(mustFromBase64Url((linkPath ?? '').split('#')[1] ?? ''))
      await phone.refresh()
      const { masterSeed } = (phone as unknown as { secrets: { masterSeed: string } }).secrets
      return { seat: phone.seat, masterSeed, cookies: world.cookies }
    }),
  )
  await made.refresh()
  await made.refresh()
  const inside = vault as unknown as Inside
  const { journals } = inside.keyring.cases.find(one => one.case === made.id) as ToOpen
  const at = '2026-11-23T09:00:00.000Z'
  const fill = async (
    journal: ToOpen['journals'][number],
    masterSeed: string,
    asked: { cookies: ReadonlyMap<string, string>; seat?: string },
    entries: number,
    body: (n: number) => unknown,
  ) => {
    const chain = new Chain(
      made.id,
      journal.journal,
      mustFromBase64Url(journal.keys[1] as string),
      mustFromBase64Url(masterSeed),
    )
    for (let n = 0; n < entries; n += 100) {
      const part = Array.from(
        { length: Math.min(100, entries - n) },
        (_, i) => chain.write(body(n + i)).bytes,
      )
      const headers: Record<string, string> = {
        'content-type': framesType,
        cookie: [...asked.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }
      if (asked.seat) headers['x-groundwork-seat'] = asked.seat
      const path = `/api/cases/${made.id}/journals/${journal.journal}/entries`
      const reply = await fetch(address + path, {
        method: 'POST',
        headers,
        body: new Uint8Array(encodeFrames(part)),
      })
      if (!reply.ok) throw new Error(`filling a case answered ${reply.status}`)
    }
  }
  const already = made.entries.length
  const left = count - already
  const notes = Math.floor(left / 10)
  const answers = Math.floor((left - notes) / 2)
  const find = (kind: string, of: string | null = null) =>
    journals.find(one => one.kind === kind && one.of === of) as ToOpen['journals'][number]
  await fill(find('notes'), inside.secrets.masterSeed, { cookies }, left - 2 * answers, n => ({
    kind: 'note',
    at,
    note: String(n).padStart(22, 'A'),
    words: 'A process note of a usual length, so that it is padded as they are. '.repeat(4),
  }))
  for (const { seat, masterSeed, cookies: own } of phones)
    await fill(find('private', seat), masterSeed, { cookies: own, seat }, answers, n => ({
      kind: 'answer',
      at,
      instrument: 'intake@1',
      item: `values.us.${n}`,
      value: (n % 5) + 1,
    }))
  return { case: made.id, journals, masterSeed: inside.secrets.masterSeed } satisfies ToOpen
}

/** A page of the server's own origin that holds the vault and nothing else. */
const openPage = async (
  bench: Bench,
  address: string,
  cookies: ReadonlyMap<string, string>,
): Promise<Page> => {
  const browser = await openBrowser(bench)
  const context = await browser.newContext()
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })))
  const page = await context.newPage()
  // The page's program comes in several files, named by what they hold.
  const script = (url: string) =>
    readFileSync(join(bench.place, 'web', new URL(url).pathname.split('/').at(-1) ?? ''))
  await page.route('**/bench/*', route =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script(route.request().url()) })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><title>bench</title><script type="module" src="/bench/opening-page.js"></script>',
        }),
  )
  await page.goto(`${address}/bench/`)
  await page.waitForFunction(() => 'openBare' in window)
  return page
}

/** How long a therapist's browser takes to open a case that it has nothing of yet. */
export const measureOpening: Measure = async bench => {
  const server = await startServer(bench, join(bench.scratch, 'opening'))
  const { world, vault } = await makeTherapist(server.address, String(server.said['setUpCode']))
  const usual = await fillCase(server.address, vault, world.cookies, 300)
  const long = await fillCase(server.address, vault, world.cookies, 5000)
  const page = await openPage(bench, server.address, world.cookies)
  const run = async (how: 'openThroughClient' | 'openAgain' | 'openBare', given: ToOpen): Promise<Opened> => {
    const opened = await page.evaluate(
      ([name, argument]) =>
        (window as unknown as Record<string, (given: unknown) => Promise<Opened>>)[name]?.(argument),
      [how, given] as const,
    )
    if (!opened || opened.entries < (given === usual ? 300 : 5000) - 12 || opened.faults)
      throw new Error(`${how} gave ${JSON.stringify(opened)}`)
    return opened
  }
  for (let n = 0; n < 3; n++) {
    await run('openThroughClient', usual)
    await run('openBare', usual)
  }
  const against = await inPairs(
    bench.pairs,
    () => run('openThroughClient', usual),
    () => run('openBare', usual),
  )
  await run('openAgain', usual)
  await run('openAgain', long)
  const again = await inPairs(
    bench.pairs,
    () => run('openAgain', long),
    () => run('openAgain', usual),
  )
  const growth = await inPairs(
    bench.pairs,
    () => run('openThroughClient', long),
    () => run('openThroughClient', usual),
  )
  await page.context().browser()?.close()
  await server.stop()
  const value = summarise(against.map(([ours, bare]) => ours.ms / bare.ms))
  const next = summarise(again.map(([big, small]) => big.ms / small.ms))
  const grown = summarise(growth.map(([big, small]) => big.ms / big.entries / (small.ms / small.entries)))
  return [
    {
      row: 'opening a case',
      ratio:
        '300 entries fetched, kept, verified, opened, ordered and folded in Chromium / the bare library calls on the same bytes',
      value,
      goal: null,
      figures: {
        oursMs: median(against.map(([ours]) => ours.ms)),
        bareMs: median(against.map(([, bare]) => bare.ms)),
        entries: against[0]?.[0].entries ?? 0,
      },
    },
    {
      row: 'opening, 5,000 entries',
      ratio: 'time for each entry of a case with 5,000 / of one with 300',
      value: grown,
      goal: { words: 'at most 1', reached: grown.median <= 1 },
      figures: { oursMs: median(growth.map(([big]) => big.ms)), entries: growth[0]?.[0].entries ?? 0 },
    },
    {
      row: 'opening, 5,000 entries again',
      ratio: 'the next opening of a case with 5,000 entries on the same device / of one with 300',
      value: next,
      goal: { words: 'under 2', reached: next.median < 2 },
      figures: {
        longMs: median(again.map(([big]) => big.ms)),
        usualMs: median(again.map(([, small]) => small.ms)),
        entries: again[0]?.[0].entries ?? 0,
      },
    },
  ]
}
