import type { Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../../src/client/quick-exit.ts'
import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { button } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

/** The neutral site, without a network to reach it by. */
const standInFor = (page: Page): Promise<unknown> =>
  page.context().route(`${NEUTRAL_SITE}**`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>',
    }),
  )

test('one press, or Escape twice, leaves at once, and the back button does not lead here', async ({
  page,
  server,
  address,
  newDevice,
  play,
  words,
  press,
  write,
}) => {
  const hands = { play, words, press, write }
  const { p } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Tramway', ['Maxime', 'Noor'])
  const link = linkOf(practice, open, 0)
  await standInFor(page)
  const titles: string[] = []
  const note = async () => void titles.push(await page.title())

  await page.goto('about:blank')
  await openLink(hands, page, link)
  await note()
  await agree(hands, page)
  await note()
  await sayMeaning(hands, page, 'less hurry')
  const question = await heading(page).textContent()
  await press(button(page, p.quickExit))
  await page.waitForURL(NEUTRAL_SITE)
  await page.goBack()
  await expect(page).not.toHaveURL(new RegExp(address))

  // What was answered is kept: the link goes on where it was left.
  await page.goto(link)
  await expect(heading(page)).toHaveText(question ?? '')
  await note()
  await choose(hands, page, 2)
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1800)
  await page.keyboard.press('Escape')
  await expect(heading(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.waitForURL(NEUTRAL_SITE)
  expect(new Set(titles)).toEqual(new Set([p.neutralTitle]))

  await test.step('it is there before anything was opened, too', async () => {
    const fresh = await newDevice()
    await standInFor(fresh)
    await fresh.goto(linkOf(practice, open, 1))
    await press(button(fresh, p.quickExit))
    await fresh.waitForURL(NEUTRAL_SITE)
  })
})
