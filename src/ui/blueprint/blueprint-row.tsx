import type { ElementRow } from '../../core/assessment/element-row.ts'
import type { Element } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { Facets } from './facets.tsx'
import { sayPhrase } from './say-phrase.ts'
import { ScaleLine } from './scale-line.tsx'

interface Props {
  row: ElementRow
  element: Pick<Element, 'name' | 'line'>
  text: BlueprintText
}

/** One element: its name and line, the picture, the phrase; under it how each sees the other. */
export const BlueprintRow = ({ row, element, text }: Props) => (
  <li className="bp-row">
    <div className="bp-name">
      <h3>{text.words(element.name)}</h3>
      <p>{text.words(element.line)}</p>
    </div>
    <ScaleLine
      places={row.partners.flatMap(({ score, previous, band }, person) =>
        score === null ? [] : [{ person, score, previous, band }],
      )}
    />
    <p className="bp-phrase">{sayPhrase(row, text)}</p>
    <Facets row={row} text={text} />
  </li>
)
