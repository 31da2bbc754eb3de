import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestBrowser } from '../../tests/support/test-browser.ts'
import { TestMember, randomText } from '../../tests/support/test-member.ts'
import { type TestServer, startTestServer } from '../../tests/support/test-server.ts'
import { makeTherapist, passphrase, register, signIn } from '../../tests/support/test-therapist.ts'
import { makeSetUpCode } from '../records/invitations.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())

test('the first account needs the set-up code, which works once and however it is typed', async () => {
  const state = () => new TestBrowser(server).ask('GET', '/api/state')
  expect((await state()).json).toMatchObject({ fresh: true, links: 'this-computer-only', publicUrl: null })
  const stale = (await makeSetUpCode(server.records)) as string
  const code = (await makeSetUpCode(server.records)) as string
  const { master } = new TestMember()
  const browser = new TestBrowser(server)
  for (const wrong of [stale, 'AAAA-BBBB-CCCC-DDDD'])
    expect((await register(browser, wrong, 'maria', master)).json['code']).toBe('set-up-code-wrong')
  const made = await register(browser, code.toLowerCase().replaceAll('-', ' '), 'Maria', master)
  expect(made.status).toBe(201)
  expect(made.json).toMatchObject({ signInName: 'Maria', masterKey: master })
  expect((await state()).json['fresh']).toBe(false)
  expect(await makeSetUpCode(server.records)).toBeNull()
  const second = await register(new TestBrowser(server), code, 'second', master)
  expect(second.json['code']).toBe('set-up-code-wrong')

  const invited = await browser.ask('POST', '/api/invitations')
  const taken = await register(new TestBrowser(server), String(invited.json['code']), 'MARIA ', master)
  expect(taken.json['code']).toBe('name-taken')
  const colleague = await register(new TestBrowser(server), String(invited.json['code']), 'jo', master)
  expect(colleague.status).toBe(201)
})

test('the right passphrase signs in; the cookie is out of reach of pages and other sites', async () => {
  const { name } = await makeTherapist(server)
  const browser = new TestBrowser(server)
  const reply = await signIn(browser, name.toUpperCase(), passphrase)
  expect(reply.status).toBe(200)
  const cookie = reply.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^gw_account=[\w-]{43};/)
  for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Secure')
  expect((await browser.ask('GET', '/api/account')).json).toEqual(reply.json)
  expect((await browser.ask('POST', '/api/sign-out')).status).toBe(204)
  expect((await browser.ask('GET', '/api/account')).status).toBe(401)
})

test('behind https the cookie is for https alone, and browsers are told to stay there', async () => {
  const behind = await startTestServer({ publicUrl: 'https://room.example.org' })
  const { name } = await makeTherapist(behind)
  const reply = await signIn(new TestBrowser(behind), name, passphrase)
  expect(reply.headers.get('set-cookie')).toContain('Secure')
  expect(reply.headers.get('strict-transport-security')).toContain('max-age')
  await behind.remove()
})

test('a wrong passphrase and an unknown name answer alike', async () => {
  const { name } = await makeTherapist(server)
  const wrong = await signIn(new TestBrowser(server), name, 'another passphrase')
  const unknown = await signIn(new TestBrowser(server), 'nobody-here', passphrase)
  expect(wrong.status).toBe(403)
  expect(unknown.bytes).toEqual(wrong.bytes)
  const { client } = await import('@serenity-kit/opaque')
  const { startLoginRequest } = client.startLogin({ password: passphrase })
  const start = (signInName: string) =>
    new TestBrowser(server).ask('POST', '/api/sign-in/start', { signInName, startLoginRequest })
  const [known, other] = [await start(name), await start('nobody-here')]
  expect(other.status).toBe(known.status)
  expect(other.bytes.length).toBe(known.bytes.length)
})

test('an attempt is good once', async () => {
  const { client, ready } = await import('@serenity-kit/opaque')
  await ready
  const { name } = await makeTherapist(server)
  const browser = new TestBrowser(server)
  const { clientLoginState, startLoginRequest } = client.startLogin({ password: passphrase })
  const started = await browser.ask('POST', '/api/sign-in/start', { signInName: name, startLoginRequest })
  const finished = client.finishLogin({
    clientLoginState,
    loginResponse: String(started.json['loginResponse']),
    password: passphrase,
  })
  const body = { attempt: started.json['attempt'], finishLoginRequest: finished?.finishLoginRequest }
  expect((await browser.ask('POST', '/api/sign-in/finish', body)).status).toBe(200)
  expect((await browser.ask('POST', '/api/sign-in/finish', body)).status).toBe(403)
})

test('a sign-in ends after twelve hours', async () => {
  const { browser } = await makeTherapist(server)
  const at = server.clock.now
  server.clock.now += 12 * 3_600_000 + 1
  expect((await browser.ask('GET', '/api/account')).status).toBe(401)
  server.clock.now = at
})

test('the recovery token opens the account, and a new passphrase ends the other sign-ins', async () => {
  const { client } = await import('@serenity-kit/opaque')
  const code = (await (await makeTherapist(server)).browser.ask('POST', '/api/invitations')).json['code']
  const first = new TestBrowser(server)
  const { recoveryToken } = await register(first, String(code), 'lost', new TestMember().master)
  const browser = new TestBrowser(server)
  const guess = { signInName: 'lost', token: randomText(32) }
  const unknown = { signInName: 'nobody-here', token: randomText(32) }
  const refused = await browser.ask('POST', '/api/recover', guess)
  expect(refused.status).toBe(403)
  expect((await browser.ask('POST', '/api/recover', unknown)).bytes).toEqual(refused.bytes)
  const recovered = await browser.ask('POST', '/api/recover', { signInName: 'lost', token: recoveryToken })
  expect(recovered.status).toBe(200)

  const password = 'a new passphrase'
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password })
  const path = '/api/account/passphrase'
  const started = await browser.ask('PUT', path, { registrationRequest })
  const registrationResponse = String(started.json['registrationResponse'])
  const made = client.finishRegistration({ clientRegistrationState, registrationResponse, password })
  const { registrationRecord } = made
  const lockbox = randomText(50)
  const broken = await browser.ask('PUT', path, { registrationRecord: randomText(100), lockbox })
  expect(broken.json['code']).toBe('not-opaque')
  const replaced = await browser.ask('PUT', path, { registrationRecord, lockbox })
  expect(replaced.json['lockbox']).toBe(lockbox)
  expect((await first.ask('GET', '/api/account')).status).toBe(401)
  expect((await browser.ask('GET', '/api/account')).status).toBe(200)
  expect((await signIn(new TestBrowser(server), 'lost', passphrase)).status).toBe(403)
  expect((await signIn(new TestBrowser(server), 'lost', password)).status).toBe(200)
})

test('of two devices that change the keyring at once, one is told to fetch it first', async () => {
  const { browser } = await makeTherapist(server)
  expect((await browser.ask('GET', '/api/keyring')).json['version']).toBe(1)
  const next = (sealed: string) => browser.ask('PUT', '/api/keyring', { version: 2, sealed })
  const [mine, theirs] = [randomText(50), randomText(50)]
  const replies = await Promise.all([next(mine), next(theirs)])
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409])
  expect(replies.find(({ status }) => status === 409)?.json['code']).toBe('keyring-moved')
  const held = (await browser.ask('GET', '/api/keyring')).json
  expect((await next(String(held['sealed']))).status).toBe(204)
})
