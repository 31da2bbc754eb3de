import type { RowPhrase } from '../../core/assessment/row-phrase.ts'
import type { BlueprintText } from './blueprint-text.ts'

/** What a row says in words. Among three or more, whoever is not in it is named; nobody is waited for where one person takes part. */
export const sayPhrase = (
  { phrase, partners }: { phrase: RowPhrase; partners: { seat: string; score: number | null }[] },
  { t, names }: BlueprintText,
): string => {
  if (partners.length === 1 && phrase.id === 'one-person') return t('blueprint.phrase.alone')
  if (partners.length === 1 && phrase.id === 'one-person-low') return t('blueprint.phrase.alone-low')
  const missing = partners.filter(({ score }) => score === null).map(({ seat }) => seat)
  const words = t(`blueprint.phrase.${phrase.id}`)
  if (missing.length === 0 || !/^(close|apart|far)/.test(phrase.id)) return words
  return `${words}, ${t('blueprint.phrase.missing', { names: names(missing) })}`
}
