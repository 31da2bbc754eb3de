import { Notice } from '../../ui/notice.tsx'
import { type TherapistKey, useTherapistText } from '../../ui/use-therapist-text.ts'
import type { Fault, OpenCase } from '../../vault/therapist-vault.types.ts'

/** Whatever does not hold in what the server showed, named at the head of the case. */
export function FaultNotice({ open }: { open: OpenCase }) {
  const { t, list } = useTherapistText()
  const swapped = open.seats.filter(seat => seat.claimHolds === false).map(seat => seat.label)
  const codes = [...new Set(open.faults.map(fault => fault.code))]
  if (codes.length === 0 && swapped.length === 0) return null
  return (
    <Notice kind="care" live title={t('fault.title')}>
      <ul>
        {swapped.length > 0 ? <li>{t('links.swapped', { who: list(swapped) })}</li> : null}
        {codes
          .filter(code => code !== 'swapped-key' || swapped.length === 0)
          .map((code: Fault['code']) => (
            <li key={code}>{t(`fault.${code}` satisfies TherapistKey)}</li>
          ))}
      </ul>
      <p>{t('fault.next')}</p>
    </Notice>
  )
}
