import type { Page } from '@playwright/test'
import { expect } from './journey.ts'
import { button, type Hands } from './therapist.ts'

/** Goes from "Open a transcript" to the file: everyone heard consents, and all are adults. */
export const consentAll = async (
  { words, press, write }: Hands,
  page: Page,
  people: string[],
  { service = '', supervision = true } = {},
): Promise<void> => {
  const { t } = words
  await press(page.getByRole('link', { name: t('reading.open-one'), exact: true }))
  await press(page.getByRole('radio', { name: t('open.recording') }))
  await press(page.getByRole('radio', { name: t('open.adults') }))
  if (service) await write(page.getByLabel(t('open.service'), { exact: true }), service)
  for (const who of people) {
    const form = page.locator('.consent-form').filter({ hasText: t('consent.of', { who }) })
    const tick = (name: string) => press(form.getByRole('checkbox', { name, exact: true }))
    await tick(t('consent.agree-recording'))
    if (service) await tick(t('consent.agree-service', { service }))
    await tick(t('consent.agree-analysis'))
    if (supervision) await tick(t('consent.agree-supervision'))
    await tick(t('consent.agree-age'))
    await press(form.getByRole('radio', { name: t('consent.how.aloud'), exact: true }))
    await press(button(page, t('consent.note', { who })))
    await expect(page.getByText(t('consent.stands', { who }))).toBeVisible()
  }
  await press(button(page, t('open.to-file')))
}

/** Gives a transcript as a file, as a drop does. */
export const giveFile = async (page: Page, name: string, text: string): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

/** Goes to one page of the ledgers. */
export const goToLedger = async (
  { words, press }: Hands,
  page: Page,
  part: 'cards' | 'promises' | 'advice' | 'exercises' | 'findings',
): Promise<void> => {
  const sections = page.getByRole('navigation', { name: words.t('case.sections') })
  await press(sections.locator('a[href$="/ledgers"]'))
  const pages = page.getByRole('navigation', { name: words.t('section.ledgers') })
  await press(pages.locator(`a[href$="/${part}"]`))
  await expect(page.getByRole('heading', { name: words.t(`ledger.${part}`), level: 1 })).toBeVisible()
}
