import model from 'virtual:model'
import type { AcceptedFinding } from '../../core/case/session-state.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import type { OpenCase } from '../../vault/therapist-vault.types.ts'
import { ItemFoot } from './item-foot.page.tsx'

/** Findings that were accepted, by element. Nothing here is counted: such numbers are held against people. */
export function FindingLedger({ open }: { open: OpenCase }) {
  const { t, words } = useTherapistText()
  const { findings } = open.state
  const risks = findings.filter(({ finding }) => finding === 'risk')
  const others = findings.filter(({ finding }) => finding !== 'risk')
  const groups = [
    ...model.elements.map(({ id, name }) => ({
      id: id as string,
      name: words(name),
      findings: others.filter(({ element }) => element === id),
    })),
    { id: 'all', name: t('ledger.no-element'), findings: others.filter(({ element }) => element === null) },
  ].filter(group => group.findings.length > 0)
  return (
    <>
      <div className="stack">
        <PageTitle>{t('ledger.findings')}</PageTitle>
        <p>{t('accepted.intro')}</p>
        <p className="small soft">{t('readers.record')}</p>
        {findings.length === 0 ? <p className="soft">{t('accepted.empty')}</p> : null}
      </div>
      {risks.length > 0 ? (
        <section className="stack read-first">
          <h2>{t('kind.risk')}</h2>
          <p className="small">{t('readers.safety')}</p>
          <p>{t('risk.alone')}</p>
          <Findings open={open} findings={risks} journal="safety" />
        </section>
      ) : null}
      {groups.map(group => (
        <section key={group.id} className="stack">
          <h2>{group.name}</h2>
          <Findings open={open} findings={group.findings} journal="record" />
        </section>
      ))}
    </>
  )
}

interface Props {
  open: OpenCase
  findings: AcceptedFinding[]
  journal: 'record' | 'safety'
}

function Findings({ open, findings, journal }: Props) {
  const { t } = useTherapistText()
  return (
    <ul role="list" className="lines plain-lines">
      {findings.map(one => (
        <li key={one.item} className="stack-tight">
          <p className="small soft">
            {t(`kind.${one.finding}` as 'kind.story')}
            {one.sense ? ` · ${t(`sense.${one.sense}` as 'sense.sex')}` : ''}
          </p>
          <p>
            <q>{one.quote}</q>
          </p>
          {one.words && one.words !== one.quote ? <p className="own-words">{one.words}</p> : null}
          <ItemFoot open={open} item={one} journal={journal} />
        </li>
      ))}
    </ul>
  )
}
