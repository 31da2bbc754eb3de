import model from 'virtual:model/partner'
import { pick, seededRandom, type SeededRandom } from '../core/simulation/seeded-random.ts'
import { simulateAnswers, simulateCouple, type SimulatedPerson } from '../core/simulation/simulate-answers.ts'
import { partnerSeat } from '../vault/partner-seat.ts'
import { therapistAccount } from '../vault/therapist-account.ts'
import type { OpenCase } from '../vault/therapist-vault.types.ts'
import { type MemoryWorld, memoryWorld } from './memory-world.ts'
import { openTogether } from './demo-open-together.ts'
import { demoPartner } from './demo-partner.ts'

/** What the demo's therapist signs in with, and the links that nobody has opened yet. */
export interface DemoPractice {
  signInName: string
  passphrase: string
  /** Paths of links still to be claimed. */
  links: string[]
}

const names = [
  'Kim',
  'Noor',
  'Sacha',
  'Robin',
  'Ariel',
  'Camille',
  'Dana',
  'Alex',
  'Jude',
  'Maxime',
  'Nikita',
  'Sam',
] as const
const places = [
  'Harbour',
  'Orchard',
  'North window',
  'Lantern',
  'Hillside',
  'Blue door',
  'Cedar',
  'Tramway',
] as const
const meanings = [
  { meaning: 'getting-on-better', words: 'an evening a week without phones' },
  { meaning: 'more-sex', words: 'not always being the one who asks' },
  { meaning: 'both', words: 'being wanted, and being listened to' },
  { meaning: 'getting-on-better', words: 'hearing about the day before it is over' },
]

/** How far each demo case has come; with more couples they come round again. */
const stages = ['opened-together', 'both-answered', 'one-answered'] as const

/**
 * Makes a practice by playing the real client code: a therapist who opens cases, partners who claim their links and
 * answer on devices of their own. The same seed gives the same people and answers; keys are fresh each time.
 */
export const playDemo = async (
  origin: string,
  setUpCode: string,
  couples: number,
  seed: number,
): Promise<DemoPractice> => {
  const random = seededRandom(seed)
  const device = (): MemoryWorld => memoryWorld(fetch, Date.now, origin)
  const signInName = 'demo'
  const passphrase = 'amber-window-quiet-river'
  const { vault, recoveryCode } = await therapistAccount(device()).register({
    setUpCode,
    signInName,
    passphrase,
  })
  await vault.confirmKit(recoveryCode)
  const links: string[] = []
  for (let i = 0; i < couples; i++) {
    const first = pick(random, names)
    const second = pick(
      random,
      names.filter(name => name !== first),
    )
    const made = await vault.createCase({
      name: `${places[i % places.length]}${i < places.length ? '' : ` ${i + 1}`}`,
      people: [first, second],
      policy: pick(random, model.policies).id,
      jurisdiction: 'ca-bc',
      therapist: 'Dr Lind',
    })
    const stage = stages[i % stages.length] as (typeof stages)[number]
    const couple = simulateCouple(
      random,
      model.elements.map(element => element.id),
      meanings,
    )
    const answering = stage === 'one-answered' ? 1 : 2
    for (let j = 0; j < answering; j++)
      await playPartner(random, device(), made, j, couple[j] as SimulatedPerson, stage === 'opened-together')
    await made.refresh()
    if (stage === 'opened-together') await openTogether(made)
    for (const { linkPath } of made.seats) if (linkPath) links.push(linkPath)
  }
  await vault.signOut()
  return { signInName, passphrase, links }
}

/** One partner on a phone: claims the link, consents, answers, leaves the safety screen, and may show results. */
const playPartner = async (
  random: SeededRandom,
  world: MemoryWorld,
  made: OpenCase,
  index: number,
  person: SimulatedPerson,
  releases: boolean,
): Promise<void> => {
  const seats = partnerSeat(world)
  const secret = seats.readLink(made.seats[index]?.linkPath?.split('#')[1] ?? '')
  if (!secret) throw new Error('a fresh case has a link for each person')
  const phone = await seats.open(secret)
  await phone.refresh()
  const partner = demoPartner(model, phone)
  await partner.consent()
  const others = phone.state.people.map(one => one.seat).filter(seat => seat !== phone.seat)
  const answers = simulateAnswers(random, model, person, others)
  for (const [item, value] of Object.entries(answers)) await partner.answer(item, value)
  await partner.finish()
  if (releases) await partner.release(model.elements.slice(0, -1).map(({ id }) => id))
}
