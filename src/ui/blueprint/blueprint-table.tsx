import type { Blueprint } from '../../core/assessment/blueprint.ts'
import type { ElementScore } from '../../core/assessment/score-element.ts'
import type { Model } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { sayClimate } from './say-climate.ts'
import { sayPhrase } from './say-phrase.ts'
import { sayPlace } from './say-place.ts'

interface Props {
  model: Pick<Model, 'elements' | 'scale' | 'climate'>
  blueprint: Blueprint
  text: BlueprintText
}

const describe = (score: ElementScore, { model, text }: Props): string[] => {
  const { t, name } = text
  const place = (value: number | null) => sayPlace(value, model.scale, text)
  return [
    ...(score.previous === null ? [] : [t('blueprint.table.earlier', { place: place(score.previous) })]),
    t('blueprint.table.answered', { answered: score.answered, of: score.of }),
    ...(score.answered === 0
      ? []
      : [
          t('blueprint.table.self', { place: place(score.self) }),
          ...(score.about.length
            ? score.about.map(({ seat, score: seen }) =>
                t('blueprint.table.about', { name: name(seat), place: place(seen) }),
              )
            : [t('blueprint.table.other', { place: place(score.other) })]),
          t('blueprint.table.us', { place: place(score.us) }),
        ]),
  ]
}

/** The picture's facts in words, for whoever reads with ears or prefers a table. */
export const BlueprintTable = (props: Props) => {
  const { model, blueprint, text } = props
  return (
    <details className="bp-table">
      <summary>{text.t('blueprint.table.open')}</summary>
      <div className="bp-scroll" tabIndex={0} role="region" aria-label={text.t('blueprint.table.open')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.t('blueprint.table.element')}</th>
              {blueprint.seats.map(seat => (
                <th key={seat} scope="col">
                  {text.name(seat)}
                </th>
              ))}
              <th scope="col">{text.t('blueprint.table.together')}</th>
            </tr>
          </thead>
          <tbody>
            {blueprint.elements.map(row => {
              const element = model.elements.find(({ id }) => id === row.id)
              return (
                <tr key={row.id}>
                  <th scope="row">{element ? text.words(element.name) : row.id}</th>
                  {row.partners.map(score => (
                    <td key={score.seat}>
                      {sayPlace(score.score, model.scale, text)}
                      <ul>
                        {describe(score, props).map(line => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    </td>
                  ))}
                  <td>{sayPhrase(row, text)}</td>
                </tr>
              )
            })}
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={blueprint.seats.length + 2}>
                {text.t('blueprint.table.climate')}
              </th>
            </tr>
            {blueprint.climate.map(row => {
              const item = model.climate.find(({ id }) => id === row.id)?.item
              return (
                <tr key={row.id}>
                  <th scope="row">{item ? text.words(item.text) : row.id}</th>
                  {row.partners.map(({ seat, score }) => (
                    // As it was answered: the words of a reversed item are not those of its score.
                    <td key={seat}>
                      {sayPlace(score !== null && item?.reversed ? 100 - score : score, model.scale, text)}
                    </td>
                  ))}
                  <td>{sayClimate(row, text)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {blueprint.elements.every(row => row.partners.every(({ band }) => band === null)) ? (
        <p className="bp-soft">{text.t('blueprint.table.band')}</p>
      ) : null}
    </details>
  )
}
