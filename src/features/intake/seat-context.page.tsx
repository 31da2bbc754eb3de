import { createContext, useContext } from 'react'
import type { CaseState, SheetState } from '../../core/case/case-state.ts'
import type { EntryBody, JournalKind, Setting } from '../../core/case/entry-kind.ts'
import type { Jurisdiction, PartnerModel } from '../../core/model/schema.ts'
import type { PartnerVault } from '../../vault/partner-vault.types.ts'

/** The model's part that comes with the first question. */
export type FirstModel = Omit<PartnerModel, 'safety' | 'helplines'>

/** An open seat, as its pages see it. */
export interface OpenSeat {
  vault: PartnerVault
  state: CaseState
  sheet: SheetState
  setting: Setting
  model: FirstModel
  jurisdiction: Jurisdiction
  policy: PartnerModel['policies'][number]
  /** The others' labels; empty for one person alone. */
  others: string[]
  /** Who can read a journal, as one phrase in the page's language. */
  readers(journal: JournalKind): string
  /** Closes the page until the PIN is typed; without a PIN it is only covered. */
  shut(): void
  /** Keeps an entry; false where it could not be kept, which the page says by itself. */
  keep(journal: 'private' | 'own' | 'shared', body: Unstamped): Promise<boolean>
}

/** An entry before the page puts its clock's time in. */
export type Unstamped = EntryBody extends infer B ? (B extends EntryBody ? Omit<B, 'at'> : never) : never

export const SeatContext = createContext<OpenSeat | null>(null)

export function useSeat(): OpenSeat {
  const seat = useContext(SeatContext)
  if (!seat) throw new Error('This should not happen: a page of no seat')
  return seat
}
