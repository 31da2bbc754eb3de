import type { ClimateRow } from '../../core/assessment/climate-row.ts'
import type { ClimateArea } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { sayClimate } from './say-climate.ts'
import { ScaleLine } from './scale-line.tsx'

interface Props {
  rows: ClimateRow[]
  areas: ClimateArea[]
  text: BlueprintText
}

const Rows = ({ rows, areas, text }: Props) => (
  <ul className="bp-climate">
    {rows.map(row => {
      const area = areas.find(({ id }) => id === row.id)
      return (
        <li key={row.id}>
          <span>{area ? text.words(area.name) : row.id}</span>
          <ScaleLine
            places={row.partners.flatMap(({ score }, person) => (score === null ? [] : [{ person, score }]))}
            small
          />
          <span className="bp-soft">{sayClimate(row, text)}</span>
        </li>
      )
    })}
  </ul>
)

/** The climate in small: one answer each. What was asked of each alone (mistrust, selfishness, manipulation) stands apart. */
export const Climate = ({ rows, areas, text }: Props) => (
  <section className="bp-climates">
    <h2>{text.t('blueprint.climate.title')}</h2>
    <p className="bp-soft">{text.t('blueprint.climate.hint')}</p>
    <Rows rows={rows.filter(({ group }) => group === 'climate')} areas={areas} text={text} />
    <h3>
      {text.t(rows[0]?.partners.length === 1 ? 'blueprint.climate.order-one' : 'blueprint.climate.order')}
    </h3>
    <Rows rows={rows.filter(({ group }) => group === 'order')} areas={areas} text={text} />
  </section>
)
