import type { ClimateRow } from '../../core/assessment/climate-row.ts'
import { ORDER_WEIGHS_TO } from '../../core/assessment/thresholds.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { sayPhrase } from './say-phrase.ts'

/**
 * What a row of the climate says. For mistrust, selfishness and manipulation "low" would read as its contrary, so there
 * it says for whom it weighs.
 */
export const sayClimate = (row: ClimateRow, text: BlueprintText): string => {
  const { t, names } = text
  const { id } = row.phrase
  if (id === 'unanswered' || id === 'too-few') return sayPhrase(row, text)
  if (row.group === 'order') {
    const weighs = row.partners.filter(({ score }) => score !== null && score <= ORDER_WEIGHS_TO)
    const silent = row.partners.filter(({ score }) => score === null).map(({ seat }) => seat)
    return [
      weighs.length
        ? t('blueprint.climate.weighs', { names: names(weighs.map(({ seat }) => seat)) })
        : t('blueprint.climate.light'),
      ...(silent.length ? [t('blueprint.phrase.missing', { names: names(silent) })] : []),
    ].join(', ')
  }
  if (id === 'one-person') return ''
  return id === 'one-person-low' ? t('blueprint.climate.low') : sayPhrase(row, text)
}
