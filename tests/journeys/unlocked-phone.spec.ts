import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { model } from './steps/model.ts'
import { linkOf, makeCase, playPartner, practiceOn } from './steps/practice.ts'
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
    // The page begins to watch a moment after it is drawn.
    await expect(async () => {
      await page.clock.fastForward('06:00')
      await expect(heading(page)).toHaveText(p.pin.openTitle, { timeout: 1000 })
    }).toPass()
    await expect(page.locator('body')).not.toContainText(question ?? '-')
  })
})

test('a PIN that was chosen after the answers shows no result and releases none, until they are given once more', async ({
  page,
  server,
  play,
  words,
  press,
  write,
  look,
}) => {
  const hands = { play, words, press, write }
  const { p, language } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Tramway', ['Maxime', 'Dana'])
  const link = linkOf(practice, open, 0)
  const maxime = await playPartner(practice, open, 0, () => 4)
  // Whoever holds the phone could have chosen it.
  await maxime.setPin('592714')

  await page.goto(link)
  await typePin(hands, page, '592714')
  await press(button(page, p.end.release))
  await typePin(hands, page, '592714')
  await expect(page.getByText(p.release.closed)).toBeVisible()
  await expect(page.locator('.results').getByRole('button')).toHaveCount(1 + model.elements.length)
  await expect(page.locator('.results .mark')).toHaveCount(0)
  await expect(page.locator('.results blockquote')).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await look(page, 'partner-release-closed')

  const [element] = model.elements
  await press(page.locator('.results li', { hasText: element?.name[language] ?? '-' }).getByRole('button'))
  for (let i = 1; i <= (element?.items.length ?? 0); i++) {
    await expect(page.locator('.progress')).toHaveText(p.release.again(i, element?.items.length ?? 0))
    await choose(hands, page, 2)
  }
  await typePin(hands, page, '592714')
  await expect(page.locator('.results .mark')).toHaveCount(1)
  await press(page.getByRole('checkbox'))
  await press(button(page, p.release.keep))
  await expect(page.getByText(p.release.kept)).toBeVisible()
  await look(page, 'partner-release-once-more')
  await expect(async () => {
    await open.refresh()
    const shown = open.state.releases[open.seats[0]?.seat ?? '']
    expect(Object.keys(shown?.elements ?? {})).toEqual([element?.id])
    expect(shown?.meaning).toBeNull()
  }).toPass()
})
