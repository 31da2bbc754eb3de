import { useState } from 'react'
import type { Reading } from '../../core/language/reading.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { findingKey } from './finding-key.ts'
import { InContext } from './in-context.page.tsx'
import { isOwn } from './shown-kinds.ts'
import type { ReadableTurn } from './turns-of.ts'

/** What the therapist's own turns did: shown only when asked for, kept nowhere, on no print and in no paragraph. */
export function OwnTurns({ reading, turns }: { reading: Reading; turns: readonly ReadableTurn[] }) {
  const { t } = useTherapistText()
  const [asked, ask] = useState(false)
  if (!turns.some(({ role }) => role === 'therapist')) return null
  const { questions, open, reflections, input } = reading.summary.therapist
  const found = reading.findings.filter(isOwn)
  return (
    <section className="stack screen-only">
      <h2>{t('own.title')}</h2>
      <p>{t('own.private')}</p>
      {asked ? (
        <>
          <dl className="facts">
            <dt>{t('own.questions')}</dt>
            <dd>{t('own.questions-open', { questions, open })}</dd>
            <dt>{t('own.reflections')}</dt>
            <dd>{t('own.turns', { count: reflections })}</dd>
            <dt>{t('own.input')}</dt>
            <dd>{t('own.turns', { count: input })}</dd>
          </dl>
          {found.length === 0 ? <p className="soft">{t('own.nothing')}</p> : null}
          <ul role="list" className="lines">
            {found.map(finding => (
              <li key={findingKey(finding)} className="stack-tight">
                <strong>{t(`kind.${finding.kind}`)}</strong>
                <InContext finding={finding} turns={turns} />
                <p>{finding.reason}</p>
                {finding.sayInstead ? (
                  <p className="say-instead">
                    <span className="small soft">{t('finding.say')}</span> {finding.sayInstead}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
          <div>
            <Button onClick={() => ask(false)}>{t('own.hide')}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => ask(true)}>{t('own.show')}</Button>
        </div>
      )}
    </section>
  )
}
