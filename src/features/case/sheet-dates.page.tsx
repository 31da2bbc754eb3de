import type { CaseState } from '../../core/case/case-state.ts'
import { useTherapistText } from '../../ui/use-therapist-text.ts'

/** Whose answer sheets a page comes from, and of which days: "From the answer sheets of Ash (12 November 2026) and Blue (…)". */
export function SheetDates({ state }: { state: CaseState }) {
  const { t, day, list } = useTherapistText()
  const sheets = state.people.flatMap(({ seat, label }) => {
    const at = state.sheets[seat]?.newestAt
    return at ? [`${label} (${day(at)})`] : []
  })
  return <>{t('blueprint.sheets', { names: list(sheets) })}</>
}
