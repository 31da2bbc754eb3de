import { memoryWorld, type MemoryWorld } from '../../../src/cli/memory-world.ts'
import { demoPartner } from '../../../src/cli/demo-partner.ts'
import { itemKey } from '../../../src/core/assessment/item-key.ts'
import type { AnswerValue } from '../../../src/core/case/entry-kind.ts'
import type { ElementId } from '../../../src/core/model/schema.ts'
import { partnerSeat } from '../../../src/vault/partner-seat.ts'
import type { PartnerVault } from '../../../src/vault/partner-vault.types.ts'
import { therapistAccount } from '../../../src/vault/therapist-account.ts'
import type { OpenCase, TherapistVault } from '../../../src/vault/therapist-vault.types.ts'
import type { ServerProcess } from '../../support/server-process.ts'
import { model } from './model.ts'

/** A therapist's account, made by the real client code on a device in this process. */
export interface Practice {
  address: string
  signInName: string
  passphrase: string
  recoveryCode: string
  vault: TherapistVault
}

export const therapistName = 'Dr Lind'
const device = (address: string): MemoryWorld => memoryWorld(fetch, Date.now, address)
const practices = new Map<string, Promise<Practice>>()

const makePractice = async ({ address, setUpCode }: ServerProcess): Promise<Practice> => {
  const account = { signInName: 'lind', passphrase: 'amber-window-quiet-river' }
  const { vault, recoveryCode } = await therapistAccount(device(address)).register({
    setUpCode: setUpCode ?? '',
    ...account,
  })
  await vault.confirmKit(recoveryCode)
  return { address, ...account, recoveryCode, vault }
}

/** The practice on this file's server: made once, where a journey is not about making it. */
export const practiceOn = (server: ServerProcess): Promise<Practice> => {
  const known = practices.get(server.address) ?? makePractice(server)
  practices.set(server.address, known)
  return known
}

/** A case with a link for each person. */
export const makeCase = (practice: Practice, name: string, people: string[]): Promise<OpenCase> =>
  practice.vault.createCase({
    name,
    people,
    policy: 'discretion',
    jurisdiction: 'ca-bc',
    therapist: therapistName,
  })

/** The path of one person's link, with its secret. */
export const claimPathOf = (open: OpenCase, index: number): string => {
  const path = open.seats[index]?.linkPath
  if (!path) throw new Error('There is no link to send')
  return path
}

/** The whole link of one person, as the therapist sends it. */
export const linkOf = (practice: Practice, open: OpenCase, index: number): string =>
  practice.address + claimPathOf(open, index)

/** Claims a link on a device in this process. */
export const claim = async (address: string, link: string): Promise<PartnerVault> => {
  const seats = partnerSeat(device(address))
  const secret = seats.readLink(link.split('#')[1] ?? '')
  if (!secret) throw new Error('The link is not whole')
  const phone = await seats.open(secret)
  await phone.refresh()
  return phone
}

export const consent = (phone: PartnerVault): Promise<void> => demoPartner(model, phone).consent()

export const answer = (phone: PartnerVault, item: string, value: AnswerValue): Promise<void> =>
  demoPartner(model, phone).answer(item, value)

/** Answers every question; `rate` gives a place from 1 (low) to 5 (high) on an element, whatever way its items are put. */
export const answerAll = async (phone: PartnerVault, rate: (element: ElementId) => number): Promise<void> => {
  const others = phone.state.people.map(({ seat }) => seat).filter(seat => seat !== phone.seat)
  const give = (key: string, reversed: boolean, high: number) =>
    answer(phone, key, reversed ? 6 - high : high)
  await answer(phone, 'meaning', 'getting-on-better')
  await answer(phone, 'meaning.words', 'an evening a week without phones')
  for (const { item } of model.climate) await give(item.id, item.reversed, 4)
  for (const element of model.elements)
    for (const { id, facet, reversed } of element.items)
      for (const seat of facet === 'other' && others.length > 1 ? others : [others[0] ?? ''])
        await give(facet === 'other' ? itemKey(id, seat, others.length + 1) : id, reversed, rate(element.id))
}

/** Sends the safety screen and ends the intake. Without `given`, the first choice of every question: nothing to say. */
export const finish = (phone: PartnerVault, given?: Record<string, string>): Promise<void> =>
  demoPartner(model, phone).finish(given)

/** Shows one's own places on some elements. */
export const release = (phone: PartnerVault, shown: ElementId[]): Promise<void> =>
  demoPartner(model, phone).release(shown)

/** One partner from the link to the end; a PIN, where there is one, is set before the questions, so that no answer is closed. */
export const playPartner = async (
  practice: Practice,
  open: OpenCase,
  index: number,
  rate: (element: ElementId) => number,
  pin?: string,
): Promise<PartnerVault> => {
  const phone = await claim(practice.address, linkOf(practice, open, index))
  await consent(phone)
  if (pin) await phone.setPin(pin)
  await answerAll(phone, rate)
  await finish(phone)
  return phone
}
