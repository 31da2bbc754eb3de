import type { Issue } from './checked.ts'
import type { OpenedModel } from './open-model.ts'
import { complainAt, folderPlace } from './placed.ts'
import { ElementIdSchema, SecretsPolicySchema } from './schema.ts'

/** The three areas that make the order of work matter (model, section 3). */
const ORDER = ['mistrust', 'selfishness', 'manipulation']

/** What the model can't be without: seven elements, eight areas of climate and three of order, three policies. */
export function checkMissing({ elements, climate, policies, whole }: OpenedModel): Issue[] {
  const absent = (folder: string, ids: readonly string[], things: { value: { id: string } }[], note = '') =>
    ids
      .filter(id => !things.some(thing => thing.value.id === id))
      .map(id => {
        const mend = `write model/${folder}/${id}.yaml${note}`
        return complainAt(folderPlace(folder), 'missing-part', `\`${id}\` is missing`, mend)
      })
  const issues: Issue[] = []
  if (whole.has('elements')) issues.push(...absent('elements', ElementIdSchema.options, elements))
  if (whole.has('policies'))
    issues.push(...absent('policies', SecretsPolicySchema.shape.id.options, policies))
  if (whole.has('climate')) {
    const order = climate.filter(area => area.value.group === 'order')
    issues.push(...absent('climate', ORDER, order, ' with group: order'))
    const count = climate.length - order.length
    if (count !== 8) {
      const cause = `${count} areas are in the group \`climate\``
      issues.push(complainAt(folderPlace('climate'), 'climate-count', cause, 'keep eight'))
    }
  }
  for (const [index, area] of climate.entries()) {
    const { place } = area.value
    if (!climate.slice(0, index).some(earlier => earlier.value.place === place)) continue
    const cause = `another area already has place ${place}`
    issues.push(complainAt(area, 'place-twice', cause, 'give each area a place of its own', ['place']))
  }
  return issues
}
