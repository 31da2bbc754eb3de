import type { Issue } from './checked.ts'
import { findGendered } from './gendered-words.ts'
import type { Keys, OpenedFile } from './model-file.ts'
import { easeFrench, gradeEnglish, HIGHEST_GRADE, LOWEST_EASE } from './reading-grade.ts'
import { type ClimateArea, type Element, ElementIdSchema, type Text } from './schema.ts'

/** A value together with the file and the place it was read from, so that a rule can point at it. */
export interface Placed<T> {
  value: T
  file: OpenedFile
  keys: Keys
}

/** A placed part of a placed value. */
export const partOf = <T>(whole: Placed<unknown>, keys: Keys, value: T): Placed<T> => ({
  value,
  file: whole.file,
  keys: [...whole.keys, ...keys],
})

const complain = (at: Placed<unknown>, code: string, cause: string, mend: string, keys: Keys = []): Issue =>
  at.file.complain(`model.${code}`, [...at.keys, ...keys], cause, mend)

/** Ids are the memory of the data: one id, one thing. The second holder of an id is the one that is refused. */
export function checkUnique(things: Placed<{ id: string }>[]): Issue[] {
  const first = new Map<string, Placed<{ id: string }>>()
  return things.flatMap(thing => {
    const earlier = first.get(thing.value.id)
    if (!earlier) {
      first.set(thing.value.id, thing)
      return []
    }
    const cause = `the id \`${thing.value.id}\` is already used in ${earlier.file.path}`
    return [complain(thing, 'id-twice', cause, 'give this one an id of its own', ['id'])]
  })
}

/** A file is named after the id of what it holds, so that an id can be found by looking. */
export function checkFileName(thing: Placed<{ id: string }>): Issue[] {
  const expected = `${thing.value.id}.yaml`
  if (thing.file.path.endsWith(`/${expected}`)) return []
  const cause = `the file is not named after its id \`${thing.value.id}\``
  return [complain(thing, 'file-name', cause, `rename the file to ${expected}, or mend the id`, ['id'])]
}

/** An element asks the same three ways as every other: two items each about self, other and us, two or more reversed. */
export function checkElement(element: Placed<Element>): Issue[] {
  const { id, items } = element.value
  const issues: Issue[] = []
  for (const facet of ['self', 'other', 'us'] as const) {
    const count = items.filter(item => item.facet === facet).length
    if (count !== 2)
      issues.push(
        complain(element, 'facets', `${count} items are about \`${facet}\``, `write exactly two`, ['items']),
      )
  }
  const reversed = items.filter(item => item.reversed).length
  if (reversed < 2)
    issues.push(
      complain(element, 'reversed', `${reversed} items are reversed`, 'turn the sense of at least two', [
        'items',
      ]),
    )
  for (const [index, item] of items.entries()) {
    const at = partOf(element, ['items', index], item)
    if (!new RegExp(`^${id}\\.${item.facet}\\.[12]$`).test(item.id))
      issues.push(
        complain(
          at,
          'item-id',
          `the id \`${item.id}\` does not say its element and facet`,
          `write ${id}.${item.facet}.1 or .2`,
          ['id'],
        ),
      )
    for (const language of ['en', 'fr'] as const) {
      const named = item.text[language].includes('{name}')
      if (item.facet === 'other' && !named)
        issues.push(
          complain(
            at,
            'name',
            'an item about another person does not name them',
            'write {name} where the name stands',
            ['text', language],
          ),
        )
      if (item.facet !== 'other' && named)
        issues.push(
          complain(
            at,
            'name',
            `an item about \`${item.facet}\` names another person`,
            'take {name} out, or make it an `other` item',
            ['text', language],
          ),
        )
    }
  }
  return issues
}

/** Every element is there. */
export function checkElements(elements: Placed<Element>[], folder: Placed<unknown>): Issue[] {
  return ElementIdSchema.options
    .filter(id => !elements.some(element => element.value.id === id))
    .map(id =>
      complain(
        folder,
        'element-missing',
        `the element \`${id}\` is missing`,
        `write model/elements/${id}.yaml`,
      ),
    )
}

