import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { CaseLine } from '../../vault/therapist-vault.types.ts'

/** Private pages that came in and were not opened yet: first after sign-in, archived cases too, in words that tell nothing. */
export function WaitingSafety({ cases }: { cases: CaseLine[] }) {
  const { t, day } = useTherapistText()
  const waiting = cases.flatMap(({ id, state }) => {
    const drops = state.safety.filter(drop => !drop.opened)
    return drops.length > 0 ? [{ id, name: state.name, count: drops.length, at: drops.at(-1)?.at ?? '' }] : []
  })
  if (waiting.length === 0) return null
  return (
    <section className="read-first stack-tight" aria-label={t('safety.first')}>
      <h2>{t('safety.first')}</h2>
      <ul role="list">
        {waiting.map(({ id, name, count, at }) => (
          <li key={id}>
            <a href={`#/case/${id}/safety`}>{name}</a>
            <span className="soft">
              {t('safety.waiting', { count })}
              {at ? `, ${day(at)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
