import { decodeFrames, encodeFrames } from '../../src/core/journal/frames.ts'
import { expect, test } from './steps/journey.ts'
import { answer, claim, consent, linkOf, makeCase, practiceOn } from './steps/practice.ts'
import { openCase, signIn } from './steps/therapist.ts'

test('a server that changes one byte, or leaves an entry out, is named on the case page', async ({
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
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Lantern', ['Ariel', 'Dana'])
  const phone = await claim(address, linkOf(practice, open, 0))
  await consent(phone)
  await answer(phone, 'meaning', 'both')
  await answer(phone, 'meaning.words', 'to be told')
  await phone.refresh()

  await test.step('an honest server raises no fault', async () => {
    const device = await newDevice()
    await signIn(hands, device, address, practice)
    await openCase(hands, device, 'Lantern')
    await expect(device.getByText(t('sync.sent'))).toBeVisible()
    await expect(device.getByText(t('fault.title'))).toHaveCount(0)
  })

  await test.step('one byte changed on the way', async () => {
    await page.route('**/entries?*', async route => {
      if (route.request().method() !== 'GET') return route.continue()
      const reply = await route.fetch()
      const body = await reply.body()
      const last = body.length - 1
      if (last > 0) body.writeUInt8(body.readUInt8(last) ^ 1, last)
      await route.fulfill({ response: reply, body })
    })
    await signIn(hands, page, address, practice)
    await press(page.locator('.case-row a').first())
    await expect(page.getByText(t('fault.title'))).toBeVisible()
    await expect(page.locator('.notice-care')).toContainText(t('fault.next'))
    const named = await page.locator('.notice-care li').allTextContents()
    expect(named.length).toBeGreaterThan(0)
    for (const line of named)
      expect([t('fault.altered'), t('fault.forged'), t('fault.unreadable'), t('fault.gap')]).toContain(line)
    await look(page, 'case-fault')
  })
  await test.step('an entry left out between others', async () => {
    const device = await newDevice()
    await device.route('**/entries?*', async route => {
      if (route.request().method() !== 'GET') return route.continue()
      const reply = await route.fetch()
      const entries = decodeFrames(new Uint8Array(await reply.body()))
      if (!entries.ok || entries.value.length < 3) return route.fulfill({ response: reply })
      await route.fulfill({ response: reply, body: Buffer.from(encodeFrames(entries.value.toSpliced(1, 1))) })
    })
    await signIn(hands, device, address, practice)
    await press(device.locator('.case-row a').first())
    await expect(device.locator('.notice-care')).toContainText(t('fault.gap'))
    await look(device, 'case-gap')
  })
})