/** Eight areas of climate, and the three that make the order of work matter; each item is named after its area. */
export function checkClimate(areas: Placed<ClimateArea>[], folder: Placed<unknown>): Issue[] {
  const issues: Issue[] = []
  const count = areas.filter(area => area.value.group === 'climate').length
  if (count !== 8)
    issues.push(
      complain(folder, 'climate-count', `${count} areas are in the group \`climate\``, 'keep eight'),
    )
  const order = areas.filter(area => area.value.group === 'order').map(area => area.value.id)
  for (const id of ['mistrust', 'selfishness', 'manipulation'])
    if (!order.includes(id))
      issues.push(
        complain(
          folder,
          'order-missing',
          `\`${id}\` is missing from the group \`order\``,
          `write model/climate/${id}.yaml with group: order`,
        ),
      )
  for (const area of areas) {
    if (area.value.item.id !== `climate.${area.value.id}`)
      issues.push(
        complain(area, 'item-id', `the item’s id is not its area’s`, `write climate.${area.value.id}`, [
          'item',
          'id',
        ]),
      )
    for (const language of ['en', 'fr'] as const)
      if (area.value.item.text[language].includes('{name}'))
        issues.push(
          complain(area, 'name', 'a climate item names a person', 'ask about me or about us', [
            'item',
            'text',
            language,
          ]),
        )
  }
  return issues
}

/** A question that anybody must be able to read: the English grade and the French ease. */
export function checkReading(text: Placed<Text>): Issue[] {
  const grade = gradeEnglish(text.value.en)
  const ease = easeFrench(text.value.fr)
  const issues: Issue[] = []
  if (grade > HIGHEST_GRADE)
    issues.push(
      complain(
        text,
        'hard-to-read',
        `it reads at school grade ${grade.toFixed(1)}`,
        `use shorter words and sentences, grade ${HIGHEST_GRADE} or lower`,
        ['en'],
      ),
    )
  if (ease < LOWEST_EASE)
    issues.push(
      complain(
        text,
        'hard-to-read',
        `its reading ease is ${ease.toFixed(0)} (Kandel and Moles)`,
        `use shorter words and sentences, ease ${LOWEST_EASE} or higher`,
        ['fr'],
      ),
    )
  return issues
}

/** Words that fit every body, gender and orientation. */
export function checkInclusive(text: Placed<Text>, isItem: boolean): Issue[] {
  return (['en', 'fr'] as const).flatMap(language => {
    const found = findGendered(text.value[language], language, isItem)
    if (!found) return []
    return [
      complain(text, 'gendered', `the words "${found.words}" suppose somebody’s sex`, found.mend, [language]),
    ]
  })
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && 'fr' in value

/** Every text in both languages that stands anywhere inside a placed value. */
export function textsIn(whole: Placed<unknown>): Placed<Text>[] {
  if (isText(whole.value)) return [whole as Placed<Text>]
  if (typeof whole.value !== 'object' || whole.value === null) return []
  return Object.entries(whole.value).flatMap(([key, value]) => textsIn(partOf(whole, [key], value)))
}

/** What holds for every file: no exclamation marks, and a citation wherever an idea is said to come from a source. */
export function checkEverywhere(whole: Placed<unknown>): Issue[] {
  const { value } = whole
  if (typeof value === 'string')
    return value.includes('!') && !/^https?:/.test(value)
      ? [complain(whole, 'exclamation', 'it holds an exclamation mark', 'end it with a full stop')]
      : []
  if (typeof value !== 'object' || value === null) return []
  const uncited =
    'origin' in value && value.origin === 'source' && !('source' in value && value.source)
      ? [
          complain(
            whole,
            'no-citation',
            'its origin is `source` and nothing is cited',
            'add `source:` with the citation',
            ['origin'],
          ),
        ]
      : []
  return [
    ...uncited,
    ...Object.entries(value).flatMap(([key, part]) => checkEverywhere(partOf(whole, [key], part))),
  ]
}
