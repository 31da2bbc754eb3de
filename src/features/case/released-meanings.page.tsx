import { PersonName } from '../../ui/person-name.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { RoomContent } from './room.ts'

/** What "more intimate" means, in the words that each chose to show. */
export function ReleasedMeanings({ people, meanings }: Pick<RoomContent, 'people' | 'meanings'>) {
  const { t } = useTherapistText()
  return (
    <div className="released-meanings">
      {meanings.map(({ seat, words }, index) => (
        <div key={seat}>
          <p className="soft">
            <PersonName index={index} label={t('room.meaning-to', { who: people[index]?.label ?? '' })} />
          </p>
          {words ? (
            <p className="released-meaning">{words}</p>
          ) : (
            <p className="soft">{t('room.mark-nothing', { who: people[index]?.label ?? '' })}</p>
          )}
        </div>
      ))}
    </div>
  )
}
