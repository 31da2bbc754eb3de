import model from 'virtual:model'
import { useState } from 'react'
import type { SafetyState } from '../../core/case/case-state.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { SafetyAnswers } from './safety-answers.page.tsx'

/** One person's private screens, newest first, each closed until it is opened by hand. */
export function SafetyOfPerson({ open, person, index }: { open: OpenCase; person: Person; index: number }) {
  const { t } = useTherapistText()
  const drops = open.state.safety.filter(drop => drop.seat === person.seat).reverse()
  return (
    <section className="stack safety-person">
      <h2>
        <PersonName index={index} label={person.label} />
      </h2>
      {drops.length === 0 ? <p className="soft">{t('safety.none')}</p> : null}
      {drops.map(drop => (
        <Screen key={drop.drop} open={open} drop={drop} label={person.label} />
      ))}
    </section>
  )
}

function Screen({ open, drop, label }: { open: OpenCase; drop: SafetyState; label: string }) {
  const { t, moment } = useTherapistText()
  const [shown, setShown] = useState(false)
  const { answers } = drop
  if (answers === null) return <p role="status">{t('safety.coming', { at: moment(drop.at) })}</p>
  const show = () => {
    setShown(!shown)
    if (!drop.opened)
      void open.append('safety', { kind: 'safety-opened', at: new Date().toISOString(), drop: drop.drop })
  }
  return (
    <div className="stack">
      <div className="row">
        <Button kind={drop.opened ? 'plain' : 'main'} aria-expanded={shown} onClick={show}>
          {shown ? t('safety.close') : t('safety.open', { who: label })}
        </Button>
        <span className="small soft">
          {t('safety.given', { at: moment(drop.at) })}
          {drop.opened ? '' : `, ${t('safety.not-opened')}`}
        </span>
      </div>
      {shown ? <SafetyAnswers screen={model.safety} answers={answers} label={label} /> : null}
    </div>
  )
}
