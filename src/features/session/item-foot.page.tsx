import type { JournalKind } from '../../core/case/entry-kind.ts'
import type { TakenItem } from '../../core/case/session-state.ts'
import { Button } from '../../ui/button.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { focusHeading } from './focus-soon.page.ts'

interface Props {
  open: OpenCase
  item: TakenItem
  journal?: JournalKind
}

/** Whose words they are and when they were taken, and the way to put them away. */
export function ItemFoot({ open, item, journal = 'record' }: Props) {
  const { t, day } = useTherapistText()
  const who = open.state.people.find(({ seat }) => seat === item.who)?.label
  return (
    <p className="row small soft">
      <span>{[who, day(item.at)].filter(Boolean).join(' · ')}</span>
      <Button
        kind="quiet"
        onClick={() => {
          focusHeading()
          void open.append(journal, {
            kind: 'item-put-away',
            at: new Date().toISOString(),
            item: item.item,
            away: true,
          })
        }}
      >
        {t('ledger.put-away')}
        <span className="visually-hidden">: {item.words}</span>
      </Button>
    </p>
  )
}
