import { makeBlueprint } from '../../src/core/assessment/blueprint.ts'
import { sheetsOfCase } from '../../src/core/assessment/sheets-of-case.ts'
import { blueprintText } from '../../src/ui/blueprint/blueprint-text.ts'
import { sayPhrase } from '../../src/ui/blueprint/say-phrase.ts'
import { blueprintWords } from '../../src/ui/strings/blueprint-words.ts'
import { expect, test } from './steps/journey.ts'
import { model } from './steps/model.ts'
import { agree, choose, openLink, sayMeaning } from './steps/partner.ts'
import { linkOf, makeCase, playPartner, practiceOn } from './steps/practice.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

test('one person alone is asked about a partner who does not come, and has a blueprint of their own', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, play, words, press, write, look }) => {
  const hands = { play, words, press, write }
  const { p, language } = words
  const practice = await practiceOn(server)
  const other = await makeCase(practice, 'North window', ['Jude'])
  const phone = await newDevice()
  await openLink(hands, phone, linkOf(practice, other, 0))
  await agree(hands, phone)
  await expect(phone.locator('#who-reads')).not.toContainText('Noor')
  await sayMeaning(hands, phone, 'not being alone with it')
  await expect(phone.getByText(p.question.aboutUs('').trim().split(' ')[0] ?? '').first()).toBeVisible()
  await look(phone, 'partner-alone')

  const open = await makeCase(practice, 'Cedar', ['Alex'])
  await playPartner(practice, open, 0, id => (id === 'values' ? 1 : 4))
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Cedar')
  await goTo(hands, page, 'blueprint')
  const text = blueprintText(blueprintWords(language), language, open.state.people)
  await open.refresh()
  const blueprint = makeBlueprint(model, sheetsOfCase(open.state))
  for (const [i, row] of blueprint.elements.entries())
    await expect(page.locator('.bp-row').nth(i).locator('.bp-phrase')).toHaveText(sayPhrase(row, text))
  await expect(page.locator('.bp-row .bp-line').first().locator('.bp-mark')).toHaveCount(1)
  await look(page, 'blueprint-alone')
})

test('three people are asked about each of the others by name, and the gaps are of pairs', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, play, words, press, write, look }) => {
  const hands = { play, words, press, write }
  const { p, language } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Blue door', ['Maxime', 'Nikita', 'Sam'])
  const phone = await newDevice()
  await openLink(hands, phone, linkOf(practice, open, 0))
  await agree(hands, phone)
  await sayMeaning(hands, phone, 'room for three')
  const before =
    model.climate.length + (model.elements[0]?.items.filter(({ facet }) => facet === 'self').length ?? 0)
  for (let i = 0; i < before; i++) {
    if ((await heading(phone).textContent()) === p.pin.setTitle) await press(button(phone, p.pin.later))
    await choose(hands, phone, 2)
  }
  const asked = model.elements[0]?.items.filter(({ facet }) => facet === 'other') ?? []
  for (const name of ['Nikita', 'Sam'])
    for (const item of asked) {
      const question = item.text[language].replaceAll('{name}', name)
      await expect(heading(phone)).toHaveText(question.charAt(0).toLocaleUpperCase() + question.slice(1))
      await expect(phone.locator('.about')).toHaveText(p.question.about(name))
      await choose(hands, phone, 2)
    }
  await look(phone, 'partner-three')

  await playPartner(practice, open, 1, () => 4)
  await playPartner(practice, open, 2, id => (id === 'conflict' ? 1 : 4))
  await open.refresh()
  const [maxime, nikita, sam] = open.seats.map(({ seat }) => seat)
  const keys = Object.keys(open.state.sheets[maxime ?? '']?.answers ?? {})
  for (const item of asked) for (const seat of [nikita, sam]) expect(keys).toContain(`${item.id}@${seat}`)

  const blueprint = makeBlueprint(model, sheetsOfCase(open.state))
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Blue door')
  await goTo(hands, page, 'blueprint')
  const text = blueprintText(blueprintWords(language), language, open.state.people)
  for (const [i, row] of blueprint.elements.entries()) {
    await expect(page.locator('.bp-row').nth(i).locator('.bp-phrase')).toHaveText(sayPhrase(row, text))
    const scored = row.partners.filter(({ score }) => score !== null).length
    await expect(
      page.locator('.bp-row').nth(i).locator('.bp-line').first().locator('.bp-mark:not(.bp-hollow)'),
    ).toHaveCount(scored)
  }
  await look(page, 'blueprint-three')
  await goTo(hands, page, 'print')
  await look(page, 'print-three')
})
