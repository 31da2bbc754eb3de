import type { Meaning as MeaningOf } from '../../core/assessment/meaning.ts'
import type { MeaningCard } from '../../core/model/schema.ts'
import type { BlueprintText } from './blueprint-text.ts'
import { Mark } from './mark.tsx'

interface Props {
  meaning: MeaningOf
  seats: string[]
  card: MeaningCard
  text: BlueprintText
}

/** What "more intimate" means to each, side by side, in the words of the choice and then their own. */
export const Meaning = ({ meaning, seats, card, text: { t, words, name } }: Props) => {
  const told = seats.every(seat => meaning.bySeat[seat]?.choice)
  const match = meaning.match === null ? 'open' : meaning.match ? 'same' : 'differ'
  return (
    <section className="bp-meaning">
      <h2>{t('blueprint.meaning.title')}</h2>
      <div className="bp-meanings">
        {seats.map((seat, person) => {
          const { choice = null, words: own = null } = meaning.bySeat[seat] ?? {}
          const chosen = card.choices.find(({ id }) => id === choice)
          return (
            <div key={seat}>
              <p className="bp-to">
                <Mark person={person} />
                {t('blueprint.meaning.to', { name: name(seat) })}
              </p>
              <p className={chosen ? 'bp-choice' : 'bp-choice bp-unsaid'}>
                {chosen ? words(chosen.text) : t('blueprint.meaning.unsaid')}
              </p>
              {own ? <q>{own}</q> : null}
            </div>
          )
        })}
      </div>
      {told && seats.length > 1 ? <p className="bp-soft">{t(`blueprint.meaning.${match}`)}</p> : null}
    </section>
  )
}
