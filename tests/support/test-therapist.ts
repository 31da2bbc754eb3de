import { client, ready } from '@serenity-kit/opaque'
import { encodeFrames } from '../../src/core/journal/frames.ts'
import type { Entry } from '../../src/core/journal/entry.ts'
import { makeInvitation, makeSetUpCode } from '../../src/records/invitations.ts'
import { hashToken } from '../../src/records/secret-token.ts'
import { TestBrowser, type TestReply } from './test-browser.ts'
import { TestMember, makeCase, randomText } from './test-member.ts'
import type { TestServer } from './test-server.ts'

/** The passphrase of every account in tests. */
export const passphrase = 'correct horse battery staple'

/** Both steps of making an account with OPAQUE's real client. */
export const register = async (
  browser: TestBrowser,
  setUpCode: string,
  signInName: string,
  masterKey: string,
): Promise<TestReply & { recoveryToken: string }> => {
  await ready
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password: passphrase })
  const started = await browser.ask('POST', '/api/accounts/start', {
    setUpCode,
    signInName,
    registrationRequest,
  })
  const recoveryToken = randomText(32)
  if (started.status !== 200) return { ...started, recoveryToken }
  const { registrationRecord } = client.finishRegistration({
    clientRegistrationState,
    registrationResponse: String(started.json['registrationResponse']),
    password: passphrase,
  })
  const finished = await browser.ask('POST', '/api/accounts/finish', {
    setUpCode,
    signInName,
    registrationRecord,
    recipient: 'age1pqtest',
    masterKey,
    lockbox: randomText(100),
    recoveryLockbox: randomText(100),
    recoveryHash: hashToken(recoveryToken),
    keyring: randomText(100),
  })
  return { ...finished, recoveryToken }
}

/** Both steps of a sign-in. The reply is the last one that came. */
export const signIn = async (
  browser: TestBrowser,
  signInName: string,
  password: string,
): Promise<TestReply> => {
  await ready
  const { clientLoginState, startLoginRequest } = client.startLogin({ password })
  const started = await browser.ask('POST', '/api/sign-in/start', { signInName, startLoginRequest })
  if (started.status !== 200) return started
  const finished = client.finishLogin({
    clientLoginState,
    loginResponse: String(started.json['loginResponse']),
    password,
  })
  // A client that cannot finish has nothing true to send; whatever it sends must be refused alike.
  const finishLoginRequest = finished?.finishLoginRequest ?? randomText(64)
  return browser.ask('POST', '/api/sign-in/finish', { attempt: started.json['attempt'], finishLoginRequest })
}

/** Somebody who asks and writes: browser and keys. */
export interface Person {
  browser: TestBrowser
  member: TestMember
  /** The header that names the seat; empty for a therapist. */
  as: Record<string, string>
}

let count = 0
/** A therapist with an account, signed in. */
export const makeTherapist = async (server: TestServer): Promise<Person & { name: string }> => {
  const browser = new TestBrowser(server)
  const member = new TestMember()
  const name = `therapist-${count++}`
  const code = (await makeSetUpCode(server.records)) ?? (await makeInvitation(server.records, 'test'))
  const reply = await register(browser, code, name, member.master)
  if (reply.status !== 201) throw new Error(`registration answered ${reply.status}`)
  return { browser, member, as: {}, name }
}

/** A therapist's case of two; nobody has claimed yet. */
export const openCase = async (server: TestServer, therapist: Person) => {
  const made = makeCase(new Date(server.clock.now + 14 * 86_400_000).toISOString())
  const reply = await therapist.browser.ask('POST', '/api/cases', made.newCase)
  if (reply.status !== 201) throw new Error(`the case answered ${reply.status}`)
  return made
}
export type TestCase = Awaited<ReturnType<typeof openCase>>

/** The partner of seat 0 or 1, with the link claimed. */
export const claimSeat = async (
  server: TestServer,
  made: TestCase,
  which: 0 | 1,
): Promise<Person & { own: string; seat: string }> => {
  const browser = new TestBrowser(server)
  const member = new TestMember()
  const own = randomText(16)
  const reply = await browser.ask('POST', '/api/claim', made.links[which].claimBy(member, own))
  if (reply.status !== 200) throw new Error(`the claim answered ${reply.status}`)
  const seat = made.seats[which]
  return { browser, member, as: { 'x-groundwork-seat': seat }, own, seat }
}

/** Where a journal's entries are read and added. */
export const entriesPath = (caseId: string, journal: string): string =>
  `/api/cases/${caseId}/journals/${journal}/entries`

/** Sends entries to the journal that the first of them names, or to another. */
export const append = (
  person: Person,
  caseId: string,
  journal: string,
  entries: Entry[],
): Promise<TestReply> =>
  person.browser.ask(
    'POST',
    entriesPath(caseId, journal),
    encodeFrames(entries.map(({ bytes }) => bytes)),
    person.as,
  )
