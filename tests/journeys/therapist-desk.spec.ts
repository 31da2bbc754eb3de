import { expect, test } from './steps/journey.ts'
import { makeCase, playPartner, practiceOn } from './steps/practice.ts'
import { button, comeBack, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// A wrong passphrase is refused by the server, and the browser says so.
test.use({ expected: [/status of (401|403)/] })

test('a day at the therapist’s desk: notes, a lock, a search, the archive', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Harbour', ['Kim', 'Noor'])
  await playPartner(practice, open, 0, () => 3)
  await makeCase(practice, 'Orchard', ['Sacha', 'Robin'])

  await test.step('a wrong passphrase opens nothing', async () => {
    await page.goto(`${address}/app/`)
    await write(page.getByLabel(t('sign-in.name'), { exact: true }), practice.signInName)
    await write(page.getByLabel(t('passphrase.label'), { exact: true }), 'amber-window-quiet-rover')
    await press(button(page, t('sign-in.open')))
    await expect(page.getByText(t('failure.sign-in-refused'))).toBeVisible()
    await look(page, 'sign-in-refused')
  })
  await page.clock.install()
  await signIn(hands, page, address, practice)

  await test.step('a note keeps itself and is there after the page is loaded again', async () => {
    await openCase(hands, page, 'Harbour')
    await goTo(hands, page, 'notes')
    await press(button(page, t('notes.new')))
    await write(page.getByLabel(t('notes.label'), { exact: true }), 'Kim spoke of the garden.')
    await page.clock.runFor(2000)
    await expect(page.locator('.note [role=status]')).not.toHaveText(t('notes.writing'))
    await look(page, 'notes')
    await page.reload()
    await write(page.getByLabel(t('passphrase.label'), { exact: true }), practice.passphrase)
    await press(button(page, t('sign-in.open')))
    await expect(page.getByText('Kim spoke of the garden.')).toBeVisible()
  })

  await test.step('what is being written when it locks is kept', async () => {
    await press(button(page, t('notes.edit')))
    await write(page.getByLabel(t('notes.label'), { exact: true }), 'Kim spoke of the garden and the dog.')
    await press(button(page, t('app.lock')))
    await expect(page.getByText(t('lock.asked'))).toBeVisible()
    await expect(page.locator('body')).not.toContainText('garden')
    await expect(page.locator('body')).not.toContainText('Harbour')
    await comeBack(hands, page, 'not the passphrase at all')
    await expect(page.getByText(t('failure.sign-in-refused'))).toBeVisible()
    await comeBack(hands, page, practice.passphrase)
    await expect(page.getByText('Kim spoke of the garden and the dog.')).toBeVisible()
  })

  await test.step('left alone for ten minutes, the keys are forgotten', async () => {
    // The page begins to watch a moment after it is drawn.
    await expect(async () => {
      await page.clock.fastForward('11:00')
      await expect(page.getByText(t('lock.idle'))).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(page.locator('body')).not.toContainText('garden')
    await look(page, 'locked-idle')
    await comeBack(hands, page, practice.passphrase)
    await expect(page.getByText('Kim spoke of the garden and the dog.')).toBeVisible()
  })

  await test.step('a half-filled new case is still there after a lock', async () => {
    await press(page.getByRole('link', { name: t('app.name') }))
    await press(page.getByRole('link', { name: t('caseload.new'), exact: true }))
    await write(page.getByLabel(t('new-case.name'), { exact: true }), 'Tramway')
    await press(button(page, t('app.lock')))
    await comeBack(hands, page, practice.passphrase)
    await expect(page.getByLabel(t('new-case.name'), { exact: true })).toHaveValue('Tramway')
  })

  await test.step('the search finds a word of a note, and no request carries it', async () => {
    await press(page.getByRole('link', { name: t('app.name') }))
    await expect(page.locator('.case-row')).toHaveCount(2)
    const asked: string[] = []
    page.on('request', request => asked.push(request.url() + (request.postData() ?? '')))
    await write(page.getByLabel(t('caseload.search'), { exact: true }), 'garden')
    await expect(page.getByText(t('caseload.found', { count: 1 }))).toBeVisible()
    await expect(page.locator('.case-row')).toContainText('Harbour')
    expect(asked.filter(text => text.includes('garden'))).toEqual([])
    await look(page, 'caseload-search')
    await write(page.getByLabel(t('caseload.search'), { exact: true }), ' ')
  })

  await test.step('a case goes to the archive and comes back', async () => {
    await press(button(page, `${t('caseload.archive')}: Orchard`))
    await expect(page.locator('.case-row')).toHaveCount(1)
    await press(page.getByRole('checkbox', { name: t('caseload.with-archived', { count: 1 }) }))
    await look(page, 'caseload-archived')
    await press(button(page, `${t('caseload.unarchive')}: Orchard`))
    await expect(button(page, `${t('caseload.archive')}: Orchard`)).toBeVisible()
  })

  await test.step('the plan, and an order of one’s own', async () => {
    await openCase(hands, page, 'Harbour')
    await goTo(hands, page, 'plan')
    await expect(page.getByText(t('plan.order-recommended'))).toBeVisible()
    const second = page.locator('.order li').nth(1)
    const name = (await second.locator('.order-name').textContent()) ?? ''
    await press(button(page, t('plan.up', { what: name })))
    await expect(page.getByText(t('plan.order-own'))).toBeVisible()
    await expect(page.locator('.order .order-name').first()).toHaveText(name)
    await press(button(page, t('plan.sexual-open')))
    await expect(page.getByText(t('plan.sexual-is-open'))).toBeVisible()
    await look(page, 'plan')
  })
})

test('a second device, and the recovery kit', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Lantern', ['Ariel', 'Dana'])
  await open.append('notes', {
    kind: 'note',
    at: new Date().toISOString(),
    note: 'AAAAAAAAAAAAAAAAAAAAAA',
    words: 'Met at noon.',
  })
  await open.refresh()

  // The account was made on another device; this one has seen nothing of it.
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Lantern')
  await goTo(hands, page, 'notes')
  await expect(page.getByText('Met at noon.')).toBeVisible()

  const third = await newDevice()
  await third.goto(`${address}/app/`)
  await press(third.getByRole('link', { name: t('sign-in.to-recover') }))
  await write(third.getByLabel(t('sign-in.name'), { exact: true }), practice.signInName)
  await write(third.getByLabel(t('kit.code'), { exact: true }), practice.recoveryCode.toLowerCase())
  await look(third, 'recover')
  await press(button(third, t('first-run.to-passphrase')))
  const passphrase = (await third.locator('p.code').textContent()) ?? ''
  await press(third.getByRole('checkbox', { name: t('passphrase.written') }))
  await press(button(third, t('recover.open')))
  await expect(heading(third)).toHaveText(t('caseload.title'))
  await openCase(hands, third, 'Lantern')

  await test.step('the old passphrase stops working, the new one works', async () => {
    const fourth = await newDevice()
    await fourth.goto(`${address}/app/`)
    await write(fourth.getByLabel(t('sign-in.name'), { exact: true }), practice.signInName)
    await write(fourth.getByLabel(t('passphrase.label'), { exact: true }), practice.passphrase)
    await press(button(fourth, t('sign-in.open')))
    await expect(fourth.getByText(t('failure.sign-in-refused'))).toBeVisible()
    await signIn(hands, fourth, address, { ...practice, passphrase })
  })
})
