import { scoreElement } from '../core/assessment/score-element.ts'
import type { AnswerValue, EntryBody } from '../core/case/entry-kind.ts'
import type { ElementId, PartnerModel } from '../core/model/schema.ts'
import { consentText, fillConsent } from '../features/intake/consent-text.ts'
import { emptySafetyAnswers } from '../features/intake/safety-answers.ts'
import { hashText } from '../vault/hash-text.ts'
import type { PartnerVault } from '../vault/partner-vault.types.ts'

const instrument = 'intake@1'
const now = (): string => new Date().toISOString()

/** What a partner does on their pages, done by the same client code without a page. */
export const demoPartner = (model: PartnerModel, phone: PartnerVault) => ({
  async consent(): Promise<void> {
    const { setting, settingHash } = phone.state
    const policy = model.policies.find(one => one.id === setting?.policy)
    const jurisdiction = model.jurisdictions.find(one => one.id === setting?.jurisdiction)
    if (!setting || !settingHash || !policy || !jurisdiction)
      throw new Error('The setting comes with the link')
    const { therapist } = setting
    const filling = { therapist, readers: `you and ${therapist}`, policy, jurisdiction }
    const shown = fillConsent(model.consent, 'en', filling)
    await phone.append('private', {
      kind: 'consent',
      at: now(),
      version: shown.version,
      text: hashText(consentText(shown)),
      setting: settingHash,
      language: 'en',
      ofAge: true,
    })
  },

  answer: (item: string, value: AnswerValue): Promise<void> =>
    phone.append('private', { kind: 'answer', at: now(), instrument, item, value }),

  /** Sends the safety screen and ends the intake. Without `given`, the first choice of every question: nothing to say. */
  async finish(given: Record<string, string> = {}): Promise<void> {
    const answers = emptySafetyAnswers(model.safety.questions)
    for (const { id, choices } of model.safety.questions) answers[id] = choices[0]?.id ?? null
    await phone.dropSafety({ ...answers, ...given })
    await phone.append('private', { kind: 'finished', at: now(), instrument })
    await phone.refresh()
    if (phone.sync !== 'sent') throw new Error('The partner could not reach the server')
  },

  /** Shows one's own places on some elements, and nothing else. */
  async release(shown: readonly ElementId[]): Promise<void> {
    const seats = phone.state.people.map(one => one.seat)
    const answers = phone.state.sheets[phone.seat]?.answers ?? {}
    const elements: EntryBody<'release'>['elements'] = {}
    for (const element of model.elements.filter(({ id }) => shown.includes(id)))
      elements[element.id] = scoreElement(element, { seat: phone.seat, answers }, seats).score
    await phone.append('shared', { kind: 'release', at: now(), elements, meaning: null })
    await phone.refresh()
  },
})
