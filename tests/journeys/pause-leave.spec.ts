import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// A seat that was left is refused, and the browser says so.
test.use({ expected: [/status of (404|410)/] })

test('stopping for a while, something for oneself, and leaving for good', async ({
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
  const open = await makeCase(practice, 'Harbour', ['Kim', 'Noor'])
  const link = linkOf(practice, open, 0)
  const phone = await newDevice()
  await openLink(hands, phone, link)
  await agree(hands, phone)
  await sayMeaning(hands, phone, 'to be asked')
  for (let i = 0; i < 4; i++) await choose(hands, phone, 3)
  await setPin(hands, phone, '592714')
  const question = await heading(phone).textContent()

  await test.step('something for oneself, that nobody else can open', async () => {
    await press(button(phone, p.more))
    await press(button(phone, p.menu.own))
    await expect(phone.getByText(p.own.nobody)).toBeVisible()
    await write(phone.getByLabel(p.own.label, { exact: true }), 'I am afraid of being alone')
    await look(phone, 'partner-own-note')
    await press(button(phone, p.own.keep))
    await expect(phone.getByText(p.own.kept)).toBeVisible()
    await press(button(phone, p.own.read))
    await typePin(hands, phone, '592714')
    await expect(phone.locator('.notes')).toHaveText('I am afraid of being alone')
    await press(button(phone, p.goBack))
  })

  await test.step('a pause is kept, and the therapist sees that and no more', async () => {
    await press(button(phone, p.more))
    await press(button(phone, p.menu.pause))
    await expect(heading(phone)).toHaveText(p.pause.title)
    await look(phone, 'partner-paused')
    await signIn(hands, page, address, practice)
    await expect(page.locator('.case-row-people li').first()).toContainText(t('status.paused'))
    await press(button(phone, p.pause.goOn))
    await expect(heading(phone)).toHaveText(question ?? '')
  })

  /** What the server says to this phone when it asks as its seat. */
  const askAsSeat = () =>
    phone.evaluate(
      async ([id, seat]) =>
        (await fetch(`/api/cases/${id}/heads`, { headers: { 'x-groundwork-seat': seat ?? '' } })).status,
      [open.id, open.seats[0]?.seat],
    )
  expect(await askAsSeat()).toBe(200)

  await test.step('leaving asks once more, and then the server takes nothing from this seat', async () => {
    await press(button(phone, p.more))
    await press(button(phone, p.menu.leave))
    await expect(button(phone, p.leave.confirm)).toBeDisabled()
    await look(phone, 'partner-leave')
    await press(phone.getByRole('checkbox', { name: p.leave.sure }))
    await press(button(phone, p.leave.confirm))
    await expect(heading(phone)).toHaveText(p.leave.doneTitle)
    await look(phone, 'partner-left')
    expect(await askAsSeat()).toBe(410)
    const again = await newDevice()
    await again.goto(link)
    await expect(heading(again)).toHaveText(p.noUse.title)
  })

  await test.step('the therapist sees that Kim left, keeps what was given, and never what was for oneself', async () => {
    await openCase(hands, page, 'Harbour')
    await goTo(hands, page, 'links')
    await expect(page.locator('.seat-head').first()).toContainText(t('status.left'))
    await look(page, 'links-left')
    await open.refresh()
    expect(open.state.sheets[open.seats[0]?.seat ?? '']?.answers['meaning.words']).toBe('to be asked')
    expect(JSON.stringify(open.entries)).not.toContain('afraid of being alone')
    expect(open.faults).toEqual([])
  })
})
