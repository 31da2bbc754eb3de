import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { keepInDatabase } from './steps/server-database.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// A wrong PIN is refused by the server, and the browser says so.
test.use({ expected: [/status of (401|403|423|429)/] })

test('another phone opens with the link and the PIN; wrong PINs close it until the therapist gives tries back', async ({
  page,
  server,
  address,
  newDevice,
  play,
  words,
  press,
  write,
  look,
}) => {
  const hands = { play, words, press, write }
  const { p, t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Orchard', ['Sacha', 'Robin'])
  const link = linkOf(practice, open, 0)
  const first = await newDevice()
  await openLink(hands, first, link)
  await agree(hands, first)
  await sayMeaning(hands, first, 'being listened to')
  for (let i = 0; i < 4; i++) await choose(hands, first, 3)
  await setPin(hands, first, '592714')
  const next = await heading(first).textContent()
  await first.context().close()

  const second = await newDevice()
  await second.goto(link)
  await expect(second.getByText(p.pin.openElsewhere)).toBeVisible()
  await look(second, 'partner-pin-elsewhere')
  await typePin(hands, second, '592715')
  await expect(second.locator('#said')).toHaveText(p.pin.wrong(9))
  await look(second, 'partner-pin-wrong')
  await typePin(hands, second, '592714')
  await expect(heading(second)).toHaveText(next ?? '')

  // Whoever has the link and guesses: after three tries each next one has to wait, in the end for the therapist.
  const third = await newDevice()
  await third.goto(link)
  for (let left = 9; left > 5; left--) {
    await typePin(hands, third, '100200')
    await expect(third.locator('#said')).toHaveText(p.pin.wrong(left))
  }
  await typePin(hands, third, '592714')
  await expect(third.locator('#said')).toHaveText(p.pin.wait)
  keepInDatabase(server, database =>
    database
      .prepare("update seats set tries = 10, next_try_at = '' where seat_id = ?")
      .run(open.seats[0]?.seat ?? ''),
  )
  await typePin(hands, third, '592714')
  await expect(third.locator('#said')).toHaveText(p.pin.none)

  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Orchard')
  await goTo(hands, page, 'links')
  await expect(page.getByText(t('links.locked-title'))).toBeVisible()
  await look(page, 'links-locked')
  await press(button(page, t('links.reset')))
  await look(page, 'links-sure')
  await press(page.getByRole('dialog').getByRole('button', { name: t('links.reset') }))
  await expect(page.getByText(t('links.locked-title'))).toBeHidden()
  await typePin(hands, third, '592714')
  await expect(heading(third)).toHaveText(next ?? '')
})
