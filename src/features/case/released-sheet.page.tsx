import model from 'virtual:model'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { ReleasedMeanings } from './released-meanings.page.tsx'
import { ReleasedRow } from './released-row.page.tsx'
import type { RoomContent } from './room.ts'

/** The page that may leave the room: what each person released, and nothing else. */
export function ReleasedSheet({ content, today }: { content: RoomContent; today: string }) {
  const { t, words } = useTherapistText()
  return (
    <article className="sheet released-sheet">
      <header className="sheet-head">
        <h2>{t('print.shown')}</h2>
        <p className="small">{today}</p>
      </header>
      <section className="stack-tight">
        <h3>{t('room.meaning')}</h3>
        <ReleasedMeanings people={content.people} meanings={content.meanings} />
      </section>
      {content.rows.map(row => {
        const element = model.elements.find(({ id }) => id === row.element)
        return element ? (
          <section key={row.element} className="released-element">
            <div>
              <h3>{words(element.name)}</h3>
              <p className="small soft">{words(element.line)}</p>
            </div>
            <ReleasedRow row={row} people={content.people} />
          </section>
        ) : null
      })}
      <p className="small soft">{t('blueprint.not-validated')}</p>
    </article>
  )
}
