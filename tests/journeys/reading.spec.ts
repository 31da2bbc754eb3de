import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sentenceKinds, turnKinds } from '../../src/core/language/reading.ts'
import { everyKind } from './steps/every-kind.ts'
import { expect, test } from './steps/journey.ts'
import { makeCase, practiceOn } from './steps/practice.ts'
import { pagesOfPrint } from './steps/print.ts'
import { consentAll, giveFile, goToLedger } from './steps/reading.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'

const kinds = [...sentenceKinds, ...turnKinds]

/** The finding that has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-finding') ?? null)

/** Whether any file of the server, or anything a page sent, holds these words. */
const isLeaked = (folder: string, sent: Buffer[], words: string): boolean => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name)))
  const forms = [
    words,
    Buffer.from(words).toString('base64').slice(2, -4),
    Buffer.from(words).toString('hex'),
  ]
  return [...files, ...sent].some(bytes => forms.some(form => bytes.includes(form)))
}

test('a session is read: consent, the file, who is who, every kind of finding decided, and the end of the transcript', {
  tag: '@laptop-keyboard-en-dark',
}, async ({ page, server, address, words, press, write, look }) => {
  test.setTimeout(180_000)
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Harbour', ['Kim', 'Noor'])
  const canary = 'heron-over-the-mill-pond'
  const sent: Buffer[] = []
  page.on('request', request => sent.push(request.postDataBuffer() ?? Buffer.alloc(0)))
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Harbour')

  await test.step('nothing opens without consent, and nothing with somebody under age', async () => {
    await goTo(hands, page, 'reading')
    await look(page, 'reading-empty')
    await press(page.getByRole('link', { name: t('reading.open-one'), exact: true }))
    await expect(page.locator('input[type=file]')).toHaveCount(0)
    await press(page.getByRole('radio', { name: t('open.recording') }))
    await press(page.getByRole('radio', { name: t('open.minor') }))
    await expect(page.getByText(t('open.minor-refused'))).toBeVisible()
    await expect(button(page, t('open.to-file'))).toBeDisabled()
    await press(page.getByRole('radio', { name: t('open.adults') }))
    await expect(button(page, t('open.to-file'))).toBeDisabled()
    await expect(page.getByText(t('open.consent-first'))).toBeVisible()
    await look(page, 'reading-consent')
    await press(page.getByRole('link', { name: t('open.not-now') }))
  })

  await test.step('everyone heard consents; what a cloud service wrote down has left the vault', async () => {
    await consentAll(hands, page, ['Kim', 'Noor'], { service: 'Cloudscribe' })
    await look(page, 'reading-file')
  })

  await test.step('who is who is a guess until it is confirmed', async () => {
    await giveFile(page, 'hour.txt', `${everyKind}Noor: We saw a ${canary} on Sunday.\n`)
    await expect(page.getByText(t('who.guess.name')).first()).toBeVisible()
    await look(page, 'reading-who')
    await press(button(page, t('who.confirm')))
    await expect(page.getByRole('heading', { name: t('timeline.title') })).toBeVisible()
  })

  await test.step('danger stands first, five kinds are shown, the therapist’s own turns are not read', async () => {
    await expect(page.getByText(t('risk.silence'))).toBeVisible()
    const first = page.locator('.finding-head').first()
    await expect(first).toContainText(t('kind.risk'))
    await press(first)
    await expect(page.locator('.finding-detail')).toBeVisible()
    await expect(page.locator('.read-first .say-instead')).toHaveCount(0)
    const shown = await page
      .locator('[data-finding]')
      .evaluateAll(all => [...new Set(all.map(one => one.getAttribute('data-finding')?.split('@')[0] ?? ''))])
    expect(shown.sort()).toEqual(['category', 'fear', 'intimacy', 'promise', 'risk', 'story'])
    await expect(page.getByText(t('own.questions'), { exact: true })).toHaveCount(0)
    await look(page, 'reading-first')
  })

  await test.step('every kind is there for whoever asks for it', async () => {
    await press(page.locator('.finding-filters summary'))
    await press(button(page, t('filter.all')))
    const shown = await page
      .locator('[data-finding]')
      .evaluateAll(all => [...new Set(all.map(one => one.getAttribute('data-finding')?.split('@')[0] ?? ''))])
    expect(shown.sort()).toEqual([...kinds].sort())
    await look(page, 'reading-every-kind')
  })

  const taken = new Set<string>()
  await test.step('by the keyboard alone: the first of each kind is accepted, the others dismissed', async () => {
    for (const list of [page.locator('.read-first .findings'), page.locator('.findings').last()]) {
      const heads = list.locator('[data-finding]')
      const count = await heads.count()
      await heads.first().focus()
      for (let decided = 0; decided < count; decided++) {
        const key = (await focused(page)) ?? ''
        const kind = key.split('@')[0] ?? ''
        await page.keyboard.press(taken.has(kind) ? 'd' : 'a')
        taken.add(kind)
        const row = page.locator(`[data-finding="${key}"]`)
        await expect(row.locator('.finding-state')).toBeVisible()
        if (decided < count - 1) await expect.poll(() => focused(page)).not.toBe(key)
      }
    }
    expect([...taken].sort()).toEqual([...kinds].sort())
    // A decision is taken back, and made again otherwise.
    const last = page.locator('.findings').last().locator('[data-finding^="fear-missed@"]').last()
    await last.focus()
    await page.keyboard.press('u')
    await expect(last.locator('.finding-state')).toHaveCount(0)
    await page.keyboard.press('e')
    await write(page.getByLabel(t('finding.words'), { exact: true }), 'In my own words')
    await press(button(page, t('finding.accept')))
    await expect(last.locator('.finding-state')).toHaveText(t('finding.is-accepted'))
    await expect(page.getByText(t('finish.decided'))).toBeVisible()
  })

  await test.step('the reading of one’s own turns, when asked for', async () => {
    await press(button(page, t('own.show')))
    await expect(page.getByText(t('own.questions'), { exact: true })).toBeVisible()
    await look(page, 'reading-own-turns')
  })

  await test.step('the page for supervision prints on its own', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.supervision-sheet')).toBeVisible()
    await expect(page.locator('.supervision-sheet')).not.toContainText(t('kind.risk'))
    await expect(page.locator('.finish')).toBeHidden()
    expect(pagesOfPrint(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(3)
    await page.emulateMedia({ media: null })
  })

  await test.step('what was accepted is in the case after the page is loaded again, sealed', async () => {
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    await page.reload()
    await write(page.getByLabel(t('passphrase.label'), { exact: true }), practice.passphrase)
    await press(button(page, t('sign-in.open')))
    // Signing in, opening the case and fetching the reader, one after the other.
    await expect(page.getByText(t('finish.default'))).toBeVisible({ timeout: 40_000 })
    await open.refresh()
    const { state } = open
    const inCase = [
      ...state.findings.map(({ finding }) => finding),
      ...state.cards.map(card => card.of),
      ...state.promises.map(() => 'promise'),
    ]
    expect([...new Set(inCase)].sort()).toEqual([...kinds].sort())
    expect(
      open.entries
        .filter(({ body }) => body.kind === 'finding-accepted' && body.finding === 'risk')
        .map(({ journal }) => journal),
    ).toEqual(['safety'])
    expect(isLeaked(server.folder, sent, canary)).toBe(false)
    expect(isLeaked(server.folder, sent, 'Cloudscribe')).toBe(false)
    expect(sent.some(bytes => bytes.length > 1024)).toBe(true)
  })

  await test.step('the end: the transcript is erased, what was accepted stays', async () => {
    await press(button(page, t('finish.erase')))
    await look(page, 'reading-finish')
    await press(page.getByRole('dialog').getByRole('button', { name: t('finish.erase') }))
    await expect(page.getByText(t('reading.none'))).toBeVisible()
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    await open.refresh()
    expect(open.state.transcripts).toEqual([])
    expect(JSON.stringify(open.entries)).not.toContain(canary)
    expect(open.faults).toEqual([])
    for (const [part, said] of [
      ['cards', "I'm just no good at talking about feelings."],
      ['promises', 'I promise I will call you on Monday before noon.'],
      ['findings', 'In my own words'],
    ] as const) {
      await goToLedger(hands, page, part)
      await expect(page.locator('.case-main')).toContainText(said)
      await look(page, `ledger-${part}`)
    }
  })
})

test('two people mixed up are put right in a few strokes; a consent that is withdrawn takes the transcript with it', {
  tag: '@laptop-keyboard-fr-light',
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  const open = await makeCase(practice, 'Tramway', ['Kim', 'Noor'])
  await signIn(hands, page, address, practice)
  await openCase(hands, page, 'Tramway')
  await goTo(hands, page, 'reading')
  await expect(page.getByText(t('reading.french'))).toBeVisible()
  await consentAll(hands, page, ['Kim', 'Noor'], { supervision: false })
  const cues = [
    'WEBVTT',
    '',
    '00:00:01.000 --> 00:00:04.000',
    '<v A>Bonjour à vous deux. Par où voulez-vous commencer ? Comment s’est passée la semaine ?',
    '',
    '00:00:05.000 --> 00:00:07.000',
    '<v B>Je ne suis pas doué pour parler.',
    '',
    '00:00:08.000 --> 00:00:09.000',
    '<v B>Moi, j’ai peur de vieillir.',
    '',
    'pas une heure --> 00:00:12.000',
    '',
    '00:00:13.000 --> 00:00:15.000',
    '<v C>Je t’appelle lundi, promis.',
    '',
  ].join('\n')
  await giveFile(page, 'seance.vtt', cues)
  await test.step('what could not be read is shown, and nobody is guessed where two could be either', async () => {
    await expect(page.getByText(/n’a pas pu être lue|n’ont pas pu être lues/)).toBeVisible()
    await expect(button(page, t('who.confirm'))).toBeDisabled()
    await page.getByLabel(t('who.is', { speaker: 'B' })).selectOption({ label: 'Kim' })
    await page.getByLabel(t('who.is', { speaker: 'C' })).selectOption({ label: 'Noor' })
    await page.getByLabel(t('who.is', { speaker: 'A' })).selectOption({ label: t('who.therapist') })
  })
  await test.step('a number gives a line to its speaker', async () => {
    await press(page.getByText(t('who.mixed-up')))
    await press(page.locator('.utterance').first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('3')
    await expect(page.locator('.utterance').nth(2)).toContainText('Noor')
    await look(page, 'reading-mixed-up')
    await page.keyboard.press('u')
    await expect(page.locator('.utterance').nth(2)).toContainText('Kim')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('3')
    await expect(page.locator('.utterance').nth(2)).toContainText('Noor')
    await press(button(page, t('who.confirm')))
  })
  await expect(page.getByRole('heading', { name: t('timeline.title') })).toBeVisible()
  await expect(page.getByText(t('reading.french'))).toBeVisible()
  await expect(page.getByText(/faute d’accord/)).toBeVisible()
  await look(page, 'reading-french')
  await open.refresh()
  expect(open.state.transcripts[0]?.text).toContain('peur de vieillir')

  await test.step('the consent is withdrawn', async () => {
    await press(page.getByRole('link', { name: t('reading.back') }))
    await press(page.getByRole('button', { name: `${t('consent.withdraw')} : Noor` }))
    await press(page.getByRole('dialog').getByRole('button', { name: t('consent.withdraw') }))
    await expect(page.getByText(t('reading.none'))).toBeVisible()
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    await open.refresh()
    expect(open.state.heard.find(({ label }) => label === 'Noor')?.withdrawnAt).not.toBeNull()
    expect(JSON.stringify(open.entries)).not.toContain('vieillir')
    await look(page, 'reading-withdrawn')
  })
})
