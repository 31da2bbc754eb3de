import { test as base, expect } from '../../support/journey.ts'
import type { Page } from '@playwright/test'
import { playName } from '../../support/plays.ts'
import { type Words, wordsOf } from './words.ts'

export interface StepParts {
  words: Words
  /** Takes a picture for people to look at, where pictures are asked for. */
  picture(page: Page, name: string): Promise<void>
  /** What is done with every page that a journey comes to: axe finds nothing, and a picture is taken. */
  look(page: Page, name: string): Promise<void>
}

/** By night, and by day where somebody asks for them with `GROUNDWORK_PICTURES=1`. */
const takesPictures = process.env.GROUNDWORK_NIGHTLY === '1' || process.env.GROUNDWORK_PICTURES === '1'

/** A journey with the words of its play. */
export const test = base.extend<StepParts>({
  words: async ({ play }, use) => use(wordsOf(play.language)),
  picture: async ({ play }, use) =>
    use(async (page, name) => {
      const path = `test-results/pages/${name}.${playName(play)}.png`
      if (takesPictures) await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }),
  look: async ({ picture, seeNoBarriers }, use) =>
    use(async (page, name) => {
      await expect(page.getByRole('heading').first()).toBeVisible()
      await picture(page, name)
      await seeNoBarriers(page)
    }),
})

export { expect }
