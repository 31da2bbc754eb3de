import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { partnerEnglish } from '../src/ui/strings/partner.en.ts'
import { openBrowser } from './browser.ts'
import { readInstrument } from './instrument.ts'
import { startServer } from './own-process.ts'
import { median, summarise } from './pairs.ts'
import { servePeers } from './peers.ts'
import { makeTherapist } from './practice.ts'
import type { Measure } from './row.ts'

interface First {
  ms: number
  bytes: number
  requests: number
  /** Until the first thing that can be pressed; the same as `ms` where the first page is the question. */
  firstPageMs: number
}

/** A cheap phone far from the town: four times slower than this machine, 400 kbit/s, 400 ms there and back. */
const slowly = async (page: Page, counted: { bytes: number; requests: number }): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength
    counted.requests += 1
  })
}

/** A control that stands before the first question: what it is, and words that it holds. */
type Control = [selector: string, words: string]

/**
 * Runs in the page, the same in each: looks at every frame, presses what stands before the first question as soon as it
 * can be pressed, and notes when that was, in milliseconds from when the page was asked for.
 */
const pressThrough = ([before, choice]: [Control[], string]): void => {
  const seen: number[] = []
  const canBePressed = (found: Element): boolean =>
    found.getBoundingClientRect().height > 0 && !(found as HTMLInputElement).disabled
  const look = (): void => {
    const [selector, words] = before[seen.length] ?? [choice, '']
    const found = [...document.querySelectorAll(selector)].find(
      one => (one.textContent ?? '').includes(words) && canBePressed(one),
    )
    if (found) {
      seen.push(performance.now())
      if (seen.length > before.length) {
        Object.assign(globalThis, { seenAt: seen })
        return
      }
      ;(found as HTMLElement).click()
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * Opens an address in a browser that has seen nothing of it, presses what stands before the first question without a
 * person's pauses, and answers it, so that it is known to be answerable and its answer to reach the server.
 */
const firstQuestion = async (
  browser: Browser,
  address: string,
  before: Control[],
  choice: string,
  saves: RegExp,
): Promise<First> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-CA' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const counted = { bytes: 0, requests: 0 }
    await slowly(page, counted)
    await page.addInitScript(pressThrough, [before, choice] as [Control[], string])
    await page.goto(address, { waitUntil: 'commit' })
    const noted = await page.waitForFunction(() => (globalThis as { seenAt?: number[] }).seenAt)
    const measured = { ...counted }
    const seen = (await noted.jsonValue()) ?? []
    // Groundwork takes a press in the first third of a second for a second tap at what stood there before.
    await page.waitForTimeout(500)
    const saved = page.waitForResponse(
      reply => saves.test(reply.url()) && reply.request().method() === 'POST' && reply.ok(),
    )
    await page.locator(choice).first().click({ force: true, delay: 20 })
    await saved
    return { ms: seen.at(-1) ?? Number.NaN, firstPageMs: seen[0] ?? Number.NaN, ...measured }
  } finally {
    await context.close()
  }
}

/** From opening the link to the first question that can be answered, here and on two peers' pages. */
export const measureFirstQuestion: Measure = async bench => {
  const server = await startServer(bench, join(bench.scratch, 'first'))
  const { vault } = await makeTherapist(server.address, String(server.said['setUpCode']))
  const links: string[] = []
  const link = async (): Promise<string> => {
    const kept = links.pop()
    if (kept) return kept
    const made = await vault.createCase({
      name: 'Bench',
      people: ['Kim', 'Noor'],
      policy: 'discretion',
      jurisdiction: 'ca-bc',
      therapist: 'T. Lind',
    })
    links.push(...made.seats.map(({ linkPath }) => `${server.address}${linkPath}`))
    return link()
  }
  const questions = readInstrument(bench.root)
  const peers = await servePeers(bench, questions)
  const browser = await openBrowser(bench)
  const { invited, goOn, consent } = partnerEnglish
  const ours = async () =>
    firstQuestion(
      browser,
      await link(),
      [
        ['button', invited.open],
        ['button', goOn],
        ['input[type=checkbox]', ''],
        ['button', consent.sign],
      ],
      'button.choice',
      /\/entries$/,
    )
  const survey = () => firstQuestion(browser, `${peers}/survey`, [], 'input[type=radio]', /\/save$/)
  const lforms = () =>
    firstQuestion(browser, `${peers}/lforms`, [], 'label:has(input[type=radio])', /\/save$/)
  const againstSurvey: [First, First][] = []
  const againstLforms: [First, First][] = []
  // All three in each round, begun by each in turn; a round is long, so there are no more than seven.
  for (let round = 0; round < Math.min(bench.pairs, 7); round++) {
    const measured = new Map<() => Promise<First>, First>()
    const turn = [ours, survey, lforms]
    for (let n = 0; n < turn.length; n++) {
      const one = turn[(round + n) % turn.length] as () => Promise<First>
      measured.set(one, await one())
    }
    againstSurvey.push([measured.get(ours) as First, measured.get(survey) as First])
    againstLforms.push([measured.get(ours) as First, measured.get(lforms) as First])
  }
  await browser.close()
  await server.stop()
  const row = (name: string, pairs: [First, First][], goal: number | null) => {
    const value = summarise(pairs.map(([a, b]) => a.ms / b.ms))
    return {
      row: `first question / ${name}`,
      ratio: `opening the link to the first question that can be answered, on a slow phone and network / the same of ${name}`,
      value,
      goal: goal === null ? null : { words: `at most ${goal.toFixed(2)}`, reached: value.median <= goal },
      figures: {
        oursMs: median(pairs.map(([a]) => a.ms)),
        oursFirstPageMs: median(pairs.map(([a]) => a.firstPageMs)),
        peerMs: median(pairs.map(([, b]) => b.ms)),
        oursBytes: median(pairs.map(([a]) => a.bytes)),
        peerBytes: median(pairs.map(([, b]) => b.bytes)),
        oursRequests: median(pairs.map(([a]) => a.requests)),
        peerRequests: median(pairs.map(([, b]) => b.requests)),
        questions: questions.length,
      },
    }
  }
  return [row('SurveyJS', againstSurvey, 1 / 3), row('LHC-Forms', againstLforms, null)]
}
