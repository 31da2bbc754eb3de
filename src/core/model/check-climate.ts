import type { Issue } from './checked.ts'
import { complainAt, type Placed } from './placed.ts'
import type { ClimateArea } from './schema.ts'

/** A climate item is named after its area, and asks about oneself or about us: it has nobody's name in it. */
export function checkClimateArea(area: Placed<ClimateArea>): Issue[] {
  const { id, item } = area.value
  const issues: Issue[] = []
  if (item.id !== `climate.${id}`) {
    const cause = 'the item’s id is not its area’s'
    issues.push(complainAt(area, 'item-id', cause, `write climate.${id}`, ['item', 'id']))
  }
  for (const language of ['en', 'fr'] as const)
    if (item.text[language].includes('{name}')) {
      const place = ['item', 'text', language]
      issues.push(
        complainAt(area, 'name', 'a climate item names a person', 'ask about me or about us', place),
      )
    }
  return issues
}
