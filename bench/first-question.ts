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

/**
 * Opens an address in a browser that has seen nothing of it, presses what stands before the first question without a
 * person's pauses, and answers it, so that it is known to be answerable and its answer to reach the server.
 */
const firstQuestion = async (
  browser: Browser,
  address: string,
  before: string[],
  choice: string,
  saves: RegExp,
): Promise<First> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-CA' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const counted = { bytes: 0, requests: 0 }
    await slowly(page, counted)
    const startedAt = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    let firstPageMs = 0
    for (const control of before) {
      const found = page.locator(control).first()
      await found.waitFor()
      firstPageMs ||= performance.now() - startedAt
      await found.click()
    }
    const first = page.locator(choice).first()
    await first.waitFor({ state: 'attached' })
    await page.waitForFunction(selector => {
      const found = document.querySelector(selector)
      return (
        found !== null && !(found as HTMLInputElement).disabled && found.getBoundingClientRect().height > 0
      )
    }, choice)
    const ms = performance.now() - startedAt
    const measured = { ms, firstPageMs: firstPageMs || ms, ...counted }
    const saved = page.waitForResponse(
      reply => saves.test(reply.url()) && reply.request().method() === 'POST' && reply.ok(),
    )
    await first.click({ force: true, delay: 20 })
    await saved
    return measured
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
  const button = (name: string) => `button:has-text("${name}")`
  const ours = async () =>
    firstQuestion(
      browser,
      await link(),
      [button(invited.open), button(goOn), 'input[type=checkbox]', button(consent.sign)],
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
  const row = (name: string, pairs: [First, First][]) => {
    const value = summarise(pairs.map(([a, b]) => a.ms / b.ms))
    return {
      row: `first question / ${name}`,
      ratio: `opening the link to the first question that can be answered, on a slow phone and network / the same of ${name}`,
      value,
      goal: null,
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
  return [row('SurveyJS', againstSurvey), row('LHC-Forms', againstLforms)]
}
