import type { JournalKind } from '../../core/case/entry-kind.ts'
import { useWording } from './language-context.page.tsx'
import { useSeat } from './seat-context.page.tsx'

/** Who will be able to read what is asked here, said before it is answered, in the same words everywhere. */
export function ReadersLine(props: { journal: JournalKind; id?: string }) {
  const { t, language } = useWording()
  const { readers, policy, jurisdiction } = useSeat()
  return (
    <div className="readers">
      <p id={props.id}>
        {t.readers.line(readers(props.journal))} {t.nobodyLive}
      </p>
      <details>
        <summary>{t.readers.policy}</summary>
        <p>
          <strong>{policy.name[language]}.</strong> {policy.partner[language]}
        </p>
        <ul>
          {jurisdiction.limits.map(limit => (
            <li key={limit[language]}>{limit[language]}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
