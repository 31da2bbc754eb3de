import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { frenchSpacing } from '../../src/ui/french-spacing.ts'
import { academy, openAcademy } from './steps/academy.ts'
import { expect, test } from './steps/journey.ts'
import { pagesOfPrint } from './steps/print.ts'
import { practiceOn } from './steps/practice.ts'
import { button, link, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// A fresh device tells the server of the account's own journal, and hears that another device has done so.
test.use({ expected: [/409 \(Conflict\).*\/api\/cases/] })

/** The whole of a server's folder, as whoever steals it has it. */
const everythingIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
    .join('\n')

/** A text of the model as the page writes it. */
const shown = (text: { en: string; fr: string }, language: 'en' | 'fr') =>
  language === 'fr' ? frenchSpacing(text.fr) : text.en

test('a lesson: what one thinks is asked first, and every question before its answer', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark'],
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t, language } = words
  const [lesson] = academy.lessons
  if (!lesson) throw new Error('There are no lessons')
  await signIn(hands, page, address, await practiceOn(server))
  await openAcademy(hands, page)
  await look(page, 'academy-home')
  await press(link(page, shown(lesson.title, language)))
  await expect(heading(page)).toHaveText(shown(lesson.title, language))

  await test.step('nothing of it shows before the trainee has written what they think', async () => {
    const [section] = lesson.sections
    const firstHeading = page.getByRole('heading', {
      name: shown(section?.heading ?? lesson.title, language),
    })
    await expect(firstHeading).toHaveCount(0)
    await look(page, 'lesson-before')
    await press(button(page, t('lesson.begin')))
    await expect(page.getByText(t('lesson.write-first'))).toBeVisible()
    await write(page.getByRole('textbox'), 'talking\ntouch')
    await press(button(page, t('lesson.begin')))
    await expect(firstHeading).toBeVisible()
  })

  await test.step('each answer waits for one of their own', async () => {
    for (const { text, answer } of lesson.questions) {
      await expect(page.getByText(shown(answer, language))).toHaveCount(0)
      const field = page.getByLabel(shown(text, language), { exact: true })
      await write(field, 'what I would say')
      await press(page.locator('form').filter({ has: field }).getByRole('button'))
      await expect(page.getByText(shown(answer, language))).toBeVisible()
    }
    await look(page, 'lesson-open')
  })

  await test.step('it is done when they say so, and is remembered', async () => {
    await press(button(page, t('lesson.finish')))
    await expect(button(page, t('lesson.finish'))).toHaveCount(0)
    await press(link(page, t('academy.back')).first())
    await expect(page.locator('.academy-line').first()).not.toContainText(
      t('academy.minutes', { count: lesson.minutes }),
    )
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    expect(everythingIn(server.folder)).not.toContain('what I would say')
  })
})

/** Answers the card in hand as its own data say, by the keyboard, and takes the grade that is suggested. */
const answerCard = async (page: Page, language: 'en' | 'fr'): Promise<void> => {
  const prompt = (await page.locator('.drill-prompt').textContent()) ?? ''
  const card = academy.drills
    .flatMap(({ cards }) => cards)
    .find(one => shown(one.prompt, language) === prompt)
  if (!card) throw new Error('This card is of no drill')
  if (card.answer.kind === 'words') {
    await page.getByRole('textbox').focus()
    await page.keyboard.type(card.answer.example.en)
    await page.keyboard.press('Enter')
  } else {
    const { choices, right } = card.answer
    await page
      .getByRole(right.length > 1 ? 'checkbox' : 'radio')
      .first()
      .focus()
    for (const id of right) await page.keyboard.press(String(choices.findIndex(one => one.id === id) + 1))
    await page.keyboard.press('Enter')
  }
  await expect(page.locator('.drill-verdict')).toBeVisible()
}

test('a drill day by the keyboard alone, to its end', {
  tag: ['@laptop-keyboard-en-dark'],
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t, language } = words
  await signIn(hands, page, address, await practiceOn(server))
  await openAcademy(hands, page)
  await press(link(page, t('academy.drill-now')))
  await expect(heading(page)).toHaveText(t('drill.title'))
  await look(page, 'drill-card')
  await answerCard(page, language)
  await expect(page.locator('.grade-row .button-main')).toBeFocused()
  await look(page, 'drill-answered')
  await page.keyboard.press('1')
  await expect(page.getByText(t('drill.so-far', { count: 1 }))).toBeVisible()
  for (let card = 2; card <= 11; card++) {
    await answerCard(page, language)
    await page.keyboard.press(card % 2 ? 'Enter' : '4')
    await expect(page.getByText(t('drill.so-far', { count: card }))).toBeVisible()
    if (await page.getByText(t('drill.over')).isVisible()) break
  }
  await expect(page.getByText(t('drill.over'))).toBeVisible()
  await look(page, 'drill-over')
})

const canary = 'quartz-lantern-4471'

