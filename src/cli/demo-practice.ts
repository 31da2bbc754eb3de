import model from 'virtual:model/partner'
import { scoreElement } from '../core/assessment/score-element.ts'
import type { EntryBody } from '../core/case/entry-kind.ts'
import type { ElementId } from '../core/model/schema.ts'
import { pick, seededRandom, type SeededRandom } from '../core/simulation/seeded-random.ts'
import { simulateAnswers, simulateCouple, type SimulatedPerson } from '../core/simulation/simulate-answers.ts'
import { consentText, fillConsent } from '../features/intake/consent-text.ts'
import { emptySafetyAnswers } from '../features/intake/safety-answers.ts'
import { hashText } from '../vault/hash-text.ts'
import { partnerSeat } from '../vault/partner-seat.ts'
import type { PartnerVault } from '../vault/partner-vault.types.ts'
import { therapistAccount } from '../vault/therapist-account.ts'
import type { OpenCase } from '../vault/therapist-vault.types.ts'
import { type MemoryWorld, memoryWorld } from './memory-world.ts'

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

const now = (): string => new Date().toISOString()

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
  await consent(phone)
  const others = phone.state.people.map(one => one.seat).filter(seat => seat !== phone.seat)
  const answers = simulateAnswers(random, model, person, others)
  for (const [item, value] of Object.entries(answers))
    await phone.append('private', { kind: 'answer', at: now(), instrument: 'intake@1', item, value })
  const safety = emptySafetyAnswers(model.safety.questions)
  for (const { id, choices } of model.safety.questions) safety[id] = choices[0]?.id ?? null
  await phone.dropSafety(safety)
  await phone.append('private', { kind: 'finished', at: now(), instrument: 'intake@1' })
  if (releases) await release(phone)
  await phone.refresh()
  if (phone.sync !== 'sent') throw new Error('the demo could not reach its own server')
}

const consent = async (phone: PartnerVault): Promise<void> => {
  const { setting, settingHash } = phone.state
  const policy = model.policies.find(one => one.id === setting?.policy)
  const jurisdiction = model.jurisdictions.find(one => one.id === setting?.jurisdiction)
  if (!setting || !settingHash || !policy || !jurisdiction) throw new Error('the setting comes with the link')
  const shown = fillConsent(model.consent, 'en', {
    therapist: setting.therapist,
    readers: `you and ${setting.therapist}`,
    policy,
    jurisdiction,
  })
  const body: EntryBody<'consent'> = {
    kind: 'consent',
    at: now(),
    version: shown.version,
    text: hashText(consentText(shown)),
    setting: settingHash,
    language: 'en',
    ofAge: true,
  }
  await phone.append('private', body)
}

/** Shows the partner's own results of every element but the last. */
const release = async (phone: PartnerVault): Promise<void> => {
  const seats = phone.state.people.map(one => one.seat)
  const answers = phone.state.sheets[phone.seat]?.answers ?? {}
  const elements: EntryBody<'release'>['elements'] = {}
  for (const element of model.elements.slice(0, -1)) {
    const { score } = scoreElement(element, { seat: phone.seat, answers }, seats)
    elements[element.id as ElementId] = score
  }
  await phone.append('shared', { kind: 'release', at: now(), elements, meaning: null })
}

/** The therapist met each alone, confirmed the sheets, looked at the screens, and opened what the couple see together. */
const openTogether = async (made: OpenCase): Promise<void> => {
  for (const { seat } of made.seats) {
    await made.append('record', { kind: 'met-alone', at: now(), seat, met: true })
    await made.append('record', {
      kind: 'sheet-confirmed',
      at: now(),
      seat,
      circumstances: 'alone',
      words: '',
    })
  }
  for (const { drop } of made.state.safety)
    await made.append('safety', { kind: 'safety-opened', at: now(), drop })
  await made.append('shared', { kind: 'joint-opened', at: now(), open: true })
  await made.refresh()
}
