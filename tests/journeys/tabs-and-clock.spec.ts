import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { button, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

test('a second tab says that the first is open, for the therapist and for a partner', async ({
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
  const open = await makeCase(practice, 'Lantern', ['Ariel', 'Dana'])
  await signIn(hands, page, address, practice)
  const second = await page.context().newPage()
  await second.goto(`${address}/app/`)
  await write(second.getByLabel(t('passphrase.label'), { exact: true }), practice.passphrase)
  await press(button(second, t('sign-in.open')))
  await expect(second.getByText(t('failure.open-elsewhere'))).toBeVisible()
  await look(second, 'therapist-other-tab')
  await page.close()
  await press(button(second, t('sign-in.open')))
  await expect(heading(second)).toHaveText(t('caseload.title'))

  const phone = await newDevice()
  const link = linkOf(practice, open, 0)
  await openLink(hands, phone, link)
  await agree(hands, phone)
  const question = await heading(phone).textContent()
  const other = await phone.context().newPage()
  await other.goto(link)
  await expect(heading(other)).toHaveText(p.otherTab.title)
  await look(other, 'partner-other-tab')
  await phone.close()
  await press(button(other, p.tryAgain))
  await expect(heading(other)).toHaveText(question ?? '')
})

test('a phone whose clock is a year off claims, answers and is understood', async ({
  page,
  server,
  play,
  words,
  press,
  write,
}) => {
  const hands = { play, words, press, write }
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Hillside', ['Camille', 'Sam'])
  const seat = open.seats[0]?.seat ?? ''
  await page.clock.setFixedTime(new Date(Date.now() - 365 * 24 * 3600_000))
  await openLink(hands, page, linkOf(practice, open, 0))
  await agree(hands, page)
  await sayMeaning(hands, page, 'an earlier year')
  await choose(hands, page, 1)
  const question = await heading(page).textContent()
  await page.clock.setFixedTime(new Date(Date.now() + 365 * 24 * 3600_000))
  // To the page, two years have gone by: it covers itself, or opens anew.
  await page.reload()
  await expect(heading(page)).toHaveText(question ?? '')
  await choose(hands, page, 5)
  await expect(async () => {
    await open.refresh()
    const answers: Record<string, unknown> = open.state.sheets[seat]?.answers ?? {}
    expect(Object.keys(answers)).toHaveLength(4)
    expect(answers['meaning.words']).toBe('an earlier year')
  }).toPass()
  expect(open.faults).toEqual([])
  expect(open.seats[0]?.claimHolds).toBe(true)
})
