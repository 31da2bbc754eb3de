import type { Lesson } from '../../core/model/lesson-schema.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** One hour, turn by turn, with what each turn does at its side. */
export function AnnotatedHour({ turns }: { turns: Lesson['hour'] }) {
  const { t, words } = useTherapistText()
  if (turns.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('lesson.hour')}</h2>
      <Disclosure summary={t('lesson.hour-open', { count: turns.length })}>
        <ol role="list" className="annotated">
          {turns.map(({ minute, who, words: said, note }, index) => (
            // The turns of an hour never change their places
            <li key={index} className="annotated-turn">
              <p className="small soft">
                {t(`lesson.who.${who}`)} · {t('lesson.minute', { minute })}
              </p>
              <p className={who === 'therapist' ? 'annotated-own' : 'annotated-said'}>{words(said)}</p>
              {note ? <p className="annotated-note">{words(note)}</p> : null}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  )
}
