import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ItemFoot } from './item-foot.page.tsx'

/** Promises that the therapist heard. Heard is all they are here: nobody can promise for somebody else. */
export function PromiseLedger({ open }: { open: OpenCase }) {
  const { t } = useTherapistText()
  const promises = [...open.state.promises].reverse()
  return (
    <>
      <div className="stack">
        <PageTitle>{t('ledger.promises')}</PageTitle>
        <p>{t('promises.intro')}</p>
        <p className="small soft">{t('readers.record')}</p>
        {promises.length === 0 ? <p className="soft">{t('promises.empty')}</p> : null}
      </div>
      <ul role="list" className="lines">
        {promises.map(promise => (
          <li key={promise.item} className="stack-tight">
            <p className="card-words">{promise.words}</p>
            <p className="small">{t('ledger.heard')}</p>
            <ItemFoot open={open} item={promise} />
          </li>
        ))}
      </ul>
    </>
  )
}
