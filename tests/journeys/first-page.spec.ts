import { expect, test } from '../support/journey.ts'

test('a fresh server shows its first page to the therapist', async ({
  page,
  address,
  setUpCode,
  play,
  seeNoBarriers,
}) => {
  expect(setUpCode).not.toBe('')
  await page.goto(address)
  await expect(page).toHaveURL(`${address}/app/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', play.language)
  await seeNoBarriers(page)
})

test('the partner’s page opens without a link, in their language', async ({
  page,
  address,
  play,
  seeNoBarriers,
}) => {
  await page.goto(`${address}/p`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', play.language)
  await seeNoBarriers(page)
})
