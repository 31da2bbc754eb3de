import type { Page } from '@playwright/test'
import { model } from './model.ts'
import { expect } from './journey.ts'
import { button, type Hands } from './therapist.ts'
import { heading } from './words.ts'

/** How the play answers: by a tap, or by the keys 1 to 5. */
export interface PartnerHands extends Hands {
  play: { input: 'touch' | 'keyboard' }
}

/** Opens a link that was sent, and takes it. */
export const openLink = async ({ words, press }: Hands, page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await press(button(page, words.p.invited.open))
}

/** From the welcome through the consent to the first question. */
export const agree = async ({ words, press }: Hands, page: Page): Promise<void> => {
  await press(button(page, words.p.goOn))
  await press(page.getByRole('checkbox'))
  await press(button(page, words.p.consent.sign))
  await expect(heading(page)).toHaveText(model.meaning.question[words.language])
}

/** Chooses the answer at a place, counted from 1, and waits for the next page. */
export const choose = async ({ play }: PartnerHands, page: Page, place: number): Promise<void> => {
  const before = await heading(page).textContent()
  // A press that comes too soon after the question before is not counted, as for a person who taps twice.
  await expect(async () => {
    if ((await heading(page).textContent()) !== before) return
    if (play.input === 'keyboard') await page.keyboard.press(String(place))
    else
      await page
        .locator('button.choice')
        .nth(place - 1)
        .tap({ timeout: 500 })
        .catch(() => undefined)
    await expect(heading(page)).not.toHaveText(before ?? '', { timeout: 150 })
  }).toPass({ intervals: [60], timeout: 15_000 })
}

/** The first two questions: what "more intimate" means, and in one's own words. */
export const sayMeaning = async (hands: PartnerHands, page: Page, own: string): Promise<void> => {
  const { words, press, write } = hands
  await choose(hands, page, 1)
  await write(page.getByRole('textbox'), own)
  await press(button(page, words.p.question.keepWords))
  await expect(page.getByRole('textbox')).toHaveCount(0)
}

export const setPin = async ({ words, press, write }: Hands, page: Page, pin: string): Promise<void> => {
  await expect(heading(page)).toHaveText(words.p.pin.setTitle)
  await write(page.getByLabel(words.p.pin.first, { exact: true }), pin)
  await write(page.getByLabel(words.p.pin.second, { exact: true }), pin)
  await press(button(page, words.p.pin.set))
  await expect(heading(page)).not.toHaveText(words.p.pin.setTitle)
}

export const typePin = async ({ words, press, write }: Hands, page: Page, pin: string): Promise<void> => {
  await write(page.getByLabel(words.p.pin.enter, { exact: true }), pin)
  await press(button(page, words.p.pin.open))
}

/** The safety screen, by hand: the answer at the same place to each question. */
export const answerSafety = async (
  hands: PartnerHands,
  page: Page,
  place: (id: string) => number,
): Promise<void> => {
  const { words, press } = hands
  await press(button(page, words.p.safety.start))
  for (const question of model.safety.questions) {
    await expect(heading(page)).toHaveText(question.text[words.language])
    if (question.words) {
      await press(page.getByRole('radio').nth(place(question.id) - 1))
      await press(button(page, words.p.safety.next))
    } else await choose(hands, page, place(question.id))
  }
  await expect(heading(page)).toHaveText(words.p.safety.lastTitle)
  await press(button(page, words.p.safety.send))
  await expect(heading(page)).toHaveText(words.p.help.title)
}
