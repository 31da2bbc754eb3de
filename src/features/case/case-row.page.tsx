import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { CaseLine, TherapistVault } from '../../vault/therapist-vault.types.ts'
import { isUnconfirmed, seatStatus } from './seat-status.ts'

interface Props {
  line: CaseLine
  vault: TherapistVault
  onChanged(): void
}

/** One case on the caseload, with how far each person is. */
export function CaseRow({ line, vault, onChanged }: Props) {
  const { t } = useTherapistText()
  const [busy, setBusy] = useState(false)
  const { state } = line

  const archive = async () => {
    setBusy(true)
    try {
      const open = await vault.openCase(line.id)
      await open.append('record', {
        kind: 'case-archived',
        at: new Date().toISOString(),
        archived: !state.archived,
      })
      onChanged()
    } finally {
      setBusy(false)
    }
  }

  return (
    <li className="case-row">
      <div className="case-row-name">
        <a href={`#/case/${line.id}`}>{state.name || t('case.unnamed')}</a>
        {state.archived ? <span className="soft small">{t('caseload.archived')}</span> : null}
      </div>
      <ul role="list" className="case-row-people">
        {state.people.map(({ seat, label }, index) => {
          const view = line.seats.find(known => known.seat === seat)
          const sheet = state.sheets[seat]
          return (
            <li key={seat}>
              <PersonName index={index} label={label} />
              <span>{t(`status.${seatStatus(view ?? { link: 'open', left: false }, sheet)}`)}</span>
              {isUnconfirmed(sheet) ? <span className="soft small">{t('status.unconfirmed')}</span> : null}
              {view?.claimHolds === false ? (
                <strong className="danger small">{t('links.swapped-short')}</strong>
              ) : null}
            </li>
          )
        })}
      </ul>
      <Button
        kind="quiet"
        disabled={busy}
        aria-label={`${state.archived ? t('caseload.unarchive') : t('caseload.archive')}: ${state.name}`}
        onClick={() => void archive()}
      >
        {state.archived ? t('caseload.unarchive') : t('caseload.archive')}
      </Button>
    </li>
  )
}
