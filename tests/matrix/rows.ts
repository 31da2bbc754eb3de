import { client, ready } from '@serenity-kit/opaque'
import { encodeFrames } from '../../src/core/journal/frames.ts'
import { append, passphrase } from '../support/test-therapist.ts'
import { makeCase, makeLink, randomText } from '../support/test-member.ts'
import { type Cell, blindedPin } from './world.ts'

/** What one cell sends. */
export interface Asked {
  path: string
  body?: unknown
}

/** A route, or one way of using it, and the statuses that each caller gets, in the order of `callers`. */
export interface Row {
  /** `METHOD /path` as the route table has it. */
  route: string
  /** What is asked for, where a route has several rows. */
  what?: string
  statuses: string
  /** The codes of this row's refusals, where they are not the usual ones. */
  codes?: Record<number, string>
  /** Whether it changes what it asks about, or who may ask. */
  changes?: true
  ask(cell: Cell): Asked | Promise<Asked>
}

const link = '/api/cases/:case/seats/:seat/link'
const entries = '/api/cases/:case/journals/:journal/entries'
const journals = ['record', 'shared', 'private', 'own'] as const

const registrationRequest = async (): Promise<string> => {
  await ready
  return client.startRegistration({ password: passphrase }).registrationRequest
}

/** A record made with this server's own answer: what follows the code must not be what refuses it. */
const registrationRecord = async ({ house }: Cell): Promise<string> => {
  await ready
  const started = client.startRegistration({ password: passphrase })
  const reply = await house.therapist.browser.ask('PUT', '/api/account/passphrase', {
    registrationRequest: started.registrationRequest,
  })
  return client.finishRegistration({
    clientRegistrationState: started.clientRegistrationState,
    registrationResponse: String(reply.json['registrationResponse']),
    password: passphrase,
  }).registrationRecord
}

const entriesPath = ({ target }: Cell, journal: (typeof journals)[number]): string =>
  `/api/cases/${target.case}/journals/${target[journal]}/entries`

const readStatuses: Record<(typeof journals)[number], string> = {
  //        nob col the par oth str bor spe rev rep wro loc left
  record: ' 401 404 200 404 404 404 401 401 401 401 401 401 410',
  shared: ' 401 404 200 200 200 404 401 401 401 401 401 401 410',
  private: '401 404 200 200 404 404 401 401 401 401 401 401 410',
  own: '    401 404 404 200 404 404 401 401 401 401 401 401 410',
}

/** A partner may read these and erases only what they wrote themselves; the therapist erases whatever stands there. */
const eraseStatuses = {
  //        nob col the par oth str bor spe rev rep wro loc left
  shared: ' 401 404 200 400 400 404 401 401 401 401 401 401 410',
  private: '401 404 200 400 404 404 401 401 401 401 401 401 410',
}

/**
 * Every route, and what each caller gets. Where a caller may use a route only for what is their own (an account's
 * keyring, a seat's PIN), the row asks for just that, and 200 means their own.
 */
