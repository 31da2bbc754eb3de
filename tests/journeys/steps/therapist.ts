import type { Locator, Page } from '@playwright/test'
import { expect } from './journey.ts'
import type { Words } from './words.ts'

/** What a step needs of a journey's fixtures. */
export interface Hands {
  words: Words
  press(control: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const link = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true })

/** Signs in on a fresh device, or on one that keeps the account. */
export const signIn = async (
  { words, press, write }: Hands,
  page: Page,
  address: string,
  account: { signInName: string; passphrase: string },
): Promise<void> => {
  await page.goto(`${address}/app/`)
  await write(page.getByLabel(words.t('sign-in.name'), { exact: true }), account.signInName)
  await write(page.getByLabel(words.t('passphrase.label'), { exact: true }), account.passphrase)
  await press(button(page, words.t('sign-in.open')))
  await expect(page.getByRole('heading', { name: words.t('caseload.title'), level: 1 })).toBeVisible()
}

/** Gives the passphrase where the page is only locked. */
export const comeBack = async (
  { words, press, write }: Hands,
  page: Page,
  passphrase: string,
): Promise<void> => {
  await write(page.getByLabel(words.t('passphrase.label'), { exact: true }), passphrase)
  await press(button(page, words.t('lock.return')))
}

/** Turns back to the page from another window: it asks at once for what is new. */
export const turnBackTo = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** Opens a case from the caseload. */
export const openCase = async ({ press }: Hands, page: Page, name: string): Promise<void> => {
  await press(page.locator('.case-row').getByRole('link', { name, exact: true }))
  await expect(page.locator('.case-name')).toHaveText(name)
}

type Section =
  | 'blueprint'
  | 'plan'
  | 'session'
  | 'reading'
  | 'meetings'
  | 'safety'
  | 'room'
  | 'notes'
  | 'links'
  | 'print'

/** Goes to a section of the open case. */
export const goTo = async ({ words, press }: Hands, page: Page, section: Section): Promise<void> => {
  const name = words.t(`section.${section}`)
  // The safety section's link also says how many pages wait.
  await press(
    page.getByRole('navigation', { name: words.t('case.sections') }).locator(`a[href$="/${section}"]`),
  )
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
}
