import type { Page, Request } from '@playwright/test'
import { expect, test } from './steps/journey.ts'
import { model } from './steps/model.ts'
import { answerSafety } from './steps/partner.ts'
import { keptOnPhone } from './steps/kept-on-phone.ts'
import { answerAll, claim, consent, linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { button, goTo, openCase, signIn, type Hands } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

/** What an eye on the wire counts: each request's kind and size, without the ids in its address. */
const watchWire = (page: Page): string[] => {
  const seen: string[] = []
  page.context().on('request', (request: Request) => {
    const { pathname } = new URL(request.url())
    const kind = pathname.replace(/[A-Za-z0-9_-]{16,}/g, 'ID')
    seen.push(`${request.method()} ${kind} ${request.postDataBuffer()?.length ?? 0}`)
  })
  return seen
}

const setPinAndOpen = async ({ words, press, write }: Hands, page: Page, link: string) => {
  await page.goto(link)
  await write(page.getByLabel(words.p.pin.enter, { exact: true }), '592714')
  await press(button(page, words.p.pin.open))
  await expect(heading(page)).toHaveText(words.p.safety.title)
}

test('the private questions leave nothing on the phone, and make the same traffic whatever is answered', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, server, address, newDevice, play, words, press, write, look }) => {
  const hands = { play, words, press, write }
  const { p, t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Hillside', ['Camille', 'Sam'])

  // Both have answered everything else before, at home.
  const wires: string[][] = []
  for (const [index, place] of [1, 3].entries()) {
    const link = linkOf(practice, open, index)
    const before = await claim(address, link)
    await consent(before)
    await before.setPin('592714')
    await answerAll(before, () => 3)
    await before.refresh()
    expect(before.sync).toBe('sent')

    const phone = await newDevice()
    await setPinAndOpen(hands, phone, link)
    await phone.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await expect.poll(() => phone.evaluate(async () => (await caches.keys()).length)).toBe(1)
    const titles = new Set<string>()
    const wire = watchWire(phone)
    await answerSafety(hands, phone, () => place)
    titles.add(await phone.title())
    // Help is shown to everybody.
    await expect(phone.getByRole('main').locator('.lines li').first()).toBeVisible()
    if (index === 1) await look(phone, 'partner-help-after')
    await press(button(phone, p.help.goOn))
    await expect(heading(phone)).toHaveText(p.end.title)
    await expect(phone.getByText(p.saving.waiting)).toBeHidden()
    wires.push([...wire])
    expect([...titles]).toEqual([p.neutralTitle])

    await test.step('nothing of it can be found on the phone', async () => {
      const kept = await keptOnPhone(phone)
      expect(kept.places).toBeGreaterThan(0)
      for (const question of model.safety.questions)
        for (const trace of [`"${question.id}"`, question.choices[place - 1]?.id ?? ''])
          if (trace.length > 5) expect(kept.outsideThePage, trace).not.toContain(trace)
    })

    await test.step('there is no way back to it', async () => {
      await phone.goBack().catch(() => null)
      await phone.goto(`${address}/p`)
      await write(phone.getByLabel(p.pin.enter, { exact: true }), '592714')
      await press(button(phone, p.pin.open))
      await expect(heading(phone)).toHaveText(p.end.title)
      await press(button(phone, p.end.lookBack))
      await write(phone.getByLabel(p.pin.enter, { exact: true }), '592714')
      await press(button(phone, p.pin.open))
      await expect(phone.getByText(p.lookBack.note)).toBeVisible()
      await expect(phone.locator('.given dt')).not.toHaveCount(0)
      for (const question of model.safety.questions)
        await expect(phone.getByText(question.text[words.language])).toHaveCount(0)
      if (index === 0) await look(phone, 'partner-look-back')
    })
  }
  expect(wires[1]).toEqual(wires[0])
  expect(wires[0]?.filter(request => request.startsWith('POST')).length).toBeGreaterThan(0)

  await test.step('the therapist alone sees it', async () => {
    await signIn(hands, page, address, practice)
    await openCase(hands, page, 'Hillside')
    await goTo(hands, page, 'safety')
    await press(button(page, t('safety.open', { who: 'Camille' })))
    await expect(page.getByRole('group', { name: t('safety.of', { who: 'Camille' }) })).toContainText(
      model.safety.clear[words.language],
    )
    await press(button(page, t('safety.open', { who: 'Sam' })))
    const ofSam = page.getByRole('group', { name: t('safety.of', { who: 'Sam' }) })
    await expect(ofSam).toContainText(t('safety.alone-first', { who: 'Sam' }))
    await expect(ofSam).not.toContainText(model.safety.clear[words.language])
    await look(page, 'safety-disclosed')
  })
})
