import { test as base, expect } from '../../support/journey.ts'
import type { Page } from '@playwright/test'
import { playName } from '../../support/plays.ts'
import { type Words, wordsOf } from './words.ts'

export interface StepParts {
  words: Words
  /** What is done with every page that a journey comes to: axe finds nothing, and a picture is taken for people to look at. */
  look(page: Page, name: string): Promise<void>
}

/** A journey with the words of its play. */
export const test = base.extend<StepParts>({
  words: async ({ play }, use) => use(wordsOf(play.language)),
  look: async ({ play, seeNoBarriers }, use) =>
    use(async (page, name) => {
      await expect(page.getByRole('heading').first()).toBeVisible()
      await page.screenshot({
        path: `test-results/pages/${name}.${playName(play)}.png`,
        fullPage: true,
        animations: 'disabled',
      })
      await seeNoBarriers(page)
    }),
})

export { expect }
