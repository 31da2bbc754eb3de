import { startServer } from '../support/server-process.ts'
import { expect, test } from './steps/journey.ts'
import { agree, openLink, sayMeaning } from './steps/partner.ts'
import { makeCase, practiceOn, claimPathOf } from './steps/practice.ts'
import { startTlsFront } from './steps/tls-front.ts'
import { button, goTo, openCase, signIn } from './steps/therapist.ts'
import { heading } from './steps/words.ts'

const name = 'room.example.org'
const atHome = (port: number) => [
  `--host-resolver-rules=MAP ${name} 127.0.0.1:${port}`,
  '--ignore-certificate-errors',
]

test('behind TLS, under a name of its own, links carry that name and the whole claim works', async ({
  playwright,
  launchOptions,
  play,
  words,
  press,
  write,
  look,
}) => {
  const hands = { play, words, press, write }
  const server = await startServer(['--public-url', `https://${name}`])
  const front = await startTlsFront(name, server.port)
  const args = [...(launchOptions.args ?? []), ...atHome(front.port)]
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  try {
    expect(server.address).toBe(`https://${name}`)
    const practice = await practiceOn({ ...server, address: `http://127.0.0.1:${server.port}` })
    const open = await makeCase(practice, 'North window', ['Dana', 'Alex'])

    const desk = await browser.newContext()
    const page = await desk.newPage()
    await signIn(hands, page, server.address, practice)
    await openCase(hands, page, 'North window')
    await goTo(hands, page, 'links')
    const link = await page.getByLabel(words.t('links.link', { who: 'Dana' }), { exact: true }).inputValue()
    expect(link).toBe(`https://${name}${claimPathOf(open, 0)}`)
    await expect(page.getByText(words.t('links.here-title'))).toHaveCount(0)
    await look(page, 'links-public')
    for (const cookie of await desk.cookies()) {
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', domain: name })
    }

    const pocket = await browser.newContext()
    const phone = await pocket.newPage()
    await openLink(hands, phone, link)
    await agree(hands, phone)
    await sayMeaning(hands, phone, 'an hour of talk')
    expect(await phone.evaluate(() => isSecureContext && Boolean(crypto.subtle))).toBe(true)
    await phone.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    const cookies = await pocket.cookies()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', domain: name })

    await expect(async () => {
      await open.refresh()
      expect(open.seats[0]?.claimHolds).toBe(true)
      expect(open.state.sheets[open.seats[0]?.seat ?? '']?.answers['meaning.words']).toBe('an hour of talk')
    }).toPass()
  } finally {
    await browser.close()
    await front.stop()
    await server.stop()
  }
})

test('on an address that is not secure no link is made, and the page says why', async ({
  playwright,
  launchOptions,
  words,
  press,
  write,
  look,
}) => {
  const hands = { words, press, write }
  const server = await startServer(['--public-url', `http://${name}`])
  const args = [...(launchOptions.args ?? []), ...atHome(server.port)]
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  try {
    const practice = await practiceOn({ ...server, address: `http://127.0.0.1:${server.port}` })
    await makeCase(practice, 'Blue door', ['Kim', 'Robin'])
    const here = await (await browser.newContext()).newPage()
    await signIn(hands, here, `http://127.0.0.1:${server.port}`, practice)
    await openCase(hands, here, 'Blue door')
    await goTo(hands, here, 'links')
    await expect(here.getByText(words.t('links.refused-title'))).toBeVisible()
    await expect(here.getByLabel(words.t('links.link', { who: 'Kim' }))).toHaveCount(0)
    await expect(button(here, words.t('links.new'))).toHaveCount(0)
    await look(here, 'links-refused')

    // Under the name itself, browsers give a page no cryptography at all.
    const there = await (await browser.newContext()).newPage()
    await there.goto(server.address)
    await expect(heading(there)).toHaveText(words.t('door.not-secure-title'))
    await expect(there.getByRole('textbox')).toHaveCount(0)
    await look(there, 'not-secure')
    await there.goto(`${server.address}/p#${'A'.repeat(22)}`)
    await expect(heading(there)).toHaveText(words.p.notSecure.title)
    await look(there, 'partner-not-secure')
  } finally {
    await browser.close()
    await server.stop()
  }
})
