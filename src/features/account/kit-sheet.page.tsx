import { QrCode } from '../../ui/qr-code.tsx'
import { useTherapistText } from '../../ui/use-therapist-text.ts'
import { inGroups } from './account.ts'

/** The sheet itself, the same on screen and on paper. */
export function KitSheet({ signInName, recoveryCode }: { signInName: string; recoveryCode: string }) {
  const { t } = useTherapistText()
  return (
    <section className="kit-sheet" aria-label={t('kit.sheet')}>
      <h2>{t('kit.sheet')}</h2>
      <div className="kit-body">
        <div className="stack">
          <dl className="facts">
            <dt>{t('kit.address')}</dt>
            <dd>{location.origin}</dd>
            <dt>{t('sign-in.name')}</dt>
            <dd>{signInName}</dd>
            <dt>{t('kit.code')}</dt>
            <dd>
              <span className="code-groups">
                {inGroups(recoveryCode).map((group, i) => (
                  // The groups never move
                  <span key={i}>{group}</span>
                ))}
              </span>
            </dd>
          </dl>
        </div>
        <QrCode text={recoveryCode} label={t('kit.qr')} />
      </div>
      <p className="small">{t('kit.how')}</p>
      <p className="small">{t('kit.keep')}</p>
    </section>
  )
}
