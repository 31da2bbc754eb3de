import { blueprintText } from '../../src/ui/blueprint/blueprint-text.ts'
import { sayPhrase } from '../../src/ui/blueprint/say-phrase.ts'
import { sayReason } from '../../src/ui/blueprint/say-reason.ts'
import { makeBlueprint } from '../../src/core/assessment/blueprint.ts'
import { sheetsOfCase } from '../../src/core/assessment/sheets-of-case.ts'
import { blueprintWords } from '../../src/ui/strings/blueprint-words.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import { memoryWorld } from '../../src/cli/memory-world.ts'
import { reachByKeyboard } from '../support/press.ts'
import { expect, test } from './steps/journey.ts'
import { model } from './steps/model.ts'
import { answerSafety, choose, sayMeaning, setPin, typePin } from './steps/partner.ts'
import { answerAll, claim, consent, finish, release } from './steps/practice.ts'
import { pagesOfPrint } from './steps/print.ts'
import { button, comeBack, goTo, link, openCase, turnBackTo } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

// The one journey that answers the whole intake by hand.
test.setTimeout(240_000)

test('from an empty server to a couple in the room, by hand', {
  tag: ['@phone-touch-en-light', '@phone-keyboard-fr-dark', '@laptop-keyboard-en-dark'],
}, async ({ page, address, setUpCode, newDevice, play, words, press, write, look }) => {
  const hands = { play, words, press, write }
  const { t, p, language } = words

  const account = await test.step('the account, with a passphrase drawn by chance', async () => {
    await page.goto(address)
    await write(page.getByLabel(t('first-run.code'), { exact: true }), setUpCode)
    await write(page.getByLabel(t('sign-in.name'), { exact: true }), 'lind')
    await look(page, 'first-run')
    await press(button(page, t('first-run.to-passphrase')))
    const passphrase = (await page.locator('p.code').textContent()) ?? ''
    expect(passphrase).toMatch(/^([a-z]{5}-){4}[a-z]{5}$/)
    await look(page, 'passphrase')
    await press(page.getByRole('checkbox', { name: t('passphrase.written') }))
    await press(button(page, t('first-run.make')))
    return { signInName: 'lind', passphrase }
  })

  await test.step('the recovery kit, typed back', async () => {
    await expect(heading(page)).toHaveText(t('kit.title'))
    const code = (await page.locator('.code-groups > span').allTextContents()).join('-')
    await look(page, 'recovery-kit')
    await write(page.getByLabel(t('kit.type-back'), { exact: true }), code)
    await press(button(page, t('kit.confirm')))
    await expect(heading(page)).toHaveText(t('caseload.title'))
    await look(page, 'caseload-empty')
  })

  await test.step('the first case', async () => {
    await press(link(page, t('caseload.first')))
    await write(page.getByLabel(t('new-case.person', { number: 1 }), { exact: true }), 'Kim')
    await write(page.getByLabel(t('new-case.person', { number: 2 }), { exact: true }), 'Noor')
    await write(page.getByLabel(t('new-case.name'), { exact: true }), 'Harbour')
    await write(page.getByLabel(t('new-case.therapist'), { exact: true }), 'Dr Lind')
    await press(page.getByRole('radio').nth(1))
    const place = model.jurisdictions.find(({ id }) => id === 'ca-bc')?.name[language] ?? ''
    const places = page.getByLabel(t('new-case.jurisdiction'), { exact: true })
    if (play.input === 'keyboard') {
      await reachByKeyboard(page, places)
      await page.keyboard.type(place)
    } else await places.selectOption(place)
    await expect(places).toHaveValue('ca-bc')
    await press(page.getByRole('checkbox', { name: t('new-case.understood') }))
    await look(page, 'new-case')
    await press(button(page, t('new-case.make')))
    await expect(heading(page)).toHaveText(t('section.links'))
  })

  const linkOf = (who: string) => page.getByLabel(t('links.link', { who }), { exact: true }).inputValue()
  const [linkOfKim, linkOfNoor] = await test.step('a link for each, to send', async () => {
    await look(page, 'links-open')
    expect(await linkOf('Kim')).not.toBe(await linkOf('Noor'))
    return [await linkOf('Kim'), await linkOf('Noor')]
  })

  const phone = await newDevice()
  await phone.setViewportSize({ width: 390, height: 844 })
  const wordsOfKim = await test.step('Kim opens the link and is told who will read', async () => {
    await phone.goto(linkOfKim)
    await expect(heading(phone)).toHaveText(p.invited.title)
    expect(phone.url()).toBe(`${address}/p/`)
    await look(phone, 'partner-invited')
    await press(button(phone, p.invited.open))
    await expect(heading(phone)).toHaveText(p.welcome.title('Dr Lind'))
    await expect(phone.locator('aside.words p').first()).not.toContainText('…')
    const own = /[“«]\s*(.+?)\s*[”»]/.exec(
      (await phone.locator('aside.words p').first().textContent()) ?? '',
    )?.[1]
    await look(phone, 'partner-welcome')
    await press(button(phone, p.goOn))
    await expect(phone.getByText('Dr Lind').first()).toBeVisible()
    const policy = model.policies.find(({ id }) => id === model.policies[1]?.id)
    await expect(phone.getByRole('main')).toContainText(policy?.partner[language] ?? '-')
    await look(phone, 'partner-consent')
    await press(button(phone, p.consent.sign))
    await expect(phone.getByText(p.consent.missing)).toBeVisible()
    await press(phone.getByRole('checkbox'))
    await press(button(phone, p.consent.sign))
    return own
  })

  await test.step('Kim answers the first questions and sets a PIN', async () => {
    await expect(heading(phone)).toHaveText(model.meaning.question[language])
    await expect(phone.locator('#who-reads')).toContainText('Dr Lind')
    await look(phone, 'partner-question-choice')
    await sayMeaning(hands, phone, 'more time with nothing planned')
    await look(phone, 'partner-question-scale')
    for (let i = 0; i < 4; i++) await choose(hands, phone, 1 + (i % 5))
    await look(phone, 'partner-set-pin')
    await setPin(hands, phone, '592714')
  })

  await test.step('the therapist sees the two words and that Kim is answering', async () => {
    await page.reload()
    await comeBackOrSignIn()
    await openCase(hands, page, 'Harbour')
    await goTo(hands, page, 'links')
    await expect(page.locator('.two-words')).toHaveText(wordsOfKim ?? '-')
    await expect(page.locator('.seat-head').first()).toContainText(t('status.answering'))
    await expect(page.locator('.seat-head').nth(1)).toContainText(t('status.link-made'))
    await look(page, 'links-claimed')
  })

  async function comeBackOrSignIn() {
    await write(page.getByLabel(t('passphrase.label'), { exact: true }), account.passphrase)
    await press(button(page, t('sign-in.open')))
    await expect(heading(page)).toHaveText(t('section.links'))
    await press(link(page, t('app.name')))
    await expect(heading(page)).toHaveText(t('caseload.title'))
  }

  await test.step('Kim answers everything, and the private questions', async () => {
    let place = 0
    while ((await heading(phone).textContent()) !== p.safety.title)
      await choose(hands, phone, 1 + (place++ % 5))
    expect(place).toBe(model.climate.length - 4 + model.elements.flatMap(({ items }) => items).length)
    await look(phone, 'partner-safety-before')
    await answerSafety(hands, phone, () => 1)
    await look(phone, 'partner-help')
    await press(button(phone, p.help.goOn))
    await expect(heading(phone)).toHaveText(p.end.title)
    await look(phone, 'partner-end')
  })

  const noor = await claim(address, linkOfNoor)
  await consent(noor)
  await answerAll(noor, element => (element === 'power' ? 1 : 4))
  await finish(noor)

  await test.step('what was not opened stands first on the caseload', async () => {
    await press(link(page, t('app.name')))
    await expect(page.locator('.read-first')).toContainText('Harbour')
    await expect(page.locator('.read-first')).toContainText(t('safety.waiting', { count: 2 }))
    await expect(page.locator('.case-row')).toContainText(t('status.done'))
    await look(page, 'caseload')
    await press(page.locator('.read-first').getByRole('link', { name: 'Harbour' }))
    for (const who of ['Kim', 'Noor']) {
      await press(button(page, t('safety.open', { who })))
      await expect(page.getByRole('group', { name: t('safety.of', { who }) })).toContainText(
        model.safety.clear[language],
      )
    }
    await look(page, 'safety')
  })

  await test.step('the blueprint says what the model computes from the same answers', async () => {
    const world = memoryWorld(fetch, Date.now, address)
    const vault = await therapistAccount(world).signIn(account)
    const [line] = await vault.cases()
    if (!line) throw new Error('The case is on no other device')
    const blueprint = makeBlueprint(model, sheetsOfCase(line.state))
    const text = blueprintText(blueprintWords(language), language, line.state.people)

    await goTo(hands, page, 'blueprint')
    const rows = page.locator('.bp-row')
    await expect(rows).toHaveCount(7)
    for (const [i, row] of blueprint.elements.entries()) {
      await expect(rows.nth(i).locator('.bp-phrase')).toHaveText(sayPhrase(row, text))
      const scores = row.partners.map(({ score }) => score)
      const shown = await rows
        .nth(i)
        .locator('.bp-line')
        .first()
        .locator('svg')
        .evaluateAll(marks => marks.map(mark => Number.parseFloat(mark.getAttribute('x') ?? '')))
      expect(shown.map(x => x.toFixed(6))).toEqual(scores.map(score => Number(score).toFixed(6)))
      const gap = rows.nth(i).locator('.bp-line').first().locator('.bp-gap')
      await expect(gap).toHaveAttribute('x1', `${Math.min(...scores.map(Number))}%`)
      await expect(gap).toHaveAttribute('x2', `${Math.max(...scores.map(Number))}%`)
    }
    const [first] = blueprint.beginWith
    if (!first) throw new Error('Everybody answered, so there is a place to begin')
    await expect(page.locator('.bp-begin')).toContainText(
      first.reasons.map(reason => sayReason(reason, model, text)).join(' '),
    )
    await look(page, 'blueprint')
  })

  await test.step('each is met alone before anything opens', async () => {
    await goTo(hands, page, 'meetings')
    await expect(button(page, t('joint.open', { count: 2 }))).toHaveAttribute('aria-disabled', 'true')
    for (const who of ['Kim', 'Noor']) {
      await press(page.getByRole('checkbox', { name: t('meetings.met-alone', { who }) }))
      const group = page.getByRole('group', { name: t('meetings.how', { who }) })
      await press(group.getByRole('radio').first())
      await press(
        page
          .locator('.person-meeting', { hasText: who })
          .getByRole('button', { name: t('meetings.confirm') }),
      )
      await expect(group).toHaveCount(0)
    }
    await look(page, 'meetings')
    await press(button(page, t('joint.open', { count: 2 })))
    await expect(page.getByText(t('joint.is-open', { count: 2 }))).toBeVisible()
  })

  const two = ['communication', 'commitments'] as const
  await test.step('Kim shows two elements, Noor one of them and one more', async () => {
    await press(button(phone, p.end.release))
    await look(phone, 'partner-release-shut')
    await typePin(hands, phone, '592714')
    for (const id of two) {
      const name = model.elements.find(element => element.id === id)?.name[language] ?? ''
      await press(phone.getByRole('checkbox', { name: p.release.show(name), exact: true }))
    }
    await look(phone, 'partner-release')
    await press(button(phone, p.release.keep))
    await expect(phone.getByText(p.release.kept)).toBeVisible()
    await release(noor, ['communication', 'power'])
  })

  await test.step('the room holds what each showed, and leaving it asks for the passphrase', async () => {
    await goTo(hands, page, 'room')
    const lines = page.locator('.room-line')
    await turnBackTo(page)
    await expect(lines.filter({ hasText: t('room.shown') })).toHaveCount(3)
    await look(page, 'room-door')
    await press(button(page, t('room.enter')))
    await expect(heading(page)).toHaveText(t('room.title'))
    await look(page, 'room-first')
    await press(button(page, t('room.next')))
    await expect(page.getByText(t('room.mark-nothing', { who: 'Kim' }))).toBeVisible()
    for (const element of model.elements) {
      await press(button(page, t('room.next')))
      await expect(heading(page)).toHaveText(element.name[language])
      const both = element.id === 'communication'
      const any = both || element.id === 'commitments' || element.id === 'power'
      await expect(page.locator('.bp-gap')).toHaveCount(both ? 1 : 0)
      await expect(page.getByText(t('room.nothing'))).toHaveCount(any ? 0 : 1)
      if (both) await look(page, 'room-both')
      if (element.id === 'values') await look(page, 'room-nothing')
    }
    await press(button(page, t('room.leave')))
    await expect(page.getByText(t('lock.room'))).toBeVisible()
    await look(page, 'locked')
    await comeBack(hands, page, account.passphrase)
    await expect(page.locator('.case-name')).toHaveText('Harbour')
  })

  await test.step('each print is one page, and the second holds only what was shown', async () => {
    await goTo(hands, page, 'print')
    await look(page, 'print-therapist')
    for (const format of ['A4', 'Letter'] as const)
      expect(pagesOfPrint(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1)
    await press(page.getByRole('radio', { name: t('print.released') }))
    for (const format of ['A4', 'Letter'] as const)
      expect(pagesOfPrint(await page.pdf({ format, preferCSSPageSize: false })), format).toBe(1)
    const shown = page.locator('.released-element .bp-line')
    await expect(shown).toHaveCount(3)
    const sheet = page.locator('.released-sheet')
    await expect(sheet).not.toContainText('more time with nothing planned')
    await expect(page.locator('.bp-begin')).toHaveCount(0)
    await expect(page.locator('.bp-gap')).toHaveCount(1)
    await look(page, 'print-released')
  })
})
