import type { ElementId } from '../../src/core/model/schema.ts'
import { openTogether } from '../../src/cli/demo-open-together.ts'
import { expect, test } from './steps/journey.ts'
import { model } from './steps/model.ts'
import { typePin } from './steps/partner.ts'
import { linkOf, makeCase, playPartner, practiceOn } from './steps/practice.ts'
import { button, goTo, openCase, signIn, turnBackTo } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

test('what is shown is chosen alone, is seen by nobody before the joint opening, and can be taken back', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, play, words, press, write, look }) => {
  const hands = { play, words, press, write }
  const { p, t, language } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Orchard', ['Sacha', 'Robin'])
  const link = linkOf(practice, open, 0)
  const linkOfRobin = linkOf(practice, open, 1)
  await playPartner(practice, open, 0, () => 4, '592714')
  await playPartner(practice, open, 1, () => 2, '304958')
  const nameOf = (id: ElementId) => model.elements.find(element => element.id === id)?.name[language] ?? ''

  const phone = await newDevice()
  await phone.goto(link)
  await typePin(hands, phone, '592714')
  await expect(heading(phone)).toHaveText(p.end.title)
  await press(button(phone, p.end.release))
  await typePin(hands, phone, '592714')
  await press(phone.getByRole('checkbox', { name: p.release.show(nameOf('values')), exact: true }))
  await press(phone.getByRole('checkbox', { name: p.release.show(p.release.meaning), exact: true }))
  await press(button(phone, p.release.keep))
  await expect(phone.getByText(p.release.kept)).toBeVisible()

  await test.step('before the joint opening the other partner is shown nothing of it', async () => {
    const other = await newDevice()
    await other.goto(linkOfRobin)
    await typePin(hands, other, '304958')
    await expect(heading(other)).toHaveText(p.end.title)
    await press(button(other, p.end.release))
    await typePin(hands, other, '304958')
    await expect(other.locator('.results')).toBeVisible()
    // Robin sees Robin's own places and no place of Sacha's.
    await expect(other.locator('.results .mark')).toHaveCount(model.elements.length)
    await expect(other.getByText('Sacha')).not.toHaveCount(0)
    await look(other, 'partner-release-other')
  })
  await test.step('the therapist may enter the room only after the meetings', async () => {
    await signIn(hands, page, address, practice)
    await openCase(hands, page, 'Orchard')
    await goTo(hands, page, 'room')
    await expect(button(page, t('room.enter'))).toHaveCount(0)
    await look(page, 'room-shut')
    await openTogether(open)
    await turnBackTo(page)
    await expect(button(page, t('room.enter'))).toBeVisible()
    await expect(page.locator('.room-line').filter({ hasText: t('room.shown') })).toHaveCount(1)
  })

  await test.step('taken back, it is gone from the room as if it had never been shown', async () => {
    await press(phone.getByRole('checkbox', { name: p.release.show(nameOf('values')), exact: true }))
    await press(phone.getByRole('checkbox', { name: p.release.show(p.release.meaning), exact: true }))
    await press(button(phone, p.release.keepNone))
    await expect(phone.getByText(p.release.takenBack)).toBeVisible()
    await expect(phone.getByText(p.saving.waiting)).toBeHidden()
    await turnBackTo(page)
    await expect(page.locator('.room-line').filter({ hasText: t('room.shown') })).toHaveCount(0)
    await press(button(page, t('room.enter')))
    await press(button(page, t('room.next')))
    for (const who of ['Sacha', 'Robin'])
      await expect(page.getByText(t('room.mark-nothing', { who }))).toBeVisible()
    for (const element of model.elements) {
      await press(button(page, t('room.next')))
      await expect(heading(page)).toHaveText(element.name[language])
      await expect(page.getByText(t('room.nothing'))).toBeVisible()
    }
    await look(page, 'room-nothing-released')
  })
})
