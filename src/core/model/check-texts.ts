import type { Issue } from './checked.ts'
import { findGendered } from './gendered-words.ts'
import type { OpenedModel } from './open-model.ts'
import { complainAt, type Placed, partOf, partsOf, textsIn } from './placed.ts'
import { easeFrench, gradeEnglish, HIGHEST_GRADE, LOWEST_EASE } from './reading-grade.ts'
import type { Text } from './schema.ts'

/** What the page fills into a consent; a consent without one of them would say nothing of it. */
const CONSENT_SLOTS = ['{readers}', '{policy}', '{limits}', '{age}']

const slotsIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ')

/** A question that anybody must be able to read: the English grade and the French ease. */
const checkReading = (text: Placed<Text>): Issue[] => {
  const grade = gradeEnglish(text.value.en)
  const ease = easeFrench(text.value.fr)
  const mend = `use shorter words and sentences, `
  const issues: Issue[] = []
  if (grade > HIGHEST_GRADE) {
    const cause = `it reads at school grade ${grade.toFixed(1)}`
    issues.push(complainAt(text, 'hard-to-read', cause, `${mend}grade ${HIGHEST_GRADE} or lower`, ['en']))
  }
  if (ease < LOWEST_EASE) {
    const cause = `its reading ease is ${ease.toFixed(0)} (Kandel and Moles)`
    issues.push(complainAt(text, 'hard-to-read', cause, `${mend}ease ${LOWEST_EASE} or higher`, ['fr']))
  }
  return issues
}

/** Words that fit every body, gender and orientation. */
const checkInclusive = (text: Placed<Text>, isItem: boolean): Issue[] =>
  (['en', 'fr'] as const).flatMap(language => {
    const found = findGendered(text.value[language], language, isItem)
    if (!found) return []
    return [
      complainAt(text, 'gendered', `the words "${found.words}" suppose somebody’s sex`, found.mend, [
        language,
      ]),
    ]
  })

/** The same slots in both languages: a name or a policy left out of one would be left out for half the readers. */
const checkSlots = (text: Placed<Text>): Issue[] => {
  if (slotsIn(text.value.en) === slotsIn(text.value.fr)) return []
  const cause = 'the two languages do not hold the same words in braces'
  return [complainAt(text, 'slots', cause, 'write the same {words} in both', ['fr'])]
}

/** What holds for every file: no exclamation marks, and a citation wherever an idea is said to come from a source. */
const checkEverywhere = (whole: Placed<unknown>): Issue[] => {
  const { value } = whole
  if (typeof value === 'string') {
    if (!value.includes('!')) return []
    return [complainAt(whole, 'exclamation', 'it holds an exclamation mark', 'end it with a full stop')]
  }
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => checkEverywhere(partOf(whole, [key], part)))
  if (!('origin' in value) || value.origin !== 'source' || ('source' in value && value.source)) return inside
  const cause = 'its origin is `source` and nothing is cited'
  return [complainAt(whole, 'no-citation', cause, 'add `source:` with the citation', ['origin']), ...inside]
}

/** The rules of wording (model, section 5): readable, inclusive, calm, cited, and the same in both languages. */
export function checkTexts({ elements, climate, files, opened }: OpenedModel): Issue[] {
  const { safety, sexual, meaning, consent } = files
  const items = [
    ...elements.flatMap(element => partsOf(element, 'items', element.value.items)),
    ...climate.map(area => partOf(area, ['item'], area.value.item)),
  ]
  const screen = safety ? partsOf(safety, 'questions', safety.value.questions) : []
  const heard: Placed<unknown>[] = [
    ...elements.map(element => partOf(element, ['interview'], element.value.interview)),
    ...climate.map(area => partOf(area, ['voice'], area.value.voice)),
    ...screen,
    ...[sexual, meaning, consent].flatMap(file => (file ? [file as Placed<unknown>] : [])),
  ]
  const missingSlots = consent
    ? CONSENT_SLOTS.filter(slot => !consent.value.points.some(point => point.text.en.includes(slot)))
    : []
  return [
    ...[...items, ...screen].flatMap(question =>
      checkReading(partOf(question, ['text'], question.value.text)),
    ),
    ...(meaning ? checkReading(partOf(meaning, ['question'], meaning.value.question)) : []),
    ...items.flatMap(textsIn).flatMap(text => checkInclusive(text, true)),
    ...heard.flatMap(textsIn).flatMap(text => checkInclusive(text, false)),
    ...opened.flatMap(file => {
      const whole = { value: file.data, file, keys: [] }
      return [
        ...textsIn(whole)
          .filter(text => typeof text.value.en === 'string' && typeof text.value.fr === 'string')
          .flatMap(checkSlots),
        ...checkEverywhere(whole),
      ]
    }),
    ...missingSlots.flatMap(slot =>
      consent
        ? [
            complainAt(consent, 'consent-slot', `no point holds ${slot}`, 'say it in one of the points', [
              'points',
            ]),
          ]
        : [],
    ),
  ]
}
