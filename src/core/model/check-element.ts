import type { Issue } from './checked.ts'
import { complainAt, type Placed, partsOf } from './placed.ts'
import type { Element, Item } from './schema.ts'

const checkItem = (element: string, at: Placed<Item>): Issue[] => {
  const { id, facet, text } = at.value
  const issues: Issue[] = []
  if (!new RegExp(`^${element}\\.${facet}\\.[12]$`).test(id)) {
    const cause = `the id \`${id}\` does not say its element and facet`
    issues.push(complainAt(at, 'item-id', cause, `write ${element}.${facet}.1 or .2`, ['id']))
  }
  for (const language of ['en', 'fr'] as const) {
    const named = text[language].includes('{name}')
    const place = ['text', language]
    if (facet === 'other' && !named) {
      const cause = 'an item about another person does not name them'
      issues.push(complainAt(at, 'name', cause, 'write {name} where the name stands', place))
    }
    if (facet !== 'other' && named) {
      const cause = `an item about \`${facet}\` names another person`
      issues.push(complainAt(at, 'name', cause, 'take {name} out, or make it an `other` item', place))
    }
  }
  return issues
}

/** An element asks the same three ways as every other: two items each about self, other and us, two or more reversed. */
export function checkElement(element: Placed<Element>): Issue[] {
  const { id, items } = element.value
  const issues: Issue[] = []
  for (const facet of ['self', 'other', 'us']) {
    const count = items.filter(item => item.facet === facet).length
    if (count !== 2)
      issues.push(
        complainAt(element, 'facets', `${count} items are about \`${facet}\``, 'write exactly two', [
          'items',
        ]),
      )
  }
  const reversed = items.filter(item => item.reversed).length
  if (reversed < 2) {
    const mend = 'turn the sense of at least two'
    issues.push(complainAt(element, 'reversed', `${reversed} items are reversed`, mend, ['items']))
  }
  return [...issues, ...partsOf(element, 'items', items).flatMap(item => checkItem(id, item))]
}
