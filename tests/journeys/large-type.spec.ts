import type { Page } from '@playwright/test'
import { viewports } from '../support/plays.ts'
import { openTogether } from '../../src/cli/demo-open-together.ts'
import { expect, test } from './steps/journey.ts'
import { agree, openLink, sayMeaning, typePin } from './steps/partner.ts'
import { linkOf, makeCase, playPartner, practiceOn, release } from './steps/practice.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'

/** The page never scrolls sideways, and no words run out of their own box. */
const seeNothingCutOff = async (page: Page, where: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready)
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const out: string[] = []
    const kinds =
      'h1, h2, h3, p, li, button, a, label, legend, summary, dt, dd, input, select, textarea, img, .bp-line'
    for (const element of document.querySelectorAll(kinds)) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || element.closest('.visually-hidden, .bp-scroll, [hidden], svg svg')) continue
      const what = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent?.slice(0, 40)}`
      const { overflowX } = getComputedStyle(element)
      const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)
      if (box.right > document.documentElement.clientWidth + 1 || box.left < -1) out.push(`outside: ${what}`)
      else if (
        !isField &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0 &&
        overflowX !== 'visible'
      )
        out.push(`cut: ${what}`)
    }
    return { wide, out }
  })
  expect.soft(found, where).toEqual({ wide: 0, out: [] })
}

test('at twice the size nothing is cut off, and nothing scrolls sideways', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, play, words, press, write, picture }) => {
  const hands = { play, words, press, write }
  const { p, t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Orchard', ['Sacha', 'Robin'])
  const link = linkOf(practice, open, 1)
  const sacha = await playPartner(practice, open, 0, () => 4, '592714')
  await playPartner(practice, open, 1, () => 2, '304958')
  await openTogether(open)
  await release(sacha, ['values', 'power'])
  const fresh = await makeCase(practice, 'Cedar', ['Alex', 'Jude'])

  // At 200 % zoom a page has half as many pixels each way.
  const { width, height } = viewports[play.device]
  const zoomed = { width: Math.floor(width / 2), height: Math.floor(height / 2) }
  await page.setViewportSize(zoomed)
  const see = async (name: string) => {
    await seeNothingCutOff(page, name)
    await picture(page, `large-${name}`)
  }
  await page.goto(`${address}/app/`)
  await see('sign-in')
  await signIn(hands, page, address, practice)
  await see('caseload')
  await openCase(hands, page, 'Orchard')
  for (const section of [
    'blueprint',
    'plan',
    'session',
    'reading',
    'meetings',
    'safety',
    'room',
    'notes',
    'links',
    'print',
  ] as const) {
    await goTo(hands, page, section)
    await see(section)
  }
  await goTo(hands, page, 'room')
  await press(button(page, t('room.enter')))
  for (let i = 0; i < 3; i++) await press(button(page, t('room.next')))
  await see('room-view')

  const phone = await newDevice()
  await phone.setViewportSize(zoomed)
  const seePartner = async (name: string) => {
    await seeNothingCutOff(phone, name)
    await picture(phone, `large-partner-${name}`)
  }
  await phone.goto(linkOf(practice, fresh, 0))
  await expect(button(phone, p.invited.open)).toBeVisible()
  await seePartner('invited')
  await openLink(hands, phone, linkOf(practice, fresh, 0))
  await expect(button(phone, p.goOn)).toBeVisible()
  await seePartner('welcome')
  await agree(hands, phone)
  await seePartner('choice')
  await sayMeaning(hands, phone, 'time')
  await seePartner('question')

  const other = await newDevice()
  await other.setViewportSize(zoomed)
  await other.goto(link)
  await typePin(hands, other, '304958')
  await press(button(other, p.end.release))
  await typePin(hands, other, '304958')
  await expect(other.locator('.results')).toBeVisible()
  await seeNothingCutOff(other, 'release')
  await picture(other, 'large-partner-release')
})
