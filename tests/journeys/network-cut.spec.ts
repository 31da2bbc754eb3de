import { expect, test } from './steps/journey.ts'
import { agree, choose, openLink, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { heading } from './steps/words.ts'

test('a network that goes in the middle loses no answer, even where the tab is closed meanwhile', async ({
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
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Harbour', ['Kim', 'Noor'])
  await openLink(hands, page, linkOf(practice, open, 0))
  await agree(hands, page)
  await sayMeaning(hands, page, 'a walk on Sundays')
  for (let i = 0; i < 4; i++) await choose(hands, page, 4)
  await setPin(hands, page, '592714')
  // The worker that keeps the page comes a moment after the first question.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

  await page.context().setOffline(true)
  for (let i = 0; i < 3; i++) await choose(hands, page, 2)
  await expect(page.getByText(words.p.saving.waiting, { exact: true })).toBeVisible()
  await look(page, 'partner-offline')
  const next = await heading(page).textContent()
  await page.close()

  const again = await page.context().newPage()
  await again.goto(`${address}/p`)
  await typePin(hands, again, '592714')
  await expect(heading(again)).toHaveText(next ?? '')
  await choose(hands, again, 3)
  await expect(again.getByText(words.p.saving.waiting, { exact: true })).toBeVisible()

  await again.context().setOffline(false)
  await expect(again.getByText(words.p.saving.waiting, { exact: true })).toBeHidden()
  await expect(async () => {
    await open.refresh()
    const sheet = Object.values(open.state.sheets).find(({ answers }) => Object.keys(answers).length > 0)
    expect(Object.keys(sheet?.answers ?? {})).toHaveLength(2 + 4 + 3 + 1)
    expect(sheet?.answers['meaning.words']).toBe('a walk on Sundays')
  }).toPass()
  expect(open.faults).toEqual([])
})
