import type { Lesson } from '../../core/model/lesson-schema.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** Two ways of saying one thing, side by side, and the one point in which they differ. */
export function ExamplePairs({ pairs }: { pairs: Lesson['pairs'] }) {
  const { t, words } = useTherapistText()
  return (
    <section className="stack">
      <h2>{t('lesson.pairs')}</h2>
      {pairs.map(({ situation, weak, strong, differsIn, why }) => (
        <figure key={situation.en + weak.en} className="example-pair">
          <figcaption>{words(situation)}</figcaption>
          <div className="example-sides">
            <div className="example-side">
              <p className="small soft">{t('lesson.weaker')}</p>
              <blockquote>{words(weak)}</blockquote>
            </div>
            <div className="example-side example-strong">
              <p className="small soft">{t('lesson.stronger')}</p>
              <blockquote>{words(strong)}</blockquote>
            </div>
          </div>
          <div>
            <p className="strong">{t('lesson.differs', { what: words(differsIn) })}</p>
            <p>{words(why)}</p>
          </div>
        </figure>
      ))}
    </section>
  )
}
