import type { SafetyScreen } from '../../core/model/schema.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { readSafety } from './read-safety.ts'

interface Props {
  screen: SafetyScreen
  answers: Record<string, string | null>
  label: string
}

/** The answers beside their questions; those that want attention say so in words, not by colour alone. */
export function SafetyAnswers({ screen, answers, label }: Props) {
  const { t, words } = useTherapistText()
  const reading = readSafety(screen, answers)
  return (
    <div className="stack" role="group" aria-label={t('safety.of', { who: label })}>
      <p className={reading.concerns > 0 ? 'danger strong' : 'strong'}>
        {reading.concerns > 0
          ? t('safety.concerns', { count: reading.concerns })
          : reading.clear
            ? words(screen.clear)
            : t('safety.nothing-answered')}
      </p>
      {reading.concerns > 0 ? <p>{t('safety.alone-first', { who: label })}</p> : null}
      {reading.leftOut > 0 ? <p>{t('safety.left-out', { count: reading.leftOut })}</p> : null}
      <dl className="answers">
        {reading.lines.map(({ question, answer, words: own, concern }) => {
          const choice = question.choices.find(({ id }) => id === answer)
          return (
            <div key={question.id} className={concern ? 'answer concern' : 'answer'}>
              <dt>{words(question.text)}</dt>
              <dd>
                {answer === null ? (
                  own ? null : (
                    <span className="soft">{t('safety.no-answer')}</span>
                  )
                ) : choice ? (
                  words(choice.text)
                ) : (
                  <span className="own-words">{answer}</span>
                )}
                {own ? <p className="own-words">{own}</p> : null}
                {concern ? <strong className="danger small"> {t('safety.wants-you')}</strong> : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
