import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { jointReadiness } from './joint-readiness.ts'

/** Feedback to everyone together: shut until each was met alone, then the therapist's to open and to shut. */
export function JointOpening({ open }: { open: OpenCase }) {
  const { t, list } = useTherapistText()
  const { state } = open
  const { notMet, unconfirmed, unopenedSafety } = jointReadiness(state)
  const labels = (people: { label: string }[]) => list(people.map(person => person.label))
  const set = (opened: boolean) =>
    void open.append('shared', { kind: 'joint-opened', at: new Date().toISOString(), open: opened })
  const count = state.people.length
  return (
    <section className="joint stack" aria-label={t('joint.title', { count })}>
      <h2>{t('joint.title', { count })}</h2>
      <p>{t(state.jointOpen ? 'joint.is-open' : 'joint.is-shut', { count })}</p>
      {notMet.length + unopenedSafety.length + unconfirmed.length > 0 ? (
        <ul>
          {notMet.length > 0 ? <li>{t('joint.not-met', { who: labels(notMet) })}</li> : null}
          {unopenedSafety.length > 0 ? (
            <li>
              <a href={`#/case/${open.id}/safety`}>{t('joint.unopened', { who: labels(unopenedSafety) })}</a>
            </li>
          ) : null}
          {unconfirmed.length > 0 ? <li>{t('joint.unconfirmed', { who: labels(unconfirmed) })}</li> : null}
        </ul>
      ) : null}
      <div>
        {state.jointOpen ? (
          <Button onClick={() => set(false)}>{t('joint.shut')}</Button>
        ) : (
          <Button
            kind="main"
            aria-disabled={notMet.length > 0}
            onClick={() => (notMet.length === 0 ? set(true) : undefined)}
          >
            {t('joint.open', { count })}
          </Button>
        )}
      </div>
      {!state.jointOpen && notMet.length > 0 ? (
        <p className="small soft">{t('joint.meet-first', { count })}</p>
      ) : null}
    </section>
  )
}
