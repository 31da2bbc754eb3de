import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { Play } from './plays.ts'
import { press, write } from './press.ts'
import { type ServerProcess, startServer } from './server-process.ts'

export interface JourneyOptions {
  /** The circumstances of this play, from playwright.config.ts. */
  play: Play
  /** Complaints of the console that a journey brings about on purpose, as a wrong PIN does: `test.use({ expected: [/401/] })`. */
  expected: RegExp[]
}

/** Servers of this worker by test file: each file has a server and a data folder of its own. */
interface WorkerParts {
  servers: Map<string, ServerProcess>
}

/** What a journey gets beside Playwright's own `page`. */
export interface JourneyParts {
  server: ServerProcess
  /** Where the server is: `page.goto(address + '/app/')`. */
  address: string
  /** For the first account on this file's server, as the server said it when it started. */
  setUpCode: string
  /** What pages said on the console as errors, and what they threw. A journey ends well only where it is empty. */
  complaints: string[]
  /** Another device of the same play, with nothing kept on it: a partner's phone beside the therapist's laptop. */
  newDevice(): Promise<Page>
  /** Presses a control as this play does: a tap, or the keyboard alone. */
  press(control: Locator): Promise<void>
  /** Writes into a field as this play does. */
  write(field: Locator, text: string): Promise<void>
  /** Refuses what axe finds against WCAG 2.2 AA on a page as it stands. */
  seeNoBarriers(page: Page): Promise<void>
}

const listen = (page: Page, complaints: string[]): void => {
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
}

/** A network that a journey cuts complains in the browser's own words. */
const alwaysExpected = [/net::ERR_INTERNET_DISCONNECTED/]

/** A test in a real browser against the built server, in the circumstances of its play. */
export const test = base.extend<JourneyOptions & JourneyParts, WorkerParts>({
  play: [{ device: 'laptop', input: 'keyboard', language: 'en', theme: 'light' }, { option: true }],
  expected: [[], { option: true }],
  servers: [
    // biome-ignore format: the empty pattern is how Playwright is told that nothing is asked for
    async ({}, use) => {
      const servers = new Map<string, ServerProcess>()
      await use(servers)
      await Promise.all([...servers.values()].map(server => server.stop()))
    },
    { scope: 'worker' },
  ],
  server: async ({ servers }, use, info) => {
    const server = servers.get(info.file) ?? (await startServer())
    servers.set(info.file, server)
    await use(server)
  },
  address: async ({ server }, use) => use(server.address),
  setUpCode: async ({ server }, use) => use(server.setUpCode ?? ''),
  complaints: [
    async ({ expected }, use) => {
      const complaints: string[] = []
      await use(complaints)
      const known = [...alwaysExpected, ...expected]
      expect(complaints.filter(text => !known.some(pattern => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],
  page: async ({ page, complaints }, use) => {
    listen(page, complaints)
    await use(page)
  },
  newDevice: async ({ browser, complaints }, use) => {
    const contexts: { close(): Promise<void> }[] = []
    await use(async () => {
      const context = await browser.newContext()
      contexts.push(context)
      const page = await context.newPage()
      listen(page, complaints)
      return page
    })
    await Promise.all(contexts.map(context => context.close()))
  },
  press: async ({ play }, use) => use(control => press(control.page(), play, control)),
  write: async ({ play }, use) => use((field, text) => write(field.page(), play, field, text)),
  // biome-ignore format: as above
  seeNoBarriers: async ({}, use) =>
    use(async page => {
      // From its top, as a page is come to: what passes under the way out while one scrolls is not too small for that.
      await page.evaluate(() => window.scrollTo(0, 0))
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      // Its older way needs no page beside this one; it differs for frames of other origins alone, and there are none.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
      expect(found).toEqual([])
    }),
})

export { expect }
