import type { SheetState } from '../../core/case/case-state.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import type { Facet, PartnerModel, Text } from '../../core/model/schema.ts'
import type { IntakeStep, Subject } from './intake-step.ts'

/** How the other is called where the case names nobody: one person alone, whose partner does not come. */
export type Unnamed = Text

const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)

/** The item's words with the other's name in place of `{name}`. */
const fillName = (text: Text, name: Text): Text => ({
  en: capital(text.en.replaceAll('{name}', name.en)),
  fr: capital(text.fr.replaceAll('{name}', name.fr)),
})

const joined = (names: Text[]): Text => ({
  en: new Intl.ListFormat('en').format(names.map(name => name.en)),
  fr: new Intl.ListFormat('fr').format(names.map(name => name.fr)),
})

/**
 * Every question that one person is asked, in order: what "more intimate" means, the climate, the seven elements. With
 * three or more people, items about another are asked once for each and kept under `ITEM_ID@SEAT`; with two, or alone,
 * under the item's id.
 */
export function listSteps(
  model: Pick<PartnerModel, 'climate' | 'elements'>,
  people: Person[],
  seat: string,
  unnamed: Unnamed,
): IntakeStep[] {
  const others = people.filter(person => person.seat !== seat)
  const asked = others.length ? others : [{ seat: '', label: null }]
  const nameOf = (label: string | null): Text => (label === null ? unnamed : { en: label, fr: label })
  const everyone = joined(asked.map(other => nameOf(other.label)))
  const together: Subject = { of: 'us', labels: asked.map(other => other.label) }

  const climate = model.climate.map(
    (area): IntakeStep => ({
      kind: 'scale',
      key: area.item.id,
      text: fillName(area.item.text, everyone),
      section: 'climate',
      about: together,
    }),
  )
  const elements = model.elements.flatMap(element => {
    const of = (facet: Facet) => element.items.filter(item => item.facet === facet)
    const section = element.id
    return [
      ...of('self').map(
        ({ id, text }): IntakeStep => ({
          kind: 'scale',
          key: id,
          text: fillName(text, everyone),
          section,
          about: { of: 'self' },
        }),
      ),
      ...asked.flatMap(other =>
        of('other').map(
          ({ id, text }): IntakeStep => ({
            kind: 'scale',
            key: others.length > 1 ? `${id}@${other.seat}` : id,
            text: fillName(text, nameOf(other.label)),
            section,
            about: { of: 'other', label: other.label },
          }),
        ),
      ),
      ...of('us').map(
        ({ id, text }): IntakeStep => ({
          kind: 'scale',
          key: id,
          text: fillName(text, everyone),
          section,
          about: together,
        }),
      ),
    ]
  })
  return [
    { kind: 'choice', key: 'meaning', about: { of: 'meaning' } },
    { kind: 'words', key: 'meaning.words', about: { of: 'meaning' } },
    ...climate,
    ...elements,
  ]
}

/** Where a person is in the intake. */
export type Place =
  | { at: 'left' }
  | { at: 'consent' }
  | { at: 'paused' }
  | { at: 'safety' }
  | { at: 'end' }
  | { at: 'question'; step: IntakeStep; done: number; total: number }

/**
 * Where to go on. A question left out on purpose counts as answered. The safety screen comes once everything else was
 * asked, and until the intake is finished it comes again: nothing on this device says whether it was begun.
 */
export function findPlace(steps: IntakeStep[], sheet: SheetState): Place {
  if (sheet.left) return { at: 'left' }
  if (!sheet.consent || sheet.consent.setting !== sheet.settingHash) return { at: 'consent' }
  if (sheet.paused) return { at: 'paused' }
  if (sheet.finishedAt) return { at: 'end' }
  const open = steps.filter(step => !Object.hasOwn(sheet.answers, step.key))
  const [next] = open
  if (!next) return { at: 'safety' }
  return { at: 'question', step: next, done: steps.length - open.length, total: steps.length }
}

/** Answers given before a PIN is asked for: enough that losing them would hurt, few enough that it comes early. */
const ANSWERS_BEFORE_PIN = 6

/** Answers given after a PIN was put off until it is asked for again: without one, whoever holds the phone could set it. */
const ANSWERS_UNTIL_ASKED_AGAIN = 16

/** How many answers were given at a place; at the end of the questions, all. */
export const answersGiven = (place: Place): number => (place.at === 'question' ? place.done : Infinity)

/** Whether now is the moment to ask for a PIN. `putOffAt`: how many answers there were when it was last put off. */
export const isPinDue = (place: Place, hasPin: boolean, putOffAt: number | null): boolean =>
  !hasPin &&
  (place.at === 'question'
    ? place.done >= (putOffAt === null ? ANSWERS_BEFORE_PIN : putOffAt + ANSWERS_UNTIL_ASKED_AGAIN)
    : putOffAt === null && (place.at === 'safety' || place.at === 'end'))