export const rows: Row[] = [
  {
    route: 'GET /api/state',
    statuses: '200 200 200 200 200 200 200 200 200 200 200 200 200',
    ask: () => ({ path: '/api/state' }),
  },
  {
    route: 'POST /api/accounts/start',
    what: 'with a code that nobody gave out',
    statuses: '403 403 403 403 403 403 403 403 403 403 403 403 403',
    codes: { 403: 'set-up-code-wrong' },
    ask: async () => ({
      path: '/api/accounts/start',
      body: {
        setUpCode: 'AAAA-BBBB-CCCC-DDDD',
        signInName: 'somebody',
        registrationRequest: await registrationRequest(),
      },
    }),
  },
  {
    route: 'POST /api/accounts/finish',
    what: 'with a code that nobody gave out',
    statuses: '403 403 403 403 403 403 403 403 403 403 403 403 403',
    codes: { 403: 'set-up-code-wrong' },
    ask: async cell => ({
      path: '/api/accounts/finish',
      body: {
        setUpCode: 'AAAA-BBBB-CCCC-DDDD',
        signInName: 'somebody',
        registrationRecord: await registrationRecord(cell),
        recipient: 'age1pqtest',
        masterKey: cell.member.master,
        lockbox: randomText(100),
        recoveryLockbox: randomText(100),
        recoveryHash: randomText(32),
        keyring: randomText(100),
      },
    }),
  },
  {
    route: 'POST /api/sign-in/start',
    what: "under the therapist's name",
    statuses: '200 200 200 200 200 200 200 200 200 200 200 200 200',
    ask: async ({ house }) => {
      await ready
      const { startLoginRequest } = client.startLogin({ password: passphrase })
      house.server.clock.now += 61_000
      return { path: '/api/sign-in/start', body: { signInName: house.therapist.name, startLoginRequest } }
    },
  },
  {
    route: 'POST /api/sign-in/finish',
    what: 'without having begun',
    statuses: '403 403 403 403 403 403 403 403 403 403 403 403 403',
    codes: { 403: 'sign-in-refused' },
    ask: () => ({
      path: '/api/sign-in/finish',
      body: { attempt: randomText(32), finishLoginRequest: randomText(64) },
    }),
  },
  {
    route: 'POST /api/recover',
    what: "with a guessed code, for the therapist's name",
    statuses: '403 403 403 403 403 403 403 403 403 403 403 403 403',
    codes: { 403: 'sign-in-refused' },
    ask: ({ house }) => {
      house.server.clock.now += 61_000
      return { path: '/api/recover', body: { signInName: house.therapist.name, token: randomText(32) } }
    },
  },
  {
    route: 'PUT /api/account/passphrase',
    what: 'of the own account',
    statuses: '401 200 200 401 401 401 401 401 401 401 401 401 401',
    ask: async () => ({
      path: '/api/account/passphrase',
      body: { registrationRequest: await registrationRequest() },
    }),
  },
  {
    route: 'PUT /api/account/recovery',
    what: 'of the own account',
    changes: true,
    statuses: '401 200 200 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({
      path: '/api/account/recovery',
      body: { recoveryLockbox: randomText(32), recoveryHash: randomText(32) },
    }),
  },
  {
    route: 'GET /api/account',
    what: 'the own one',
    statuses: '401 200 200 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({ path: '/api/account' }),
  },
  {
    route: 'POST /api/sign-out',
    changes: true,
    statuses: '401 204 204 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({ path: '/api/sign-out' }),
  },
  {
    route: 'GET /api/keyring',
    what: 'the own one',
    statuses: '401 200 200 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({ path: '/api/keyring' }),
  },
  {
    route: 'PUT /api/keyring',
    what: 'over a version that is not the held one',
    statuses: '401 409 409 401 401 401 401 401 401 401 401 401 401',
    codes: { 409: 'keyring-moved' },
    ask: () => ({ path: '/api/keyring', body: { version: 7, sealed: randomText(50) } }),
  },
  {
    route: 'POST /api/invitations',
    statuses: '401 201 201 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({ path: '/api/invitations' }),
  },
  {
    route: 'POST /api/link',
    statuses: '404 404 200 200 404 404 404 200 404 404 200 200 404',
    ask: cell => ({ path: '/api/link', body: { door: cell.link.door } }),
  },
  {
    route: 'POST /api/claim',
    what: 'again with the same claim, or with another',
    changes: true,
    statuses: '404 404 409 200 404 404 404 409 404 404 409 409 404',
    codes: { 409: 'link-spent' },
    ask: cell => ({
      path: '/api/claim',
      // Where nothing stands behind the link, the claim that seat 0 made is no other than a guess.
      body:
        (cell.link === cell.made.links[0] && cell.claim) || cell.link.claimBy(cell.member, randomText(16)),
    }),
  },
  {
    route: 'POST /api/seat/pin',
    what: 'of the own seat',
    statuses: '401 401 401 200 200 200 401 401 401 401 401 401 410',
    ask: () => ({ path: '/api/seat/pin', body: { blinded: blindedPin } }),
  },
  {
    route: 'PUT /api/seat/keyring',
    what: 'of the own seat, over a version that is not the held one',
    statuses: '401 401 401 409 409 409 401 401 401 401 401 401 410',
    codes: { 409: 'keyring-moved' },
    ask: () => ({
      path: '/api/seat/keyring',
      body: { version: 9, sealed: randomText(50), resumeHash: randomText(32) },
    }),
  },
  {
    route: 'POST /api/door',
    changes: true,
    statuses: '404 404 200 200 404 404 404 200 404 404 200 423 404',
    ask: cell => ({ path: '/api/door', body: { door: cell.link.door, blinded: blindedPin } }),
  },
  {
    route: 'POST /api/resume',
    changes: true,
    statuses: '404 404 403 200 404 404 404 403 404 404 403 403 404',
    codes: { 403: 'wrong-pin' },
    ask: cell => ({ path: '/api/resume', body: { door: cell.link.door, proof: cell.proof } }),
  },
  {
    route: 'POST /api/seat/challenge',
    what: 'for a seat, there or not',
    statuses: '200 200 200 200 200 200 200 200 200 200 200 200 200',
    ask: cell => ({
      path: '/api/seat/challenge',
      body: { seat: cell.target.seat, device: cell.member.certificate().device },
    }),
  },
  {
    route: 'POST /api/seat/sign-in',
    what: "with the caller's own device",
    statuses: '403 403 403 200 403 403 403 403 403 403 403 403 403',
    codes: { 403: 'sign-in-refused' },
    ask: async cell => {
      const { seat } = cell.target
      const certificate = cell.member.certificate()
      const given = await cell.browser.ask('POST', '/api/seat/challenge', {
        seat,
        device: certificate.device,
      })
      const challenge = String(given.json['challenge'])
      const signature = cell.member.signChallenge(challenge)
      return { path: '/api/seat/sign-in', body: { seat, certificate, challenge, signature } }
    },
  },
  {
    route: 'POST /api/cases',
    what: 'a new one',
    statuses: '401 201 201 401 401 401 401 401 401 401 401 401 401',
    ask: () => ({ path: '/api/cases', body: makeCase('2027-01-01T00:00:00.000Z').newCase }),
  },
  {
    route: 'POST /api/cases',
    what: 'the very one that is there',
    statuses: '401 409 201 401 401 401 401 401 401 401 401 401 401',
    codes: { 409: 'id-taken' },
    ask: cell => ({ path: '/api/cases', body: cell.made.newCase }),
  },
  {
    route: 'GET /api/cases/:case/seats',
    statuses: '401 404 200 401 401 401 401 401 401 401 401 401 401',
    ask: ({ target }) => ({ path: `/api/cases/${target.case}/seats` }),
  },
  {
    route: `PUT ${link}`,
    changes: true,
    statuses: '401 404 204 401 401 401 401 401 401 401 401 401 401',
    ask: ({ target }) => ({
      path: `/api/cases/${target.case}/seats/${target.seat}/link`,
      body: makeLink('2027-01-01T00:00:00.000Z').link,
    }),
  },
  {
    route: `DELETE ${link}`,
    changes: true,
    statuses: '401 404 204 401 401 401 401 401 401 401 401 401 401',
    ask: ({ target }) => ({ path: `/api/cases/${target.case}/seats/${target.seat}/link` }),
  },
  {
    route: 'POST /api/cases/:case/seats/:seat/reset',
    changes: true,
    statuses: '401 404 204 401 401 401 401 401 401 401 401 401 401',
    ask: ({ target }) => ({ path: `/api/cases/${target.case}/seats/${target.seat}/reset` }),
  },
  {
    route: 'GET /api/cases/:case/heads',
    statuses: '401 404 200 200 200 404 401 401 401 401 401 401 410',
    ask: ({ target }) => ({ path: `/api/cases/${target.case}/heads` }),
  },
  ...journals.flatMap((journal): Row[] => [
    {
      route: `GET ${entries}`,
      what: `of ${journal}`,
      statuses: readStatuses[journal],
      ask: cell => ({ path: entriesPath(cell, journal) }),
    },
    {
      route: `POST ${entries}`,
      what: `to ${journal}`,
      changes: true,
      statuses: readStatuses[journal],
      ask: cell => ({
        path: entriesPath(cell, journal),
        body: encodeFrames([cell.member.write(cell.target.case, cell.target[journal]).bytes]),
      }),
    },
  ]),
  ...(['shared', 'private'] as const).map(
    (journal): Row => ({
      route: `POST ${entries}`,
      what: `erasing what the therapist wrote in ${journal}`,
      changes: true,
      statuses: eraseStatuses[journal],
      codes: { 400: 'erase-refused' },
      ask: async cell => {
        const { therapist } = cell.house
        const { case: caseId, journals } = cell.made
        const id = journal === 'shared' ? journals.shared : journals.private[0]
        const entry = therapist.member.write(caseId, id)
        await append(therapist, caseId, id, [entry])
        const erasing = { type: 'erase' as const, erases: [entry.hash] }
        return {
          path: entriesPath(cell, journal),
          body: encodeFrames([cell.member.write(cell.target.case, cell.target[journal], {}, erasing).bytes]),
        }
      },
    }),
  ),
]
