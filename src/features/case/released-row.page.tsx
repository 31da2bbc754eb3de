import model from 'virtual:model'
import type { Person } from '../../core/case/entry-kind.ts'
import { blueprintText } from '../../ui/blueprint/blueprint-text.ts'
import { ScaleLine } from '../../ui/blueprint/scale-line.tsx'
import { sayPlace } from '../../ui/blueprint/say-place.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { RoomRow } from './room.ts'

/** One element with only the places that were released: the picture, and the same in words. */
export function ReleasedRow({ row, people }: { row: RoomRow; people: Person[] }) {
  const { t, language } = useTherapistText()
  const text = blueprintText(t, language, people)
  const places = row.marks.flatMap(({ score }, person) => (score === null ? [] : [{ person, score }]))
  if (places.length === 0) return <p className="released-nothing">{t('room.nothing')}</p>
  return (
    <div className="bp released-row">
      <ScaleLine places={places} />
      <div className="released-ends" aria-hidden="true">
        <span>{text.words(model.scale.ends.low)}</span>
        <span>{text.words(model.scale.ends.high)}</span>
      </div>
      <ul role="list" className="released-words">
        {row.marks.map(({ seat, score }, index) => {
          const label = people[index]?.label ?? ''
          return (
            <li key={seat}>
              {score === null ? (
                <span className="soft">{t('room.mark-nothing', { who: label })}</span>
              ) : (
                <>
                  <PersonName index={index} label={label} /> {sayPlace(score, model.scale, text)}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
