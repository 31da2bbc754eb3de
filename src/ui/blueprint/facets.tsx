import type { ElementRow } from '../../core/assessment/element-row.ts'
import { seenApart } from '../../core/assessment/row-reasons.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { type Place, ScaleLine } from './scale-line.tsx'

/** One line of the facets: what it is about, and where each person who answered places it. */
interface FacetLine {
  about: string
  places: Place[]
}

const placed = (scores: (number | null)[]): Place[] =>
  scores.flatMap((score, person) => (score === null ? [] : [{ person, score }]))

const facetLines = ({ partners }: ElementRow, { t, name }: BlueprintText): FacetLine[] => {
  const us = placed(partners.map(({ us }) => us))
  const [only] = partners
  if (partners.length === 1 && only)
    return [
      { about: t('blueprint.facets.about', { name: name(only.seat) }), places: placed([only.self]) },
      { about: t('blueprint.facets.other'), places: placed([only.other]) },
      { about: t('blueprint.facets.us-alone'), places: us },
    ]
  return [
    ...partners.map(of => ({
      about: t('blueprint.facets.about', { name: name(of.seat) }),
      places: placed(
        partners.map(by =>
          by.seat === of.seat ? of.self : (by.about.find(({ seat }) => seat === of.seat)?.score ?? null),
        ),
      ),
    })),
    { about: t('blueprint.facets.us'), places: us },
  ]
}

/**
 * How each sees the other beside how the other sees themselves: quiet until opened, and where the two are far apart the
 * quiet line says so itself. Nothing is drawn where no facet is known.
 */
export const Facets = ({ row, text }: { row: ElementRow; text: BlueprintText }) => {
  const { t, name } = text
  const lines = facetLines(row, text)
  const far = seenApart(row)
  if (lines.every(({ places }) => places.length === 0)) return null
  const summary = far
    ? t(`blueprint.facets.seen-${far.lower ? 'lower' : 'higher'}`, { by: name(far.by), of: name(far.of) })
    : t(row.partners.length === 1 ? 'blueprint.facets.open-alone' : 'blueprint.facets.open')
  return (
    <details className={`bp-facets${far ? ' bp-told' : ''}`}>
      <summary>{summary}</summary>
      <dl>
        {lines.map(({ about, places }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{places.length ? <ScaleLine places={places} small /> : t('blueprint.place.unknown')}</dd>
          </div>
        ))}
      </dl>
      <p>{t('blueprint.facets.hint')}</p>
    </details>
  )
}
