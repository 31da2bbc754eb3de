import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { button } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

test('whoever picks up the unlocked phone reads no answer without the PIN', async ({
  page,
  server,
  address,
  play,
  words,
  press,
  write,
  look,
}) => {
  const hands = { play, words, press, write }
  const { p } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Cedar', ['Alex', 'Nikita'])
  const own = 'a house that is quiet in the evening'
  await page.clock.install()
  await openLink(hands, page, linkOf(practice, open, 0))
  await agree(hands, page)
  await sayMeaning(hands, page, own)

  await test.step('before there is a PIN, nothing given can be read again', async () => {
    await press(button(page, p.more))
    await look(page, 'partner-menu')
    await press(button(page, p.menu.lookBack))
    await expect(page.getByText(p.pin.gateNone)).toBeVisible()
    await look(page, 'partner-look-back-without-pin')
    await press(button(page, p.goBack))
  })
  for (let i = 0; i < 4; i++) await choose(hands, page, 3)
  await setPin(hands, page, '592714')
  const question = await heading(page).textContent()

  await test.step('the answers are behind the PIN while the page is open', async () => {
    await press(button(page, p.more))
    await press(button(page, p.menu.lookBack))
    await expect(page.getByText(own)).toHaveCount(0)
    await typePin(hands, page, '592715')
    await expect(page.locator('#said')).toContainText('4')
    await expect(page.getByText(own)).toHaveCount(0)
    await typePin(hands, page, '592714')
    await expect(page.getByText(p.lookBack.sincePin)).toBeVisible()
    // Given before there was a PIN, which anybody with the phone could have chosen.
    await expect(page.getByText(own)).toHaveCount(0)
    await press(button(page, p.goBack))
    await expect(heading(page)).toHaveText(question ?? '')
    await expect(page.getByText(own)).toHaveCount(0)
  })

  await test.step('neither loading again nor going back shows them', async () => {
    await page.reload()
    await expect(heading(page)).toHaveText(p.pin.openTitle)
    await page.goBack().catch(() => null)
    await page.goto(`${address}/p`)
    await expect(heading(page)).toHaveText(p.pin.openTitle)
    await expect(page.locator('body')).not.toContainText(own)
    await expect(page.locator('body')).not.toContainText('Nikita')
    await look(page, 'partner-pin')
    await typePin(hands, page, '592714')
    await expect(heading(page)).toHaveText(question ?? '')
  })

  await test.step('left alone, the page locks itself', async () => {
    await page.clock.fastForward('06:00')
    await expect(heading(page)).toHaveText(p.pin.openTitle)
    await expect(page.locator('body')).not.toContainText(question ?? '-')
  })
})
