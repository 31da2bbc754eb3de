import type { ComponentType } from 'react'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { AdviceLedger } from './advice-ledger.page.tsx'
import { CardLedger } from './card-ledger.page.tsx'
import { ExerciseLedger } from './exercise-ledger.page.tsx'
import { FindingLedger } from './finding-ledger.page.tsx'
import { PromiseLedger } from './promise-ledger.page.tsx'

const pages: { id: string; title: TherapistKey; show: ComponentType<{ open: OpenCase }> }[] = [
  { id: 'cards', title: 'ledger.cards', show: CardLedger },
  { id: 'promises', title: 'ledger.promises', show: PromiseLedger },
  { id: 'advice', title: 'ledger.advice', show: AdviceLedger },
  { id: 'exercises', title: 'ledger.exercises', show: ExerciseLedger },
  { id: 'findings', title: 'ledger.findings', show: FindingLedger },
]

/** What was taken from sessions into the case, one page for each kind of thing. */
export function LedgersSection({ open, part }: { open: OpenCase; part: string }) {
  const { t } = useTherapistText()
  const current = pages.find(({ id }) => id === part) ?? pages[0]
  if (!current) return null
  const Page = current.show
  return (
    <>
      <nav className="sections ledgers screen-only" aria-label={t('section.ledgers')}>
        {pages.map(({ id, title }) => (
          <a
            key={id}
            href={`#/case/${open.id}/ledgers/${id}`}
            aria-current={id === current.id ? 'page' : undefined}
          >
            {t(title)}
          </a>
        ))}
      </nav>
      <div className="stack-wide" key={current.id}>
        <Page open={open} />
      </div>
    </>
  )
}
