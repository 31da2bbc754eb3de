import type { Reason } from '../../core/assessment/reason.ts'
import type { Model } from '../../core/model/schema.ts'
import { type BlueprintText, inSentence } from './blueprint-text.ts'

/** A reason in one sentence; page, print and command line say the same. */
export const sayReason = (reason: Reason, model: Pick<Model, 'climate'>, text: BlueprintText): string => {
  const { t, name, names, words } = text
  const area = (id: string) => {
    const found = model.climate.find(climate => climate.id === id)
    return found ? words(found.name) : id
  }
  switch (reason.id) {
    case 'order-question':
      return t('blueprint.reason.order-question', {
        names: names(reason.seats),
        area: inSentence(area(reason.area)),
      })
    case 'low':
      return t('blueprint.reason.low', { names: names(reason.seats) })
    case 'apart': {
      const [low, high] = reason.seats
      const key = `blueprint.reason.${reason.far ? 'far' : 'apart'}${reason.widest ? '-widest' : ''}` as const
      return t(key, { low: name(low), high: name(high) })
    }
    case 'seen-apart':
      return t(`blueprint.facets.seen-${reason.lower ? 'lower' : 'higher'}`, {
        by: name(reason.by),
        of: name(reason.of),
      })
    case 'one-person':
      return t('blueprint.reason.one-person', { name: name(reason.seat) })
    case 'not-enough':
      return t('blueprint.reason.not-enough', { names: names(reason.seats) })
    case 'order-weighs':
      return t('blueprint.reason.order-weighs', { names: names(reason.seats), area: area(reason.area) })
    case 'order-unasked':
      return t('blueprint.reason.order-unasked', { names: names(reason.seats) })
    case 'climate-low':
    case 'climate-apart':
      return t(`blueprint.reason.${reason.id}`, { area: area(reason.area) })
    default:
      return t(`blueprint.reason.${reason.id}`)
  }
}
