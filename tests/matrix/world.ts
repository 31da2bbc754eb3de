import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { fromText, toBase64Url } from '../../src/core/journal/bytes.ts'
import { mostTries } from '../../src/records/pin.ts'
import { hashToken } from '../../src/records/secret-token.ts'
import { accountCookie, seatCookie, signInAccount } from '../../src/records/sign-ins.ts'
import { TestBrowser } from '../support/test-browser.ts'
import { type TestLink, TestMember, makeLink, randomText } from '../support/test-member.ts'
import { type TestServer, startTestServer } from '../support/test-server.ts'
import {
  type Person,
  type TestCase,
  append,
  claimSeat,
  makeTherapist,
  openCase,
} from '../support/test-therapist.ts'
import type { CallerName } from './callers.ts'

/** A server with two therapists; cases are made as cells need them. */
export interface House {
  server: TestServer
  therapist: Person & { name: string }
  colleague: Person & { name: string }
  /** A partner in the colleague's case. */
  stranger: Awaited<ReturnType<typeof claimSeat>>
  accounts: { therapist: string; colleague: string }
}

export const openHouse = async (): Promise<House> => {
  const server = await startTestServer()
  const therapist = await makeTherapist(server)
  const colleague = await makeTherapist(server)
  const stranger = await claimSeat(server, await openCase(server, colleague), 0)
  const accountOf = async (person: Person) =>
    String((await person.browser.ask('GET', '/api/account')).json['account'])
  const accounts = { therapist: await accountOf(therapist), colleague: await accountOf(colleague) }
  return { server, therapist, colleague, stranger, accounts }
}

/** A blinded PIN, as a phone sends it. */
export const blindedPin = toBase64Url(ristretto255_oprf.oprf.blind(fromText('482913')).blinded)

/** The thing that is asked about: the caller's to have or not, or one that does not exist. */
export interface Target {
  case: string
  seat: string
  record: string
  shared: string
  private: string
  own: string
}

/** One caller before one fresh case of two: seat 0 has claimed its link and set a PIN, seat 1 has claimed. */
export interface Cell {
  house: House
  made: TestCase
  caller: CallerName
  browser: TestBrowser
  member: TestMember
  as: Record<string, string>
  /** The link of seat 0 where this caller holds it, else one that nobody made. */
  link: TestLink
  /** What proves the PIN of seat 0, where this caller has it. */
  proof: string
  /** The claim that seat 0 made, where it is this caller's. */
  claim: object | null
  target: Target
}

const holdsLink: readonly CallerName[] = [
  'therapist',
  'partner',
  'spent link',
  'revoked link',
  'replaced link',
  'wrong PIN',
  'locked PIN',
  'left',
]
const wasPartner: readonly CallerName[] = ['partner', 'revoked link', 'replaced link', 'left']

export const makeCell = async (house: House, caller: CallerName): Promise<Cell> => {
  const { server } = house
  const therapist = { ...house.therapist, browser: await signedIn(house, house.accounts.therapist) }
  const made = await openCase(server, therapist)
  const own = randomText(16)
  const member = new TestMember()
  const claim = made.links[0].claimBy(member, own)
  const partner = { browser: new TestBrowser(server), member, as: { 'x-groundwork-seat': made.seats[0] } }
  await expectStatus(partner.browser.ask('POST', '/api/claim', claim), 200)
  const other = await claimSeat(server, made, 1)
  const proof = randomText(32)
  const keyring = { version: 1, sealed: randomText(300), resumeHash: hashToken(proof) }
  await expectStatus(partner.browser.ask('PUT', '/api/seat/keyring', keyring, partner.as), 204)
  const link = `/api/cases/${made.case}/seats/${made.seats[0]}/link`
  if (caller === 'revoked link') await expectStatus(therapist.browser.ask('DELETE', link), 204)
  if (caller === 'replaced link')
    await expectStatus(therapist.browser.ask('PUT', link, makeLink('2027-01-01T00:00:00.000Z').link), 204)
  if (caller === 'locked PIN')
    await server.records.database
      .updateTable('seats')
      .set({ tries: mostTries })
      .where('seat_id', '=', made.seats[0])
      .execute()
  if (caller === 'left') {
    const journal = made.journals.private[0]
    const leaving = member.write(made.case, journal, {}, { type: 'leave' })
    await expectStatus(append(partner, made.case, journal, [leaving]), 200)
  }
  const asPerson = async (): Promise<Pick<Cell, 'browser' | 'member' | 'as'>> => {
    if (wasPartner.includes(caller)) return partner
    if (caller === 'therapist') return therapist
    if (caller === 'colleague')
      return { ...house.colleague, browser: await signedIn(house, house.accounts.colleague) }
    if (caller === 'other partner') return other
    if (caller === 'stranger') return house.stranger
    const browser = new TestBrowser(server)
    if (caller === 'borrower')
      browser.cookies.set(
        seatCookie(made.seats[0]),
        String(other.browser.cookies.get(seatCookie(made.seats[1]))),
      )
    const as: Record<string, string> = caller === 'nobody' ? {} : partner.as
    return { browser, member: caller === 'borrower' ? other.member : new TestMember(), as }
  }
  return {
    house,
    made,
    caller,
    ...(await asPerson()),
    link: holdsLink.includes(caller) ? made.links[0] : makeLink('2027-01-01T00:00:00.000Z'),
    proof: ['partner', 'revoked link', 'replaced link', 'left'].includes(caller) ? proof : randomText(32),
    claim: wasPartner.includes(caller) ? claim : null,
    target: {
      case: made.case,
      seat: made.seats[0],
      record: made.journals.record,
      shared: made.journals.shared,
      private: made.journals.private[0],
      own,
    },
  }
}

/** The same caller, asking about what nobody has. */
export const beforeNothing = (cell: Cell): Cell => ({
  ...cell,
  link: makeLink('2027-01-01T00:00:00.000Z'),
  target: {
    case: randomText(16),
    seat: randomText(16),
    record: randomText(16),
    shared: randomText(16),
    private: randomText(16),
    own: randomText(16),
  },
})

/** A sign-in of its own for each cell, as some routes end it. */
const signedIn = async (house: House, account: string): Promise<TestBrowser> => {
  const { records } = house.server
  const browser = new TestBrowser(house.server)
  const { token } = await signInAccount(records, records.database, account)
  browser.cookies.set(accountCookie, String(token))
  return browser
}

const expectStatus = async (asked: Promise<{ status: number }>, status: number): Promise<void> => {
  const reply = await asked
  if (reply.status !== status) throw new Error(`setting a cell up answered ${reply.status}, not ${status}`)
}
