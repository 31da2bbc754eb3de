import { expect, test } from './steps/journey.ts'
import { makeCase, practiceOn } from './steps/practice.ts'
import { goToLedger } from './steps/reading.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'

test('an hour in the session room with the network cut', {
  tag: '@phone-touch-en-light',
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Lantern', ['Kim', 'Noor'])
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Lantern')
  await goTo(hands, page, 'session')
  await look(page, 'session-before')

  await page.context().setOffline(true)
  await press(button(page, t('session.begin')))
  const note = page.getByLabel(t('session.notes'), { exact: true })

  await test.step('one press keeps the line that is being written, and whose it is', async () => {
    await write(note, 'Kim: I am no good at talking')
    await press(button(page, t('as.story')))
    await expect(page.locator('.taken')).toContainText('I am no good at talking')
    await expect(page.locator('.taken')).toContainText('Kim')
    await write(note, 'an evening without phones')
    await press(button(page, t('as.advice-refused')))
    await expect(page.locator('.taken')).toHaveCount(2)
    await write(note, 'Noor: call on Monday')
    await press(button(page, t('as.promise')))
    await expect(page.locator('.taken')).toHaveCount(3)
  })

  await test.step('a question is marked as asked, and the next one takes its place', async () => {
    const first = page.locator('.guide .question').first()
    const before = (await first.textContent()) ?? ''
    await press(page.locator('.guide .questions li').first().getByRole('button').first())
    await expect(first).not.toHaveText(before)
    await look(page, 'session-going')
  })

  await test.step('after the hour the notes are sent, and the case has all of it', async () => {
    await press(button(page, t('session.end')))
    await page.context().setOffline(false)
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    await expect(async () => {
      await open.refresh()
      expect(open.state.sessions[0]?.endedAt).not.toBeNull()
      expect(open.state.notes.map(one => one.words)).toEqual(['Noor: call on Monday'])
    }).toPass()
    expect(open.state.cards.map(card => card.words)).toEqual(['I am no good at talking'])
    expect(open.state.advice[0]?.steps.map(({ step }) => step)).toEqual(['refused'])
    expect(Object.keys(open.state.asked)).toHaveLength(1)
  })

  await test.step('the ledgers: a card is questioned, advice goes on, a promise stays heard', async () => {
    await goToLedger(hands, page, 'cards')
    await press(page.getByRole('button', { name: new RegExp(`^${t('cards.question')}`) }))
    await write(page.getByLabel(t('cards.asked'), { exact: true }), 'Since school')
    await press(button(page, t('cards.keep')))
    await expect(page.getByText('Since school')).toBeVisible()
    await look(page, 'ledger-card-questioned')
    await goToLedger(hands, page, 'promises')
    await expect(page.getByText(t('ledger.heard'))).toBeVisible()
    await look(page, 'ledger-promises-heard')
    await goToLedger(hands, page, 'advice')
    await page.getByLabel(t('advice.next'), { exact: true }).selectOption({ label: t('advice.tried') })
    await write(page.getByLabel(t('advice.why'), { exact: true }), 'Work rings less now')
    await press(page.getByRole('button', { name: new RegExp(`^${t('advice.add')}`) }))
    await expect(page.locator('.advice-steps')).toContainText('Work rings less now')
    await look(page, 'ledger-advice-tried')
  })
})
