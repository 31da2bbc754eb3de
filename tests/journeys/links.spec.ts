import { expect, test } from './steps/journey.ts'
import { claim, consent, linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { keepInDatabase } from './steps/server-database.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// The server refuses links that open nothing, and the browser says so.
test.use({ expected: [/status of (404|409|410)/] })

test('a link that opens nothing says the same, whatever the reason; half a link says that it is cut', async ({
  page,
  server,
  address,
  newDevice,
  words,
  press,
  write,
  look,
}) => {
  const hands = { words, press, write }
  const { p, t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Lantern', ['Ariel', 'Dana', 'Jude'])
  const [revoked, expired, used] = [0, 1, 2].map(index => linkOf(practice, open, index)) as [
    string,
    string,
    string,
  ]

  await test.step('the therapist ends a link', async () => {
    await signIn(hands, page, address, practice)
    await openCase(hands, page, 'Lantern')
    await goTo(hands, page, 'links')
    await press(button(page, t('links.revoke')).first())
    await press(page.getByRole('dialog').getByRole('button', { name: t('links.revoke') }))
    await expect(page.locator('.seat-head').first()).toContainText(t('status.link-revoked'))
    await look(page, 'links-ended')
  })
  keepInDatabase(server, database =>
    database
      .prepare('update seats set expires_at = ? where seat_id = ?')
      .run('2020-01-01T00:00:00.000Z', open.seats[1]?.seat ?? ''),
  )

  const phone = await newDevice()
  const seen: string[] = []
  const stranger = `${address}/p#${'A'.repeat(22)}`
  for (const link of [revoked, expired, stranger]) {
    await phone.goto('about:blank')
    await phone.goto(link)
    await expect(heading(phone)).toHaveText(p.noUse.title)
    seen.push((await phone.locator('body').innerHTML()).replace(/\s+/g, ' '))
  }
  expect(new Set(seen).size).toBe(1)
  await look(phone, 'partner-no-use')

  await phone.goto('about:blank')
  await phone.goto(used.slice(0, -9))
  await expect(heading(phone)).toHaveText(p.halfLink.title)
  await look(phone, 'partner-half-link')

  await test.step('a link that was used asks for the PIN, and tells nothing of who used it', async () => {
    const other = await claim(address, used)
    await consent(other)
    await other.setPin('592714')
    await phone.goto('about:blank')
    await phone.goto(used)
    await expect(heading(phone)).toHaveText(p.pin.openTitle)
    await expect(phone.locator('body')).not.toContainText('Jude')
    await expect(phone.locator('body')).not.toContainText('Dr Lind')
  })

  await test.step('without a link the page asks for it', async () => {
    const fresh = await newDevice()
    await fresh.goto(`${address}/p`)
    await expect(heading(fresh)).toHaveText(p.noLink.title)
    await look(fresh, 'partner-no-link')
  })

  await test.step('the therapist sees which link ran out, and makes a new one', async () => {
    await page.reload()
    await write(page.getByLabel(t('passphrase.label'), { exact: true }), practice.passphrase)
    await press(button(page, t('sign-in.open')))
    await expect(page.locator('.seat-head').nth(1)).toContainText(t('status.link-expired'))
    await press(button(page, t('links.new')).nth(1))
    await press(page.getByRole('dialog').getByRole('button', { name: t('links.new') }))
    const fresh = page.getByLabel(t('links.link', { who: 'Dana' }), { exact: true })
    await expect(fresh).toBeVisible()
    await phone.goto('about:blank')
    await phone.goto(await fresh.inputValue())
    await expect(heading(phone)).toHaveText(p.invited.title)
  })
})
