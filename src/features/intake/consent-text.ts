import type { Consent, Jurisdiction, PartnerModel } from '../../core/model/schema.ts'

export type Language = 'en' | 'fr'

/** What stands in the places of the consent's text. */
export interface ConsentFilling {
  therapist: string
  /** Readers as one phrase, "you and Dr Roy". */
  readers: string
  policy: Pick<PartnerModel['policies'][number], 'name' | 'partner'>
  jurisdiction: Jurisdiction
}

/** The consent as one person is shown it: what they read is what they sign. */
export interface ShownConsent {
  version: string
  title: string
  points: string[]
  agree: string
}

/** Fills the versioned text with this case's readers, policy, age and legal limits. */
export function fillConsent(consent: Consent, language: Language, filling: ConsentFilling): ShownConsent {
  const places: Record<string, string> = {
    therapist: filling.therapist,
    readers: filling.readers,
    policy: filling.policy.partner[language],
    limits: [...filling.jurisdiction.limits, ...(filling.jurisdiction.checked ? [] : [consent.unreviewed])]
      .map(sentence => sentence[language])
      .join(' '),
    age: String(filling.jurisdiction.adultAge),
    jurisdiction: filling.jurisdiction.name[language],
  }
  const fill = (text: string) =>
    text.replace(/\{([a-z]+)\}/g, (whole, place: string) => places[place] ?? whole)
  return {
    version: consent.version,
    title: fill(consent.title[language]),
    points: consent.points.map(point => fill(point.text[language])),
    agree: fill(consent.agree[language]),
  }
}

/** The exact text that is hashed into the signed consent: version, title, points and agreement, one paragraph each. */
export const consentText = (shown: ShownConsent): string =>
  [shown.version, shown.title, ...shown.points, shown.agree].join('\n\n')