test('a whole rehearsal by the keyboard, sealed, there after coming back, and taken up again from a turn', {
  tag: ['@laptop-keyboard-en-dark', '@laptop-keyboard-fr-light'],
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t, language } = words
  const practice = await practiceOn(server)
  const couple = academy.couples.find(({ id }) => id === 'nadia-and-tom')
  if (!couple) throw new Error('They are not here')
  await signIn(hands, page, address, practice)
  await openAcademy(hands, page)
  await press(link(page, t('academy.rehearse-choose')))
  await expect(page.getByText(t('rehearse.invented'))).toBeVisible()
  await press(page.getByRole('radio', { name: new RegExp(`^${shown(couple.title, language)}`) }))
  await look(page, 'rehearse-choose')
  await press(button(page, t('rehearse.begin')))
  await expect(heading(page)).toHaveText(shown(couple.title, language))

  const field = page.getByLabel(t('talk.say'), { exact: true })
  const turns = page.locator('.talk-turn')
  const said = [
    'Nadia and Tom, what would each of you like to be different between you?',
    `You should just plan one evening a week, ${canary}.`,
    'It sounds as if that hurts. Tom, what is that like for you?',
  ]
  await test.step('they answer, and each turn is told at once what it did', async () => {
    await look(page, 'talk-begun')
    for (const [index, words] of said.entries()) {
      await write(field, words)
      await page.keyboard.press(index === 1 ? 'ControlOrMeta+Enter' : 'Enter')
      await expect(turns).toHaveCount(index + 1)
      await expect(turns.last().locator('.feedback, .small').first()).toBeVisible()
      await expect(field).toBeFocused()
      await expect(field).toHaveValue('')
    }
    await expect(turns.nth(1).locator('.feedback')).toBeVisible()
    await expect(turns.nth(0).locator('.speech-words').first()).not.toBeEmpty()
    await look(page, 'talk-going')
  })

  await test.step('what was typed is not in anything that the server keeps', async () => {
    await expect(page.getByText(t('sync.sent'))).toBeVisible()
    const kept = everythingIn(server.folder)
    expect(kept).not.toContain(canary)
    expect(kept).not.toContain(Buffer.from(canary).toString('base64').slice(0, 20))
    expect(kept).not.toContain('nadia-and-tom')
    expect(page.url()).not.toContain('nadia')
  })

  const before = await page.locator('.talk-log').innerText()
  await test.step('after coming back the hour stands as it was', async () => {
    await page.reload()
    await signIn(hands, page, address, practice)
    await openAcademy(hands, page)
    await press(page.locator('.academy-line a[href*="/rehearsal/"]').first())
    await expect(turns).toHaveCount(said.length)
    expect(await page.locator('.talk-log').innerText()).toBe(before)
  })

  await test.step('after the hour: what was done well, what to try, the people from within', async () => {
    await press(button(page, t('talk.end')))
    await expect(heading(page)).toHaveText(t('after.title'))
    await expect(heading(page)).toBeFocused()
    for (const person of couple.people)
      await expect(page.getByText(shown(person.underneath, language))).toBeVisible()
    await expect(page.locator('.inner-changes')).toHaveCount(said.length)
    await look(page, 'after-hour')
  })

  await test.step('any turn can be said again, and only what is new counts', async () => {
    await press(page.getByRole('button', { name: new RegExp(`^${t('after.again')}`) }).nth(1))
    await expect(heading(page)).toHaveText(shown(couple.title, language))
    await expect(turns).toHaveCount(1)
    await write(field, 'What happens when it goes quiet between you?')
    await page.keyboard.press('Enter')
    await expect(turns).toHaveCount(2)
    await press(button(page, t('talk.end')))
    await expect(heading(page)).toHaveText(t('after.title'))
    await press(link(page, t('skills.title')))
    await expect(page.getByText(t('skills.hours', { count: 2 }))).toBeVisible()
    await look(page, 'skills')
    await expect(page.locator('main')).not.toContainText('%')
  })
})

test('role-play in threes on a phone: a sheet keeps itself and prints', {
  tag: '@phone-touch-en-light',
}, async ({ page, server, address, words, press, write, look }) => {
  const hands = { words, press, write }
  const { t } = words
  const practice = await practiceOn(server)
  await signIn(hands, page, address, practice)
  await openAcademy(hands, page)
  await press(link(page, t('threes.title')))
  await look(page, 'threes')
  await press(button(page, t('threes.role.observer')))
  await expect(heading(page)).toHaveText(t('threes.role.observer'))
  await write(page.getByLabel(t('threes.observer.hearing'), { exact: true }), 'said back the word lonely')
  await write(page.getByLabel(t('threes.observer.keep'), { exact: true }), 'the long pause')
  await press(page.getByLabel(t('threes.observer.try'), { exact: true }))
  await expect(page.getByText(t('sync.sent'))).toBeVisible()
  await look(page, 'threes-sheet')
  expect(pagesOfPrint(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2)
  await press(link(page, t('threes.title')))
  await press(page.locator('.lines a').first())
  await expect(page.getByLabel(t('threes.observer.hearing'), { exact: true })).toHaveValue(
    'said back the word lonely',
  )
  await expect(page.getByLabel(t('threes.observer.keep'), { exact: true })).toHaveValue('the long pause')
})
